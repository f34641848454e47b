import type { ApplicantRow } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { RowsOrTable } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useAnswerDue } from './applicant-standing.tsx'
import type { Tick } from './applicants-frame.tsx'
import { ApplicationMark } from './application-mark.tsx'
import { applicationWords } from './words.ts'

/** Applicants, the latest first. */
export function ApplicantsTable({ items, tick }: { items: readonly ApplicantRow[]; tick: Tick }) {
  const w = useWords(applicationWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const dueOf = useAnswerDue()
  const stateOf = (row: ApplicantRow) => (
    <>
      <ApplicationMark status={row.status} reader="employer" />
      {row.invitation && <span className="soft"> · {w.invited[row.invitation]}</span>}
    </>
  )
  return (
    <RowsOrTable<ApplicantRow>
      label={w.applicants}
      items={items}
      to={({ school, id }) => caseAddress('employer', { kind: 'application', school: school.code, id })}
      brief={(row) => ({
        who: row.applicant.name,
        what: `${row.title} · ${row.applicant.major}`,
        state: stateOf(row),
        due: dueOf(row),
      })}
      tick={{ title: w.select, show: tick }}
      columns={[
        { title: w.student, show: ({ applicant }) => <span className="whole">{applicant.name}</span> },
        { title: w.post, show: ({ title }) => title },
        { title: w.school, show: ({ school }) => nameOf(school) },
        {
          title: w.major,
          show: ({ applicant }) => (
            <>
              {applicant.major} <span className="soft">{nameOf(applicant.education)}</span>
            </>
          ),
        },
        {
          title: w.appliedAt,
          show: (row) => <span className="whole">{figures.dayOf(row.appliedAt)}</span>,
        },
        { title: w.state, show: stateOf },
        { title: w.marked, show: ({ mark }) => mark && <span className="whole">{w.mark[mark]}</span> },
        { title: w.answerDue, show: dueOf },
      ]}
    />
  )
}
