import { useLocation } from '@tanstack/react-router'
import type { Holder } from '../../../domain/review.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import type { Statuses, StatusWords } from './statuses.ts'
import { caseWords } from './words.ts'

type Kind = keyof Statuses
type Status = Statuses[Kind]
type Portal = 'student' | 'employer' | 'school'

/** Whose turn it is, as far as the status alone tells; 'both' parties' where it does not say which of them. */
const TURN: Readonly<Partial<Record<Status, Portal | 'both'>>> = {
  pending: 'student',
  in_review: 'school',
  in_mediation: 'school',
  returned: 'both',
  signing: 'school',
  registering: 'school',
  dissolving: 'school',
  voiding: 'school',
}
const STANDS: Readonly<Partial<Record<Status, Standing>>> = {
  awaiting_counterparty: 'theirs',
  accepted: 'done',
  effective: 'done',
  fulfilled: 'done',
  registered: 'done',
  employed: 'done',
  studying: 'done',
  rejected: 'wrong',
}

const isTurnOf = (turn: Portal | 'both' | 'college', reader: string | undefined) => {
  if (turn === 'both') return reader !== 'school'
  return (turn === 'college' ? 'school' : turn) === reader
}

/** How a status stands for the reader of this portal; `holder` says better than the status whose turn it is. */
function useStanding(): (status: Status, holder?: Holder) => Standing {
  const reader = useLocation().pathname.split('/')[1]
  return (status, holder) => {
    const turn = holder === undefined ? TURN[status] : holder
    if (turn) return isTurnOf(turn, reader) ? 'mine' : 'theirs'
    return STANDS[status] ?? 'over'
  }
}

type Props<K extends Kind> = {
  kind: K
  status: Statuses[K]
  /** Whose turn it is, null for nobody's; where it is not known the status tells. */
  holder?: Holder | undefined
  /** Said instead of the status's own word, where more is known. */
  text?: string
}

/** A status, everywhere: one word, and how it stands for who reads it. */
export function StatusTag<K extends Kind>({ kind, status, holder, text }: Props<K>) {
  const words: StatusWords = useWords(caseWords)
  return <StateMark standing={useStanding()(status, holder)}>{text ?? words[kind][status]}</StateMark>
}
