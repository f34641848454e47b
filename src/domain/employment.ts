import { type AgreementStatus, isCertified } from './agreement/life.ts'
import type { DestinationStatus } from './destination/life.ts'

/** Employment information 就业信息 (`domain.md` §1): derived from what holds the place, never typed in. */
export const EMPLOYMENT_STATUSES = [
  'unplaced',
  'declared',
  'signing',
  'registering',
  'returned',
  'employed',
  'studying',
  'dissolving',
  'voiding',
] as const
export type EmploymentStatus = (typeof EMPLOYMENT_STATUSES)[number]

/** Nothing holds the place: an employer may still win this student. */
export type ToBeWon = 'unplaced' | 'declared'
export const isToBeWon = (status: EmploymentStatus): status is ToBeWon =>
  status === 'unplaced' || status === 'declared'

export type PlacementFacts =
  | {
      readonly kind: 'online' | 'paper'
      readonly status: AgreementStatus
      readonly dissolving: boolean
    }
  | {
      readonly kind: 'destination'
      readonly status: DestinationStatus
      readonly voiding: boolean
      /** The category's class in the code table. */
      readonly categoryClass: string
    }

/** The status, from what holds the place (null when nothing does) and whether an unplaced category is declared. */
export function employmentStatusOf(placement: PlacementFacts | null, declared: boolean): EmploymentStatus {
  if (!placement) return declared ? 'declared' : 'unplaced'
  if (placement.status === 'returned') return 'returned'
  if (placement.kind === 'destination') {
    if (placement.status === 'in_review') return 'registering'
    if (placement.voiding) return 'voiding'
    return placement.categoryClass === 'further-study' ? 'studying' : 'employed'
  }
  if (!isCertified(placement.status)) return 'signing'
  return placement.dissolving ? 'dissolving' : 'employed'
}
