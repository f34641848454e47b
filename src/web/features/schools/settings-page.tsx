import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import * as contract from '../../../contracts/schools.ts'
import { SETTING_NAMES } from '../../../domain/settings.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { Note } from '../../ui/note.tsx'
import { useOpened } from '../../ui/opened.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { ownFieldWords } from '../own-fields/words.ts'
import { ArchiveNamesFields } from './archive-names-fields.tsx'
import { DissolutionFields } from './dissolution-fields.tsx'
import { NumberFields } from './number-fields.tsx'
import { draftOf, type SettingsDraft, settingsOf } from './settings-draft.ts'
import {
  CorrectableFields,
  EventFields,
  FirstLoginFields,
  LevelFields,
  PostFields,
  SigningFields,
  StaffFields,
} from './settings-fields.tsx'
import { useSections } from './settings-section.tsx'
import { settingsWords } from './words.ts'
import './settings.css'

/** All staff read them. What is typed stays whatever the server answers; its faults stand at their fields. */
export function SettingsPage() {
  const w = useWords(settingsWords)
  const own = useWords(ownFieldWords)
  const ui = useWords(uiWords)
  const params = { school: useMySchool() }
  const client = useQueryClient()
  const { mayChange } = useSections()
  const { data, round, reload } = useOpened(ask(contract.getSettings, { params }))
  const { version, ...settings } = data
  const touched = useRef(false)
  const save = useMutation({
    mutationFn: (draft: SettingsDraft) =>
      call(contract.saveSettings, { params, body: { ...settingsOf(draft), version } }),
    onSuccess: async () => {
      said.success(w.saved)
      touched.current = false
      await client.invalidateQueries()
      await reload()
    },
  })
  const names = Object.fromEntries(SETTING_NAMES.map((name) => [name, w[name]]))
  useUnsaved(() => touched.current && !save.isPending)
  const takeNewest = () => {
    touched.current = false
    void reload().then(save.reset)
  }
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          <PlainLink to="/school/settings/fields">{own.link}</PlainLink>
          <PlainLink to="/school/notice-texts">{w.toNotices}</PlainLink>
          <PlainLink to="/school/settings/changes">{w.toAllChanges}</PlainLink>
        </div>
      </div>
      {!mayChange && <Note below={12} type="info" title={w.readOnly} />}
      <ProblemNote error={save.error} names={names} onReload={takeNewest} />
      <CheckedForm
        key={round}
        className="column"
        disabled={!mayChange}
        initialValues={draftOf(settings)}
        onValuesChange={() => {
          touched.current = true
        }}
        onFinish={(draft: SettingsDraft) => save.mutate(draft)}
      >
        <LevelFields />
        <NumberFields error={save.error} />
        <SigningFields error={save.error} />
        <DissolutionFields error={save.error} />
        <CorrectableFields error={save.error} />
        <FirstLoginFields error={save.error} />
        <StaffFields />
        <PostFields error={save.error} />
        <EventFields error={save.error} />
        <ArchiveNamesFields error={save.error} />
        {mayChange && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {ui.save}
          </Button>
        )}
      </CheckedForm>
    </>
  )
}
