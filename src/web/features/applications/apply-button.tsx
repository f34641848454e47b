import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { applyForJob } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { JobView } from '../../../contracts/jobs.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { applicationWords } from './words.ts'

/** The way to what was applied for, to a résumé where there is none yet, or the application itself. */
export function ApplyButton({ of, school }: { of: JobView; school: string }) {
  const w = useWords(applicationWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  if (of.application)
    return (
      <PlainLink primary to={caseAddress('student', { kind: 'application', school, id: of.application.id })}>
        {w.seeMine}
      </PlainLink>
    )
  const [ordinary] = of.resumes
  if (!ordinary)
    return (
      <PlainLink primary to="/student/jobs?tab=resumes">
        {w.toResumes}
      </PlainLink>
    )
  const { resume, resumeNeeded, note, contact, ...words } = w.apply
  return (
    <ActButton<{ resumeId: string; note: string }>
      {...words}
      kind="primary"
      asked={{
        initial: { resumeId: ordinary.id, note: '' },
        names: { resumeId: resume, note },
        faults: (given) => ({ resumeId: given.resumeId ? null : resumeNeeded }),
        show: (given, put, at) => (
          <>
            <OneOf<string>
              label={resume}
              value={given.resumeId}
              onChange={(resumeId) => put({ resumeId })}
              options={of.resumes.map(({ id, name }) => ({ value: id, label: name }))}
              at={at('resumeId')}
            />
            <label htmlFor={at('note').id}>
              {note}
              {ui.optional}
            </label>
            <Input.TextArea
              id={at('note').id}
              rows={3}
              maxLength={LONGEST.reason}
              showCount
              value={given.note}
              onChange={({ target }) => put({ note: target.value })}
            />
            <FieldFault of={at('note')} />
            <p className="soft">{contact}</p>
          </>
        ),
      }}
      act={(_reason, given) => call(applyForJob, { params: { school, shortId: of.shortId }, body: given })}
      settled={() => client.invalidateQueries()}
    />
  )
}
