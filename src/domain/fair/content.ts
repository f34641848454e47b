import type { Day } from '../day.ts'
import { LONGEST } from '../longest.ts'
import type { Plan } from './plan.ts'

/** What a school says of a 双选会. */
export type FairContent = {
  readonly title: string
  /** HTML, the safe part of what was written. */
  readonly description: string
  /** Employers sign up from the first of these days to 24:00 of the last, in China. */
  readonly applyFrom: Day
  readonly applyUntil: Day
  /** Whether the school looks at each employer first; else whoever it has admitted has a booth as long as there is one. */
  readonly isReviewed: boolean
  /** How many students may sign up. */
  readonly places: number
  readonly plan: Plan
}

export const FAIR_BOUNDS = { places: { least: 1, most: 100_000 }, venues: 20 } as const
export const LONGEST_FAIR = { title: LONGEST.title } as const
