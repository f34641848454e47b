import { lookedBy } from '../domain/look.ts'
import type { Purpose } from '../domain/unmasking.ts'
import type { zh } from './kept.zh.ts'

/** How somebody looked, for what, and why in their words: what is said of it, in this order. */
export function lookSaid(
  of: { readonly action: string; readonly purpose: Purpose | null; readonly reason: string | null },
  words: Pick<typeof zh, 'look' | 'purposes'>,
): string[] {
  const look = lookedBy(of.action)
  const said = [look ? words.look[look] : of.action]
  if (of.purpose) said.push(words.purposes[of.purpose])
  if (of.reason) said.push(of.reason)
  return said
}
