import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import * as contract from '../../../contracts/schools.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { DissolutionFields } from './dissolution-fields.tsx'
import { draftOf, type SettingsDraft, settingsOf } from './settings-draft.ts'
import {
  CorrectableFields,
  FirstLoginFields,
  LevelFields,
  SigningFields,
  StaffFields,
} from './settings-fields.tsx'
import { settingsWords } from './words.ts'
import './settings.css'

/** What is typed stays whatever the server answers; its faults stand at their fields. */
export function SettingsPage() {
  const w = useWords(settingsWords)
  const ui = useWords(uiWords)
  const params = { school: useMySchool() }
  const client = useQueryClient()
  const { data } = useSuspenseQuery({ ...ask(contract.getSettings, { params }), refetchOnWindowFocus: false })
  const touched = useRef(false)
  const save = useMutation({
    mutationFn: (draft: SettingsDraft) => call(contract.saveSettings, { params, body: settingsOf(draft) }),
    onSuccess: async () => {
      said.success(w.saved)
      touched.current = false
      await client.invalidateQueries()
    },
  })
  const { firstLoginWays: _, ...names } = w
  useUnsaved(() => touched.current && !save.isPending)
  return (
    <>
      <h1>{w.title}</h1>
      <ProblemNote error={save.error} names={names} />
      <CheckedForm
        className="column"
        initialValues={draftOf(data)}
        onValuesChange={() => {
          touched.current = true
        }}
        onFinish={(draft: SettingsDraft) => save.mutate(draft)}
      >
        <LevelFields />
        <CorrectableFields />
        <FirstLoginFields error={save.error} />
        <StaffFields />
        <SigningFields error={save.error} />
        <DissolutionFields error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </CheckedForm>
    </>
  )
}
