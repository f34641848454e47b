import type { Day } from '../day.ts'
import type { JournalData } from '../outcome.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import type { Application, ApplicationStep } from './life.ts'

/** An application with all that an act on it may change or needs to know. */
export type ApplicationCase = Application & {
  readonly schoolId: string
  readonly id: string
  readonly postId: string
  readonly employerId: string
  readonly studentId: string
  /** Who the student was when applying. */
  readonly snapshot: StudentSnapshot
  /** Codes of the roster at that time, by which employers find. */
  readonly education: string
  readonly majorCode: string
  /** The résumé as it stood when it was sent; null once it was removed after the school's retention. */
  readonly resumeId: string | null
  /** The student's words to the employer; may be empty. */
  readonly note: string
  readonly appliedAt: Date
  /** The last day on which an answer counts as given in time (AT-10). */
  readonly answerBy: Day
  /** When the employer answered first, with whatever; null before, and where it never did. */
  readonly answeredAt: Date | null
  readonly changedAt: Date
  /** The employer's last words to the student. */
  readonly reason: string | null
  readonly endedAt: Date | null
  /** What the post and its employer are called now, for whoever is told. */
  readonly title: string
  readonly employerName: string
}
export type ApplicationChange = {
  /** Null where it comes into being. */
  readonly before: ApplicationCase | null
  readonly after: ApplicationCase
  readonly step: ApplicationStep
  readonly data: JournalData
}
