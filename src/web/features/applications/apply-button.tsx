import { useQueryClient } from '@tanstack/react-query'
import { applyForJob } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { JobView } from '../../../contracts/jobs.ts'
import { call } from '../../call.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { applicationWords } from './words.ts'

/** The way to what was applied for, to a résumé where there is none yet, or the application itself. */
export function ApplyButton({ of, school }: { of: JobView; school: string }) {
  const w = useWords(applicationWords)
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
            <AskedText
              at={at('note')}
              name={note}
              isNeeded={false}
              value={given.note}
              onChange={(typed) => put({ note: typed })}
            />
            <p className="soft">{contact}</p>
          </>
        ),
      }}
      act={(_reason, given) => call(applyForJob, { params: { school, shortId: of.shortId }, body: given })}
      settled={() => client.invalidateQueries()}
    />
  )
}
