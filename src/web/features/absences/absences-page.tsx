import { useSuspenseQuery } from '@tanstack/react-query'
import { type AbsenceRow, listAbsences } from '../../../contracts/absences.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { isAppealed } from '../../../domain/absence/life.ts'
import { ask } from '../../call.ts'
import { type AnswerFilter, AnswerQueue } from '../../ui/answer-queue.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { tileWords } from '../reviews/tile-words.ts'
import { AbsenceMark } from './absence-mark.tsx'
import { absenceWords } from './words.ts'

/** Who had signed up for a talk or a fair and did not come: the appeals that wait, or all. */
export function AbsencesPage() {
  const w = useWords(absenceWords)
  const queue = useWords(tileWords).absences
  const figures = useFigures()
  const school = useMySchool()
  const at = useListAddress<AnswerFilter>()
  const { data } = useSuspenseQuery(ask(listAbsences, { params: { school }, query: at.shown }))
  const mark = (row: AbsenceRow) => <AbsenceMark of={row} reader="school" />
  const eventOf = ({ event }: AbsenceRow) => `${w.kind[event.kind]} · ${event.title}`
  return (
    <AnswerQueue<AbsenceRow>
      at={at}
      words={{ ...w, ...queue, mine: w.waiting }}
      page={data}
      to={({ id }) => caseAddress('school', { kind: 'absence', school, id })}
      brief={(row) => ({
        who: `${row.student.name} ${row.student.studentNumber}`,
        what: eventOf(row),
        state: mark(row),
        due: row.answerBy && isAppealed(row.status) ? w.by(figures.day(row.answerBy)) : undefined,
      })}
      columns={[
        { title: w.student, show: ({ student }) => `${student.name} ${student.studentNumber}` },
        { title: w.event, show: eventOf },
        { title: w.endedAt, show: ({ missedAt }) => figures.dayOf(missedAt) },
        { title: w.answerBy, show: ({ answerBy }) => (answerBy ? figures.day(answerBy) : '—') },
        { title: w.state, show: mark },
      ]}
    />
  )
}
