import { useFigures } from '../../ui/figures.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { platformWords } from './words.ts'

/** Whether a school's people get in. */
export function SchoolState({ of: { suspendedAt } }: { of: { readonly suspendedAt: string | null } }) {
  const w = useWords(platformWords)
  const { said } = useFigures()
  return suspendedAt ? (
    <StateMark standing="over">{w.suspendedSince(said.instant(suspendedAt))}</StateMark>
  ) : (
    <StateMark standing="done">{w.running}</StateMark>
  )
}
