import type { Day } from '../day.ts'
import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import type { PostContent } from './content.ts'
import type { Post, PostStep, Rejection } from './life.ts'

/** A post at one school with all that an act on it may change or needs to know. It is no student's, so it is no case of `case.ts`. */
export type PostCase = Post & {
  readonly schoolId: string
  readonly schoolName: string
  readonly id: string
  readonly employerId: string
  readonly employerName: string
  /** In the address that people pass on. */
  readonly shortId: string
  /** Codes of the employer's, by which its posts are found. */
  readonly industry: string
  readonly nature: string
  /** The last day on which the school's verification of the employer holds (L7): the admission's own, kept here by the database. */
  readonly verifiedUntil: Day
  /** What visitors read, or what waits to be published. */
  readonly content: PostContent
  /** What is to stand there instead, once the school has looked. */
  readonly proposed: PostContent | null
  readonly submittedAt: Date
  readonly waitingSince: Date
  readonly publishedAt: Date | null
  /** The school's last word, or its question. */
  readonly reason: string | null
  readonly rejection: Rejection | null
  /** It was submitted again after it had been rejected: that is done once. */
  readonly hasRetried: boolean
}

export type PostChange = {
  /** Null where it comes to this school. */
  readonly before: PostCase | null
  readonly after: PostCase
  readonly step: PostStep
  readonly data: JournalData
}
/** What becomes of a post at one school or at several, and who is told what. */
export type PostOutcome = { readonly changes: readonly PostChange[]; readonly told: readonly Message[] }
