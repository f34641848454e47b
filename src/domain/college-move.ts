import type { AgreementCase } from './agreement/case.ts'
import { agreementToReview } from './agreement/told.ts'
import type { CorrectionCase } from './correction/case.ts'
import { correctionToReview } from './correction/told.ts'
import type { DestinationCase } from './destination/case.ts'
import { destinationToReview } from './destination/told.ts'
import type { DissolutionCase } from './dissolution/case.ts'
import { dissolutionToReview } from './dissolution/told.ts'
import type { Message } from './notification.ts'
import type { JournalData } from './outcome.ts'
import { Refusal } from './refusal.ts'
import type { Acting } from './review.ts'

/** All that a student has or had, with the college it was with until now. */
export type CasesOfStudent = {
  readonly agreements: readonly AgreementCase[]
  readonly dissolutions: readonly DissolutionCase[]
  readonly destinations: readonly DestinationCase[]
  readonly corrections: readonly CorrectionCase[]
}

export type MovingFacts = {
  readonly student: { readonly collegeId: string; readonly version: number }
  /** The school has a college of this code. */
  readonly isCollege: boolean
  readonly cases: CasesOfStudent
}
export type Moving = { readonly seenVersion: number; readonly collegeId: string; readonly reason: string }

/** What comes of it beside the student's own row: what the journal keeps of it, and who is told. */
export type Moved = {
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly data: JournalData
  readonly told: readonly Message[]
}

/** Staff of the school itself, not of one of its colleges. */
export const mayMoveStudents = ({ level }: Pick<Acting, 'level'>): boolean => level === 'school'

/**
 * 转院系: the school moves a student to another of its colleges, with a reason. All cases of the student are the new
 * college's from now on, whose reviewers are told of what waits for them; a college that has decided keeps reading it.
 */
export function moveToCollege(
  { student, isCollege, cases }: MovingFacts,
  { seenVersion, collegeId, reason }: Moving,
  { level }: Acting,
): Moved {
  if (!mayMoveStudents({ level })) throw new Refusal('not-allowed')
  if (seenVersion !== student.version) throw new Refusal('content-changed', { version: student.version })
  if (!isCollege) throw new Refusal('no-such-college', { field: 'collegeId' })
  if (collegeId === student.collegeId) throw new Refusal('nothing-changed', { field: 'collegeId' })
  return {
    from: student.collegeId,
    to: collegeId,
    reason,
    data: { version: seenVersion },
    told: reviewsFor(collegeId, cases),
  }
}

/** What waits for this college's review, once the cases are its own. */
function reviewsFor(
  collegeId: string,
  { agreements, dissolutions, destinations, corrections }: CasesOfStudent,
): Message[] {
  const waits = ({ waitingFor }: { readonly waitingFor: string | null }) => waitingFor === 'college'
  return [
    ...agreements.filter(waits).flatMap((one) => agreementToReview({ ...one, collegeId })),
    ...dissolutions.filter(waits).flatMap((one) => dissolutionToReview({ ...one, collegeId })),
    ...destinations.filter(waits).flatMap((one) => destinationToReview({ ...one, collegeId })),
    ...corrections.filter(waits).flatMap((one) => correctionToReview({ ...one, collegeId })),
  ]
}
