import type { Day } from '../day.ts'
import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import type { Placed } from '../venue/venue.ts'
import type { TalkContent } from './content.ts'
import type { Talk, TalkGround, TalkStep } from './life.ts'

/** A talk at a school with all that an act on it may change or needs to know. It is no student's, so it is no case of `case.ts`. */
export type TalkCase = Talk & {
  readonly schoolId: string
  readonly schoolName: string
  readonly id: string
  readonly employerId: string
  readonly employerName: string
  /** The last day of the school's verification of the employer. */
  readonly verifyDue: Day | null
  /** In the address that people pass on. */
  readonly shortId: string
  readonly content: TalkContent
  /** Kept after it was called off, as what was said. */
  readonly placed: Placed | null
  /** How many students have signed up. */
  readonly signedUp: number
  readonly requestedAt: Date
  readonly waitingSince: Date
  /** Of its last step. */
  readonly changedAt: Date
  /** The last words of the other side. */
  readonly reason: string | null
  readonly ground: TalkGround | null
}
export type TalkChange = {
  /** Null where it comes into being. */
  readonly before: TalkCase | null
  readonly after: TalkCase
  readonly step: TalkStep
  readonly data: JournalData
}
/** What becomes of talks, and who is told what. */
export type TalkOutcome = { readonly changes: readonly TalkChange[]; readonly told: readonly Message[] }
