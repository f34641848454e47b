import type { Column } from '../../../ui/data-list.tsx'
import { showDay } from '../../../ui/moment.ts'
import { useWords } from '../../../words/language.tsx'
import type { Request } from '../answering/what-is-asked.tsx'
import { GroundOf } from '../said-of-a-request.tsx'
import { AnswerState, ReviewState } from './standing.tsx'

/** What the employer's lists of requests show of each. */
export function useRequestColumns(): Column<Request>[] {
  const words = useWords()
  const w = words.dissolution
  return [
    { title: w.employer.student, show: ({ student }) => `${student.name} ${student.studentNumber}` },
    { title: words.signIn.school, show: (row) => row.school.name },
    {
      title: words.agreement.number,
      show: ({ agreement }) => <span className="mono">{agreement.number}</span>,
    },
    { title: w.employer.ground, show: (row) => <GroundOf {...row} /> },
    { title: w.employer.askedAt, show: (row) => showDay(row.askedAt) },
    { title: words.list.answer, show: (row) => <AnswerState request={row} /> },
    { title: words.list.review, show: (row) => <ReviewState agreement={row.agreement} request={row} /> },
  ]
}
