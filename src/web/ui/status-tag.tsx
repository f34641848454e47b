import { Tag } from 'antd'
import { useWords } from '../words/language.tsx'
import type { Words } from '../words/zh-CN.ts'

type Kind = 'invitationStatus' | 'agreementStatus' | 'employmentStatus'
const COLOURS: Record<string, string> = {
  pending: '#8a5a00',
  in_review: '#8a5a00',
  signing: '#8a5a00',
  accepted: '#1f5c4d',
  effective: '#1f5c4d',
  fulfilled: '#1f5c4d',
  placed: '#1f5c4d',
  returned: '#a3301f',
  rejected: '#a3301f',
  declined: '#a3301f',
}

/** One colour and one word per status, everywhere. */
export function StatusTag<K extends Kind>({ kind, status }: { kind: K; status: string }) {
  const words = useWords()
  const colour = COLOURS[status] ?? '#55615c'
  const text = (words[kind] as Words[K] & Record<string, string>)[status] ?? status
  return (
    <Tag style={{ color: colour, borderColor: colour, background: '#fff', marginInlineEnd: 0 }}>{text}</Tag>
  )
}
