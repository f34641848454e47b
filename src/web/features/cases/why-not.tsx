import type { ComponentProps } from 'react'
import { Note } from '../../ui/note.tsx'
import { Reasons } from './problem-note.tsx'

/** Why something is not offered: all that stands in the way (R27), or nothing. */
export function WhyNot({ title, reasons }: { title: string } & ComponentProps<typeof Reasons>) {
  if (reasons.length === 0) return null
  return <Note type="info" title={title} description={<Reasons reasons={reasons} />} />
}
