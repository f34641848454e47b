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

/** `isPlaced`: the student has a place, which is nobody else's to know (R1, R2). */
export function invitationStanding(
  of: Pick<Invitation, 'status' | 'respondBy'>,
  isPlaced: boolean,
  at: Date,
): Standing<InvitationStanding> {
  const status = invitationStatusAt(of, at)
  switch (status) {
    case 'pending':
      return isPlaced
        ? nothingDue('cannot-be-answered', 'employer')
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
