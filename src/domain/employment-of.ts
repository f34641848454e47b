import { type AgreementStatus, AWAITS_SEAL, HOLDS_PLACEMENT, isCertified } from './agreement/life.ts'
import { DESTINATION_HOLDS_PLACEMENT, type DestinationStatus } from './destination/life.ts'

import type { EmploymentStatus } from './employment.ts'

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

/** The class of the categories that are no employment. */
export const FURTHER_STUDY = 'further-study'

/** The status, from what holds the place (null when nothing does) and whether an unplaced category is declared. */
export function employmentStatusOf(placement: PlacementFacts | null, declared: boolean): EmploymentStatus {
  if (!placement) return declared ? 'declared' : 'unplaced'
  if (placement.status === 'returned') return 'returned'
  if (placement.kind === 'destination') {
    if (placement.status === 'in_review') return 'registering'
    if (placement.voiding) return 'voiding'
    return placement.categoryClass === FURTHER_STUDY ? 'studying' : 'employed'
  }
  if (AWAITS_SEAL.includes(placement.status)) return 'sealing'
  if (!isCertified(placement.status)) return 'signing'
  return placement.dissolving ? 'dissolving' : 'employed'
}

const BOTH = [false, true] as const
const AGREED = HOLDS_PLACEMENT.flatMap((status) =>
  BOTH.map((dissolving) => ({ kind: 'online' as const, status, dissolving })),
)
const REGISTERED = DESTINATION_HOLDS_PLACEMENT.flatMap((status) =>
  BOTH.flatMap((voiding) =>
    BOTH.map((studies) => ({
      kind: 'destination' as const,
      status,
      voiding,
      categoryClass: studies ? FURTHER_STUDY : '',
    })),
  ),
)

/**
 * All that a student may have whose status is this one, worked out from the rule itself, so that a search and a page cannot
 * disagree. `free`: nothing holds the place; with a declaration, or without.
 */
export const placesMeaning = (status: EmploymentStatus) => ({
  agreements: AGREED.filter((of) => employmentStatusOf(of, false) === status),
  destinations: REGISTERED.filter((of) => employmentStatusOf(of, false) === status),
  free: BOTH.filter((declared) => employmentStatusOf(null, declared) === status),
})
