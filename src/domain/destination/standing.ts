import { levelDue } from '../review.ts'
import { dueTo, nothingDue, type Standing } from '../standing.ts'
import { type Destination, destinationWaitsFor } from './life.ts'

export const DESTINATION_STANDINGS = [
  'handed-in',
  'returned',
  'registered',
  'voiding',
  'rejected',
  'withdrawn',
  'voided',
  'declared',
] as const
export type DestinationStanding = (typeof DESTINATION_STANDINGS)[number]

export function destinationStanding(of: Omit<Destination, 'version'>): Standing<DestinationStanding> {
  const turn = destinationWaitsFor(of)
  switch (of.status) {
    case 'in_review':
      return dueTo('handed-in', 'student', turn, 'review')
    case 'returned':
      return dueTo('returned', levelDue(of), turn, 'correct')
    case 'registered':
      return of.voiding ? dueTo('voiding', 'student', turn, 'review') : nothingDue('registered')
    case 'withdrawn':
    case 'declared':
      return nothingDue(of.status, 'student')
    case 'rejected':
    case 'voided':
      return nothingDue(of.status)
  }
}
