import type { Message, NotificationKind } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import { type PlacingFacts, reasonsAgainstPlacing } from '../placement.ts'
import { type Reason, Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import {
  causeAfter,
  type FormCause,
  type FormOffer,
  type FormStatus,
  type FormStep,
  isFormOut,
  type PaperForm,
  paperFormLife,
} from './life.ts'
import { scannedAs } from './scan.ts'

/** A form with all that the register has of it. It is no case of `case.ts`: nobody reviews it, and it holds no place. */
export type FormCase = PaperForm & {
  readonly schoolId: string
  readonly id: string
  readonly number: string
  readonly studentId: string
  /** With which college the student is now. */
  readonly collegeId: string
  readonly cause: FormCause
  /** How the student is called on it. */
  readonly snapshot: StudentSnapshot
  readonly issuedAt: Date
  readonly issuedBy: string
  readonly endedAt: Date | null
  readonly endedBy: string | null
  /** Why it was spoiled, or how it was lost. */
  readonly reason: string | null
  /** What was signed on it, once it has come back. */
  readonly agreementId: string | null
}
export type FormOutcome = {
  readonly before: FormCase | null
  readonly after: FormCase
  readonly step: FormStep
  readonly data: JournalData
  readonly told: readonly Message[]
}

/** What this person may do now. */
export const formOffers = (of: PaperForm, { role, at }: Acting): FormOffer[] =>
  paperFormLife.actionsFor(of, role, at)

export type IssuingFacts = {
  readonly placing: PlacingFacts
  /** The student's latest form; null where there was none. */
  readonly latest: { readonly number: string; readonly status: FormStatus } | null
}

/** All that keeps a student from being given a form now (R1, R10): who holds a place signs nothing more. */
export const reasonsAgainstIssuing = ({ placing, latest }: IssuingFacts): Reason[] => [
  ...(latest && isFormOut(latest.status)
    ? [{ code: 'form-out', remover: 'school', details: { number: latest.number } } as const]
    : []),
  ...reasonsAgainstPlacing(placing, null),
]

const toStudent = (
  { schoolId: school, studentId, id, number, reason }: FormCase,
  kind: NotificationKind,
) => ({
  kind,
  school,
  to: { studentId },
  about: { kind: 'paper-form', id } as const,
  params: { number, reason: reason ?? '' },
})

const SAID = {
  return: 'paper-form.returned',
  spoil: 'paper-form.spoiled',
  lose: 'paper-form.lost',
} as const satisfies Record<FormOffer, NotificationKind>

/** The student hears what staff have entered; of what a student reports, the college and the school do. */
function toldOf(after: FormCase, action: FormOffer, { role }: Acting): Message[] {
  if (role !== 'student') return [toStudent(after, SAID[action])]
  const { schoolId: school, id, number, snapshot, reason, collegeId } = after
  const params = { number, student: snapshot.name, reason: reason ?? '' }
  return [{ level: 'college', collegeId } as const, { level: 'school' } as const].map((to) => ({
    kind: 'paper-form.reported-lost',
    school,
    to,
    about: { kind: 'paper-form', id },
    params,
  }))
}

export type Issuing = Pick<
  FormCase,
  'schoolId' | 'id' | 'number' | 'studentId' | 'collegeId' | 'snapshot' | 'issuedBy'
> &
  IssuingFacts

/** A form is handed out. Whoever asks has seen that nothing stands in its way (`reasonsAgainstIssuing`). */
export function issueForm({ placing: _, latest, ...form }: Issuing, { role, at }: Acting): FormOutcome {
  const born = {
    ...form,
    version: 1,
    cause: causeAfter(latest?.status ?? null),
    issuedAt: at,
    endedAt: null,
    endedBy: null,
    reason: null,
    agreementId: null,
  }
  const step = paperFormLife.begin(born, { action: 'issue', role, at })
  const after = { ...born, status: step.to }
  const data = { number: after.number, cause: after.cause, ...(latest && { after: latest.number }) }
  return { before: null, after, step, data, told: [toStudent(after, 'paper-form.issued')] }
}

export type FormCommand = {
  readonly action: FormOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
}
export type FormFacts = {
  readonly before: FormCase
  /** The paper agreement that the student has registered and that was not ended, with the forms on its scans; null where there is none. */
  readonly agreement: {
    readonly id: string
    readonly number: string
    readonly scanned: readonly string[]
  } | null
}

/** What becomes of a form: it is matched to what was signed on it, or will never be used. */
export function actOnForm(
  { before, agreement }: FormFacts,
  { action, seenVersion, reason }: FormCommand,
  acting: Acting & { readonly userId: string },
): FormOutcome {
  const { role, at, userId } = acting
  const step = paperFormLife.decide(before, { action, role, seenVersion, reason, at })
  const isReturned = step.action === 'return'
  if (isReturned && !agreement) throw new Refusal('form-without-agreement')
  const scan = isReturned && agreement ? scannedAs(before.number, agreement.scanned) : null
  if (scan === 'other')
    throw new Refusal('form-scan-of-another', { numbers: agreement?.scanned.join('、') ?? '' })
  const after: FormCase = {
    ...before,
    status: step.to,
    version: before.version + 1,
    endedAt: at,
    endedBy: userId,
    reason: step.reason,
    agreementId: isReturned ? (agreement?.id ?? null) : null,
  }
  const data = { number: after.number, ...(scan && agreement && { agreement: agreement.number, scan }) }
  return { before, after, step, data, told: toldOf(after, action, acting) }
}
