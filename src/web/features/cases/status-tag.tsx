import { Tag } from 'antd'
import { useWords } from '../../words/language.tsx'
import type { Statuses, StatusWords } from './statuses.ts'
import { caseWords } from './words.ts'

type Kind = keyof Statuses
/** Waits, stands, or needs somebody; what is over is grey. */
const WAITS = '#8a5a00'
const STANDS = '#1f5c4d'
const NEEDS_SOMEBODY = '#a3301f'
const OVER = '#55615c'
const COLOURS: Readonly<Record<Statuses[Kind], string>> = {
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
  const colour = COLOURS[status]
  return (
    <Tag
      style={{
        color: colour,
        borderColor: colour,
        background: '#fff',
        marginInlineEnd: 0,
        whiteSpace: text ? 'normal' : 'nowrap',
      }}
    >
      {text ?? words[kind][status]}
    </Tag>
  )
}
