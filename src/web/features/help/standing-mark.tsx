import type { FigureStanding } from '../../../domain/figures/parts.ts'
import { TO_HELP } from '../../../domain/help/record.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { saidFigures } from '../figures/said-figures.ts'

/** What a graduate counts as now: whom the school still helps is to be done. */
export function StandingMark({ of }: { of: FigureStanding }) {
  const w = useWords(saidFigures)
  return <StateMark standing={TO_HELP.includes(of) ? 'mine' : 'done'}>{w.standing[of]}</StateMark>
}
