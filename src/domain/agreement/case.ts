import type { CaseRef } from '../case.ts'
import type { KeptRules } from '../dissolution/asking.ts'
import type { Step } from '../lifecycle.ts'
import type { Change, JournalData } from '../outcome.ts'
import { type Hold, placeBetween } from '../placement.ts'
import type { Holder, WithCollege } from '../review.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Terms, Wording } from '../terms.ts'
import { AGREEMENT_ENDED, type Agreement, agreementWaitsFor, HOLDS_PLACEMENT } from './life.ts'

/** An agreement with all that an act on it may change or needs to know. */
export type AgreementCase = Agreement &
  Wording &
  WithCollege & {
    readonly schoolId: string
    readonly id: string
    /** With `#` for each digit of its serial until the counter has allotted it. */
    readonly number: string
    readonly studentId: string
    /** The roster's version of the student's data when it was signed. */
    readonly studentVersion: number
    /** Null where a paper's employer is not on the platform. */
    readonly employerId: string | null
    readonly invitationId: string | null
    /** The notice that its student had read; null for a paper. */
    readonly noticeId: string | null
    /** The school's rules on dissolving as they were when it was signed (R23). */
    readonly dissolutionRules: KeptRules
    /** The day that a paper bears. */
    readonly signedOn: string | null
    readonly snapshot: Snapshot
    readonly termsVersion: number
    readonly amendmentTerms: Terms | null
    readonly amendmentHash: string | null
    /** The open request to dissolve it. */
    readonly dissolutionId: string | null
    readonly waitingFor: Holder
    readonly waitingSince: Date
    readonly formedAt: Date
    /** The days in China on which the employer is reminded of the seal, while it is awaited. */
    readonly sealReminders: readonly string[]
    /** When the employer confirmed that it has sealed. */
    readonly sealedAt: Date | null
    readonly effectiveAt: Date | null
    readonly endedAt: Date | null
  }
export type AgreementChange = Change<'agreement', AgreementCase>

export const agreementRef = ({ id }: Pick<AgreementCase, 'id'>): CaseRef => ({ kind: 'agreement', id })

const holdOf = ({ status, kind, snapshot }: AgreementCase): Hold | null =>
  HOLDS_PLACEMENT.includes(status) ? { kind, holder: snapshot.employer.name } : null

/** The change with what follows from it: whose turn it is since when, when it came into force or ended, and the place. */
export function agreementChange(
  before: AgreementCase | null,
  changed: AgreementCase,
  step: Step<string, AgreementCase['status']>,
  data: JournalData,
): AgreementChange {
  const waitingFor = agreementWaitsFor(changed)
  const after: AgreementCase = {
    ...changed,
    waitingFor,
    waitingSince: before?.waitingFor === waitingFor ? before.waitingSince : step.at,
    // A fulfilment that is undone takes nothing of the time it has been in force.
    effectiveAt: step.to === 'effective' ? (changed.effectiveAt ?? step.at) : changed.effectiveAt,
    endedAt: AGREEMENT_ENDED.includes(step.to) ? step.at : null,
  }
  const place = placeBetween(before && holdOf(before), holdOf(after))
  return { kind: 'agreement', before, after, step, data, place }
}
