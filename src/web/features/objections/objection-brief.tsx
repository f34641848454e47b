import type { ObjectionRow } from '../../../contracts/objections.ts'
import { isRaised, type ObjectionStatus } from '../../../domain/objection/life.ts'
import type { Column } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { objectionWords } from './words.ts'

type Reader = 'school' | 'student'
type Standable = Pick<ObjectionRow, 'status' | 'overdue'>

const SETTLED: Record<ObjectionStatus, Standing> = {
  raised: 'theirs',
  upheld: 'done',
  dismissed: 'over',
  withdrawn: 'over',
}
function standingOf({ status, overdue }: Standable, reader: Reader): Standing {
  if (overdue) return 'wrong'
  return isRaised(status) && reader === 'school' ? 'mine' : SETTLED[status]
}

/** An objection in a list: on a phone in two lines, else in columns. */
export function useObjectionBrief(reader: Reader) {
  const w = useWords(objectionWords)
  const figures = useFigures()
  const stateOf = (row: Standable) => (
    <StateMark standing={standingOf(row, reader)}>
      {row.overdue ? `${w.status[row.status]} · ${w.overdue}` : w.status[row.status]}
    </StateMark>
  )
  const graduate: Column<ObjectionRow>[] = [
    { title: w.student, show: ({ student }) => student.name },
    { title: w.studentNumber, show: ({ student }) => student.studentNumber },
    { title: w.college, show: ({ student }) => student.college },
  ]
  const columns: Column<ObjectionRow>[] = [
    ...(reader === 'school' ? graduate : []),
    { title: w.receipt, show: (row) => row.receipt },
    { title: w.raisedAt, show: ({ raisedAt }) => figures.dayOf(raisedAt) },
    { title: w.answerBy, show: ({ answerBy }) => figures.day(answerBy) },
    { title: w.state, show: stateOf },
  ]
  return {
    stateOf,
    columns,
    brief: (row: ObjectionRow) => ({
      who: reader === 'school' ? row.student.name : row.receipt,
      what: reader === 'school' ? row.student.college : figures.dayOf(row.raisedAt),
      state: stateOf(row),
      due: isRaised(row.status) ? w.by(figures.day(row.answerBy)) : undefined,
    }),
  }
}
