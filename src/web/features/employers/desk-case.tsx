import { caseAddress } from '../../../contracts/case-address.ts'
import type { DeskCase } from '../../../contracts/employers.ts'
import { type Day, dayInChina, daysBetween } from '../../../domain/day.ts'
import type { DeskCase as Shown } from '../../ui/desk.tsx'
import { useFigures } from '../../ui/figures.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { CaseMark, Sentence } from '../case-status/case-status.tsx'
import { employerWords } from './words.ts'

/** The mark and the sentence, each of its own kind. */
function Standing({ of, as: Part }: { of: DeskCase; as: typeof CaseMark }) {
  switch (of.kind) {
    case 'invitation':
      return <Part kind={of.kind} of={of} />
    case 'agreement':
      return <Part kind={of.kind} of={of} />
    case 'dissolution':
      return <Part kind={of.kind} of={of} />
  }
}
const Said: typeof CaseMark = ({ kind, of }) => <Sentence kind={kind} of={of.standing} />

/** A case as a row of the employer's desk; one that has ended can be begun again from there. */
export function useOnDesk(): (of: DeskCase) => Shown {
  const w = useWords(employerWords)
  const figures = useFigures()
  const today = dayInChina(serverNow())
  const due = (day: Day) => w.due(daysBetween(today, day), figures.day(day))
  return (of) => {
    const { id, school, student, position, since, until } = of
    const at = { kind: of.kind, school: school.code, id }
    const hasEnded = of.standing.turn === null
    return {
      id,
      to: caseAddress('employer', at),
      who: `${student.name} ${student.studentNumber}`,
      what: `${position} · ${school.name}`,
      state: <Standing of={of} as={CaseMark} />,
      said: <Standing of={of} as={Said} />,
      since: (hasEnded ? w.endedOn : w.since)(figures.dayOf(since)),
      until: until ? due(until) : undefined,
      act: hasEnded && (
        <PlainLink to={caseAddress('employer', { ...at, kind: 'invitation' }, 'again')}>{w.again}</PlainLink>
      ),
    }
  }
}
