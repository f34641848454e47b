import { isOver } from '../day.ts'
import { otherSide } from '../lifecycle.ts'
import { levelDue } from '../review.ts'
import { dueTo, nothingDue, type Standing } from '../standing.ts'
import { type AgreementTurn, agreementWaitsFor } from './life.ts'

export const AGREEMENT_STANDINGS = [
  'signed',
  'registered',
  'amendment',
  'cancellation',
  'returned',
  'awaiting-seal',
  'seal-overdue',
  'in-force',
  'dissolving',
  'fulfilment',
  'unanswered',
  'fulfilled',
  'rejected',
  'cancelled',
  'dissolved',
] as const
export type AgreementStanding = (typeof AGREEMENT_STANDINGS)[number]

/** `dissolution`: where the open request to dissolve it stands, if there is one. */
export function agreementStanding(
  of: AgreementTurn,
  dissolution: Standing | null,
  at: Date,
): Standing<AgreementStanding> {
  const turn = agreementWaitsFor(of)
  switch (of.status) {
    case 'in_review':
    case 'returned':
      if (of.amendment) return dueTo('amendment', 'employer', turn, 'answer')
      if (of.cancellationBy)
        return dueTo('cancellation', of.cancellationBy, otherSide(of.cancellationBy), 'answer')
      if (of.status === 'returned') return dueTo('returned', levelDue(of), turn, 'correct')
      return of.kind === 'paper'
        ? dueTo('registered', 'student', turn, 'review')
        : dueTo('signed', null, turn, 'review')
    case 'awaiting_seal':
      if (of.sealBy && isOver(of.sealBy, at)) return dueTo('seal-overdue', null, 'school', 'decide')
      return of.cancellationBy
        ? dueTo('cancellation', of.cancellationBy, turn, 'answer')
        : dueTo('awaiting-seal', 'school', turn, 'seal')
    case 'effective':
      if (dissolution) return { ...dissolution, key: 'dissolving' }
      if (!of.fulfilment) return nothingDue('in-force')
      return isOver(of.fulfilment.answerBy, at)
        ? dueTo('unanswered', 'student', 'school', 'decide')
        : dueTo('fulfilment', of.fulfilment.by, turn, 'answer')
    default:
      return nothingDue(of.status)
  }
}
