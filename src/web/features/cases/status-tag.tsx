import { Tag } from 'antd'
import { useWords } from '../../words/language.tsx'
import type { Statuses, StatusWords } from './statuses.ts'
import { caseWords } from './words.ts'
import './status-tag.css'

type Kind = keyof Statuses
/** Waits, stands, or needs somebody; what is over is grey. */
const WAITS = 'waits'
const STANDS = 'stands'
const NEEDS_SOMEBODY = 'needs-somebody'
const OVER = 'over'
const TONES: Readonly<Record<Statuses[Kind], string>> = {
  pending: WAITS,
  in_review: WAITS,
  awaiting_counterparty: WAITS,
  signing: WAITS,
  registering: WAITS,
  dissolving: WAITS,
  voiding: WAITS,
  accepted: STANDS,
  effective: STANDS,
  fulfilled: STANDS,
  registered: STANDS,
  employed: STANDS,
  studying: STANDS,
  in_mediation: NEEDS_SOMEBODY,
  returned: NEEDS_SOMEBODY,
  rejected: NEEDS_SOMEBODY,
  declined: NEEDS_SOMEBODY,
  refused: NEEDS_SOMEBODY,
  withdrawn: OVER,
  expired: OVER,
  cancelled: OVER,
  dissolved: OVER,
  completed: OVER,
  voided: OVER,
  declared: OVER,
  unplaced: OVER,
}

type Props<K extends Kind> = {
  kind: K
  status: Statuses[K]
  /** Said instead of the status's own word, where more is known. */
  text?: string
}

/** One colour and one word per status, everywhere. */
export function StatusTag<K extends Kind>({ kind, status, text }: Props<K>) {
  const words: StatusWords = useWords(caseWords)
  return <Tag className={`status ${TONES[status]}${text ? ' long' : ''}`}>{text ?? words[kind][status]}</Tag>
}
