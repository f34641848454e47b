import { caseAddress } from '../../../contracts/case-address.ts'
import type { DeskCase } from '../../../contracts/employers.ts'
import { type Day, dayInChina, daysBetween } from '../../../domain/day.ts'
import type { DeskCase as Shown } from '../../ui/desk.tsx'
import { useFigures } from '../../ui/figures.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { CaseMark, useParts } from '../case-status/case-status.tsx'
import { employerWords } from './words.ts'

/** A case as a row of the employer's desk; one that has ended can be begun again from there. */
export function useOnDesk(): (of: DeskCase) => Shown {
  const w = useWords(employerWords)
  const figures = useFigures()
  const parts = useParts()
  const partsOf = (of: DeskCase) => {
    switch (of.kind) {
      case 'invitation':
        return parts(of.kind, of.standing)
      case 'agreement':
        return parts(of.kind, of.standing)
      case 'dissolution':
        return parts(of.kind, of.standing)
    }
  }
  const today = dayInChina(serverNow())
  const due = (day: Day) => w.due(daysBetween(today, day), figures.day(day))
  return (of) => {
    const { id, school, student, position, since, until } = of
    const at = { kind: of.kind, school: school.code, id }
    const { what, next, isMine } = partsOf(of)
    const hasEnded = of.standing.turn === null
    return {
      id,
      to: caseAddress('employer', at),
      who: `${student.name} ${student.studentNumber}`,
      what: `${position} · ${school.name}`,
      state:
        of.kind === 'invitation' && hasEnded ? (
          <CaseMark kind={of.kind} of={of} />
        ) : (
          <StateMark standing={isMine ? 'mine' : 'theirs'}>{next}</StateMark>
        ),
      said: what,
      since: (hasEnded ? w.endedOn : w.since)(figures.dayOf(since)),
      until: until ? due(until) : undefined,
      act: hasEnded && (
        <PlainLink to={caseAddress('employer', { ...at, kind: 'invitation' }, 'again')}>{w.again}</PlainLink>
      ),
    }
  }
}
