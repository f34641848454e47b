import type { Column } from '../../../ui/data-list.tsx'
import { useFigures } from '../../../ui/figures.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseMark, Sentence } from '../../case-status/case-status.tsx'
import { caseWords } from '../../cases/words.ts'
import type { Request } from '../answering/what-is-asked.tsx'
import { GroundOf } from '../said-of-a-request.tsx'
import { employerDissolutionsWords } from './employer-words.ts'

/** What the employer's lists of requests show of each. */
export function useRequestColumns(): Column<Request>[] {
  const w = useWords(employerDissolutionsWords)
  const figures = useFigures()
  const cases = useWords(caseWords)
  return [
    { title: w.student, show: ({ student }) => `${student.name} ${student.studentNumber}` },
    { title: cases.school, show: (row) => row.school.name },
    {
      title: cases.agreementNumber,
      show: ({ agreement }) => <span className="mono">{agreement.number}</span>,
    },
    { title: w.ground, show: (row) => <GroundOf {...row} /> },
    { title: w.askedAt, show: (row) => <span className="whole">{figures.dayOf(row.askedAt)}</span> },
    { title: cases.answer, show: (row) => <Sentence kind="dissolution" of={row.standing} /> },
    { title: cases.review, show: (row) => <CaseMark kind="dissolution" of={row} /> },
  ]
}
