import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import type { Statuses, StatusWords } from './statuses.ts'
import { caseWords } from './words.ts'

type Kind = keyof Statuses

/** How a status stands that is nobody's turn here; what is under way is others' business. */
const STANDS: Readonly<Partial<Record<Statuses[Kind], Standing>>> = {
  awaiting_counterparty: 'theirs',
  in_mediation: 'theirs',
  in_review: 'theirs',
  awaiting_seal: 'theirs',
  accepted: 'done',
  effective: 'done',
  fulfilled: 'done',
  registered: 'done',
  corrected: 'done',
  employed: 'done',
  studying: 'done',
  rejected: 'wrong',
  approved: 'done',
  suspended: 'wrong',
  barred: 'wrong',
}

type Props<K extends Kind> = {
  kind: K
  status: Statuses[K]
  /** Whether it is the reader's turn; null where it is nobody's. */
  isMine: boolean | null
  /** It waits for the college, which some words of the school's review name. */
  atCollege?: boolean
}

/** A status, everywhere: one word, and how it stands for who reads it. */
export function StatusTag<K extends Kind>({ kind, status, isMine, atCollege = false }: Props<K>) {
  const all = useWords(caseWords)
  const words: StatusWords = all
  const ofCollege: Partial<Record<Kind, string>> = all.atCollege
  const standing = isMine === null ? (STANDS[status] ?? 'over') : isMine ? 'mine' : 'theirs'
  return <StateMark standing={standing}>{(atCollege && ofCollege[kind]) || words[kind][status]}</StateMark>
}
