import { useFigures } from '../../ui/figures.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { staffWords } from './words.ts'

type Account = { readonly begun: boolean; readonly disabled: boolean; readonly linkUntil: string | null }

/** Whether an account can be used, and until when its link can. */
export function StaffState({ of: { begun, disabled, linkUntil } }: { of: Account }) {
  const w = useWords(staffWords).states
  const { said } = useFigures()
  if (disabled) return <StateMark standing="over">{w.disabled}</StateMark>
  if (begun) return <StateMark standing="done">{w.begun}</StateMark>
  if (linkUntil) return <StateMark standing="theirs">{w.linked(said.instant(linkUntil))}</StateMark>
  return <StateMark standing="mine">{w.unlinked}</StateMark>
}
