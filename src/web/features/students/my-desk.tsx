import { caseAddress } from '../../../contracts/case-address.ts'
import type { ToDo } from '../../../contracts/students.ts'
import { Desk } from '../../ui/desk.tsx'
import { showDay } from '../../ui/moment.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { homeWords } from './home-words.ts'

/** 等我办理: the cases in which it is the student's turn. */
export function MyDesk({ of, school }: { of: readonly ToDo[]; school: string }) {
  const w = useWords(homeWords)
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
        since: w.since(showDay(since)),
        until: until ? w.until(until) : undefined,
      }))}
    />
  )
}
