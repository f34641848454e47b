import { Tag } from 'antd'
import { useWords } from '../../words/language.tsx'
import type { Words } from '../../words/zh-CN.ts'

type Kind =
  | 'invitationStatus'
  | 'agreementStatus'
  | 'dissolutionStatus'
  | 'destinationStatus'
  | 'employmentStatus'
/** Waits, stands, or needs somebody; what is over is grey. */
const WAITS = '#8a5a00'
const STANDS = '#1f5c4d'
const NEEDS_SOMEBODY = '#a3301f'
const COLOURS: Record<string, string> = {
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
}

type Props<K extends Kind> = {
  kind: K
  status: string
  /** Said instead of the status's own word, where more is known. */
  text?: string
}

/** One colour and one word per status, everywhere. */
export function StatusTag<K extends Kind>({ kind, status, text }: Props<K>) {
  const words = useWords()
  const colour = COLOURS[status] ?? '#55615c'
  const word = (words[kind] as Words[K] & Record<string, string>)[status] ?? status
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
      {text ?? word}
    </Tag>
  )
}
