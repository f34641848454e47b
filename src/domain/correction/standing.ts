import { levelDue } from '../review.ts'
import { dueTo, nothingDue, type Standing } from '../standing.ts'
import { type Correction, correctionWaitsFor } from './life.ts'

export const CORRECTION_STANDINGS = ['asked', 'returned', 'corrected', 'rejected', 'withdrawn'] as const
export type CorrectionStanding = (typeof CORRECTION_STANDINGS)[number]

export function correctionStanding(of: Omit<Correction, 'version'>): Standing<CorrectionStanding> {
  const turn = correctionWaitsFor(of)
  switch (of.status) {
    case 'in_review':
      return dueTo('asked', 'student', turn, 'review')
    case 'returned':
      return dueTo('returned', levelDue(of), turn, 'correct')
    case 'withdrawn':
      return nothingDue(of.status, 'student')
    case 'corrected':
    case 'rejected':
      return nothingDue(of.status)
  }
}
