import { agreementLife } from '../agreement/life.ts'
import { destinationLife } from '../destination/life.ts'
import type { EventName } from '../event.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Acting } from '../review.ts'

/** Acts by which staff have passed, registered or entered a destination; who has only read it is not spoken of. */
export const SPOKEN_OF: readonly EventName[] = [
  ...agreementLife.actions.map((action) => `agreement.${action}` as const),
  ...destinationLife.actions.map((action) => `destination.${action}` as const),
  'destination.fill-in',
]

/** Who acts on it, as a person. */
export type ObjectionActing = Acting & { readonly userId: string }

/**
 * Why this member of staff does not answer it: a college does not see it, and nobody answers for what they have themselves
 * passed, registered or entered (issue 13, 本人核验). Null where nothing of the kind stands in the way.
 */
export function whyNotAnswerer(
  { speaksAbout }: { readonly speaksAbout: readonly string[] },
  { role, level, userId }: Pick<ObjectionActing, 'role' | 'level' | 'userId'>,
): RefusalCode | null {
  if (role !== 'reviewer') return null
  if (level !== 'school') return 'reviewed-at-another-level'
  return speaksAbout.includes(userId) ? 'objection-about-yourself' : null
}
