import type { SealRules } from '../agreement/sealing.ts'
import type { KeptRules } from '../dissolution/asking.ts'
import type { Step } from '../lifecycle.ts'
import type { Change, JournalData } from '../outcome.ts'
import type { Wording } from '../terms.ts'
import type { DeadlineLimits } from './deadline.ts'
import type { Invitation, InvitationStatus } from './life.ts'

/** An invitation with all that an act on it may change or needs to know. */
export type InvitationCase = Invitation &
  Wording &
  DeadlineLimits & {
    readonly declineNeedsReason: boolean
    /** What an agreement that comes of it is dissolved by (R23). */
    readonly dissolutionRules: KeptRules
    /** Whether, after the review, the employer seals what comes of it, as it was when it was sent. */
    readonly sealRules: SealRules | null
    readonly schoolId: string
    readonly id: string
    readonly studentId: string
    readonly studentName: string
    readonly employerId: string
    readonly employerName: string
    readonly termsVersion: number
    /** Why it was withdrawn or declined. */
    readonly reason: string | null
    readonly sentAt: Date
    readonly endedAt: Date | null
  }
export type InvitationChange = Change<'invitation', InvitationCase>

/** The change with what follows from it; an invitation holds no place. */
export const invitationChange = (
  before: InvitationCase | null,
  changed: InvitationCase,
  step: Step<string, InvitationStatus>,
  data: JournalData,
): InvitationChange => ({
  kind: 'invitation',
  before,
  after: { ...changed, reason: step.reason, endedAt: step.to === 'pending' ? null : step.at },
  step,
  data,
  place: { do: 'keep' },
})
