import type { FairPhase } from '../../../domain/fair/life.ts'
import type { EntryStatus } from '../../../domain/fair-entry/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { fairWords } from './words.ts'

const OF_FAIR: Readonly<Record<FairPhase, Standing>> = {
  draft: 'mine',
  coming: 'theirs',
  open: 'done',
  closed: 'theirs',
  running: 'done',
  over: 'over',
  called_off: 'wrong',
}
/** Where a fair stands by the calendar. */
export const FairMark = ({ phase }: { phase: FairPhase }) => (
  <StateMark standing={OF_FAIR[phase]}>{useWords(fairWords).phase[phase]}</StateMark>
)

const TO_SCHOOL: Readonly<Record<EntryStatus, Standing>> = {
  requested: 'mine',
  admitted: 'done',
  waiting: 'theirs',
  turned_down: 'wrong',
  withdrawn: 'over',
  ended: 'wrong',
}
/** Whoever has asked waits for the other side. */
const OF_ENTRY = { school: TO_SCHOOL, employer: { ...TO_SCHOOL, requested: 'theirs' } } as const
type EntryProps = {
  of: { readonly status: EntryStatus; readonly booth: string | null }
  reader: 'school' | 'employer'
}
/** Where an employer's part in a fair stands, with its booth. */
export function EntryMark({ of: { status, booth }, reader }: EntryProps) {
  const w = useWords(fairWords)
  const standing = OF_ENTRY[reader][status]
  return <StateMark standing={standing}>{booth ? w.entries.at(booth) : w.entryStatus[status]}</StateMark>
}
