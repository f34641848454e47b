import type { RefusalCode } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { AskerSide, RequestOffer } from './life.ts'

/** Who of the school answers: its office (reviewers and administrators), or, of one of its own staff, its administrators alone. */
export type Answerer = 'office' | 'administrators'

/** What staff tell of themselves is their employer's business, not their colleagues'. */
export const ANSWERED_BY: Readonly<Record<AskerSide, Answerer>> = {
  student: 'office',
  member: 'office',
  staff: 'administrators',
}

/** Whoever acts on a request, or reads it. */
export type RequestActing = Acting & {
  readonly userId: string
  /** Whether they have made it themselves. */
  readonly isAsker: boolean
  readonly isAdministrator: boolean
}

/** Nobody answers themselves; a college does not answer for the school. */
export const mayAnswer = (
  side: AskerSide,
  { level, isAsker, isAdministrator }: Pick<RequestActing, 'level' | 'isAsker' | 'isAdministrator'>,
): boolean => !isAsker && (ANSWERED_BY[side] === 'administrators' ? isAdministrator : level === 'school')

/** Why this person takes no such act, whatever the status; null where they may. */
export function notTheirs(side: AskerSide, action: RequestOffer, acting: RequestActing): RefusalCode | null {
  if (action === 'withdraw') return acting.isAsker ? null : 'not-your-turn'
  if (mayAnswer(side, acting)) return null
  if (acting.isAsker && acting.role === 'reviewer') return 'own-request'
  return acting.role === 'reviewer' ? 'reviewed-at-another-level' : 'not-your-turn'
}
