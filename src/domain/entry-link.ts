import { Refusal } from './refusal.ts'

const DAYS = 7

/** The last instant at which a link that is made now opens an account. */
export const linkLastsUntil = (at: Date): Date => new Date(at.getTime() + DAYS * 24 * 60 * 60 * 1000)

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
