import { Refusal } from './refusal.ts'

const HOUR = 60 * 60 * 1000
/** How long a link opens: one that somebody was given, and one that whoever typed a log-in had sent to its address. */
const LASTS = { given: 7 * 24 * HOUR, mailed: HOUR } as const
export type LinkWay = keyof typeof LASTS

/** The last instant at which a link that is made now opens an account. */
export const linkLastsUntil = (at: Date, way: LinkWay): Date => new Date(at.getTime() + LASTS[way])

export type EntryLink = {
  readonly expiresAt: Date
  readonly disabledAt: Date | null
  readonly suspendedAt: Date | null
}

/**
 * Refuses a link that opens nothing: none, used, replaced or over, of a disabled account or a suspended school. One answer for
 * all, so that a link tells nothing about an account to who happens upon it.
 */
export function refuseUnlessOpens(link: EntryLink | null, at: Date): asserts link is EntryLink {
  if (!link || link.expiresAt <= at || link.disabledAt || link.suspendedAt) throw new Refusal('link-over')
}
