import { caseAddress } from '../../../contracts/case-address.ts'
import type { ToDo } from '../../../contracts/students.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Desk } from '../../ui/desk.tsx'
import { useFigures } from '../../ui/figures.ts'
import { serverNow } from '../../ui/server-now.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { homeWords } from './home-words.ts'

type Props = {
  of: readonly ToDo[]
  school: string
}

/** 等我办理: the cases in which it is the student's turn. */
export function MyDesk({ of, school }: Props) {
  const w = useWords(homeWords)
  const figures = useFigures()
  const today = dayInChina(serverNow())
  return (
    <Desk
      title={w.myTurn}
      empty={w.nothingToDo}
      of={of.map(({ kind, id, who, what, ask, since, until }) => ({
        id,
        to: caseAddress('student', { kind, school, id }),
        who,
        what,
        state: <StateMark standing="mine">{w.ask[ask]}</StateMark>,
        since: w.since(figures.dayOf(since)),
        until: until ? (until < today ? w.wasUntil : w.until)(figures.said.nearDeadline(until)) : undefined,
      }))}
    />
  )
}
