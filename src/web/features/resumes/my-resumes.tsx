import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  listResumes,
  type OwnResumes,
  removeResume,
  resumeActs,
  saveSharing,
  startResume,
} from '../../../contracts/resumes.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  AUDIENCES,
  CONTACT_RULES,
  type ContactRule,
  type ResumeAudience,
} from '../../../domain/resume/standing.ts'
import { ask, call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { said } from '../../ui/said.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton, type ActWords } from '../cases/act-button.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { Lacking } from './lacking.tsx'
import { resumeWords } from './words.ts'
import './resumes.css'

/** An act that asks what a version is to be called. */
function NamedAct({
  words,
  initial,
  kind = 'plain',
  act,
}: {
  words: ActWords
  initial: string
  kind?: 'primary' | 'plain'
  act: (resumeName: string) => Promise<unknown>
}) {
  const w = useWords(resumeWords)
  const client = useQueryClient()
  return (
    <ActButton<{ resumeName: string }>
      {...words}
      kind={kind}
      asked={{
        initial: { resumeName: initial },
        names: { resumeName: w.resumeName },
        faults: ({ resumeName }) => ({ resumeName: resumeName.trim() ? null : w.nameNeeded }),
        show: ({ resumeName }, put, at) => (
          <>
            <label htmlFor={at('resumeName').id}>{w.resumeName}</label>
            <Input
              id={at('resumeName').id}
              maxLength={LONGEST.resumeName}
              aria-required
              aria-invalid={at('resumeName').fault !== null}
              status={at('resumeName').fault ? 'error' : ''}
              value={resumeName}
              onChange={({ target }) => put({ resumeName: target.value })}
            />
            <FieldFault of={at('resumeName')} />
          </>
        ),
      }}
      act={(_reason, { resumeName }) => act(resumeName.trim())}
      settled={() => client.invalidateQueries()}
    />
  )
}

/** Who finds the ordinary version, and from when on phone and e-mail are shown. */
function SharingForm({ of: { sharing }, school }: { of: OwnResumes; school: string }) {
  const w = useWords(resumeWords)
  const client = useQueryClient()
  const [audience, setAudience] = useState<ResumeAudience>(sharing.audience)
  const [contactFrom, setContactFrom] = useState<ContactRule>(sharing.contactFrom)
  const save = useMutation({
    mutationFn: () =>
      call(saveSharing, {
        params: { school },
        body: { seenVersion: sharing.version, resumeAudience: audience, contactFrom },
      }),
    onSuccess: async () => {
      said.success(w.sharingSaved)
      await client.invalidateQueries()
    },
  })
  return (
    <section className="card">
      <h2>{w.sharing}</h2>
      <p className="soft">{w.sharingHint}</p>
      <ProblemNote error={save.error} onReload={() => client.invalidateQueries().then(() => save.reset())} />
      <OneOf<ResumeAudience>
        label={w.audienceField}
        value={audience}
        onChange={setAudience}
        options={AUDIENCES.map((value) => ({ value, label: w.audience[value] }))}
      />
      <OneOf<ContactRule>
        label={w.contactField}
        value={contactFrom}
        onChange={setContactFrom}
        options={CONTACT_RULES.map((value) => ({ value, label: w.contactFrom[value] }))}
      />
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {w.saveSharing}
      </Button>
    </section>
  )
}

/** 我的简历: all versions, and who may see them. */
export function MyResumes() {
  const w = useWords(resumeWords)
  const figures = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(listResumes, { params: { school } }))
  const at = (id: string) => ({ params: { school, id } })
  const settled = () => client.invalidateQueries()
  return (
    <>
      <section className="card">
        <p className="soft">{w.lead}</p>
        <NamedAct
          words={w.start}
          kind="primary"
          initial=""
          act={(resumeName) => call(startResume, { params: { school }, body: { resumeName } })}
        />
        {data.items.length === 0 && <div className="empty">{w.none}</div>}
        <ul className="market resumes" aria-label={w.title}>
          {data.items.map((one) => (
            <li key={one.id}>
              <div>
                <p>
                  <Link to="/student/resumes/$id" params={{ id: one.id }}>
                    {one.resumeName}
                  </Link>{' '}
                  {one.isOrdinary && <StateMark standing="done">{w.ordinary}</StateMark>}
                </p>
                <Lacking of={one} />
                <p className="soft">
                  {w.changedAt} {figures.instant(one.changedAt)}
                </p>
              </div>
              <div className="market-acts">
                <NamedAct
                  words={w.copy}
                  initial=""
                  act={(resumeName) => call(resumeActs.copy, { ...at(one.id), body: { resumeName } })}
                />
                <NamedAct
                  words={w.rename}
                  initial={one.resumeName}
                  act={(resumeName) => call(resumeActs.rename, { ...at(one.id), body: { resumeName } })}
                />
                {!one.isOrdinary && (
                  <ActButton
                    {...w.makeOrdinary}
                    act={() => call(resumeActs['make-ordinary'], { ...at(one.id), body: {} })}
                    settled={settled}
                  />
                )}
                <ActButton
                  {...w.remove}
                  kind="danger"
                  act={() => call(removeResume, at(one.id))}
                  settled={settled}
                />
              </div>
            </li>
          ))}
        </ul>
      </section>
      {data.items.length > 0 && <SharingForm key={data.sharing.version} of={data} school={school} />}
    </>
  )
}
