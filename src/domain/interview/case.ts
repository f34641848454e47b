import type { JournalData } from '../outcome.ts'
import type { Interview, InterviewStep } from './life.ts'
import type { KeptSpan, Slot } from './slots.ts'

/** In a room, or over a line. */
export const INTERVIEW_WAYS = ['onsite', 'online'] as const
export type InterviewWay = (typeof INTERVIEW_WAYS)[number]

/** Where it is, and what the employer says of it. */
export type Meeting = {
  readonly manner: InterviewWay
  /** The room, or how the line is reached: an address of the web, a number of a meeting. */
  readonly place: string
  /** What to bring, whom to ask for; may be empty. */
  readonly note: string
}

/** An interview with all that an act on it may change or needs to know. */
export type InterviewCase = Interview &
  Meeting & {
    readonly schoolId: string
    readonly id: string
    readonly applicationId: string
    readonly employerId: string
    readonly studentId: string
    /** The times it is offered; those of one proposal to several students are the same. */
    readonly setId: string
    /** Which of them was taken, and when that is; null while none is. */
    readonly slotId: string | null
    readonly beginsAt: Date | null
    /** The last words of either side. */
    readonly reason: string | null
    readonly proposedAt: Date
    readonly changedAt: Date
    /** What the post, its employer and the student are called, for whoever is told. */
    readonly title: string
    readonly employerName: string
    readonly studentName: string
  }
export type InterviewChange = {
  /** Null where it comes into being. */
  readonly before: InterviewCase | null
  readonly after: InterviewCase
  readonly step: InterviewStep
  readonly data: JournalData
}
/** The times of a set that comes into being. */
export type NewSlots = {
  readonly schoolId: string
  readonly setId: string
  readonly employerId: string
  readonly slots: readonly (KeptSpan & Pick<Slot, 'id'>)[]
}
