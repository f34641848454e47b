import type { AbsenceRow } from '../../../contracts/absences.ts'
import { type AbsenceStatus, isAppealed } from '../../../domain/absence/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { absenceWords } from './words.ts'

export type Reader = 'school' | 'student'
const STANDING: Record<AbsenceStatus, Standing> = {
  recorded: 'wrong',
  appealed: 'theirs',
  excused: 'done',
  upheld: 'over',
}
function standingOf({ status, overdue }: Props['of'], reader: Reader): Standing {
  if (!isAppealed(status)) return STANDING[status]
  if (overdue) return 'wrong'
  return reader === 'school' ? 'mine' : STANDING[status]
}

type Props = { of: Pick<AbsenceRow, 'status'> & Partial<Pick<AbsenceRow, 'overdue'>>; reader: Reader }
/** How an absence stands. */
export function AbsenceMark({ of, reader }: Props) {
  const w = useWords(absenceWords)
  return (
    <StateMark standing={standingOf(of, reader)}>
      {[w.status[of.status], of.overdue ? w.overdue : ''].filter(Boolean).join(' · ')}
    </StateMark>
  )
}
