import { dueTo, nothingDue, type Standing } from '../standing.ts'
import { type Invitation, invitationStatusAt } from './life.ts'

export const INVITATION_STANDINGS = [
  'sent',
  'cannot-be-answered',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
] as const
export type InvitationStanding = (typeof INVITATION_STANDINGS)[number]

/**
 * `isPlaced`: the student has a place and can accept none for now (R1). Whose it is and of which kind stays the student's: what
 * an employer reads is no more than what becomes of its own invitation (decision 0028).
 */
export function invitationStanding(
  of: Pick<Invitation, 'status' | 'respondBy'>,
  isPlaced: boolean,
  at: Date,
): Standing<InvitationStanding> {
  const status = invitationStatusAt(of, at)
  switch (status) {
    case 'pending':
      return isPlaced
        ? nothingDue('cannot-be-answered', 'student')
        : dueTo('sent', 'employer', 'student', 'answer')
    case 'accepted':
    case 'declined':
      return nothingDue(status, 'student')
    case 'withdrawn':
      return nothingDue(status, 'employer')
    case 'expired':
      return nothingDue(status)
  }
}
