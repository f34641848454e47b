import type { Day } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import { verificationAt, verifyDueAfter } from './verification.ts'

/** An employer's admission by one school (`domain.md` §3): only an admitted one invites (R21). */
export const ADMISSION_STATUSES = [
  'pending',
  'questioned',
  'approved',
  'returned',
  'rejected',
  'suspended',
] as const
export type AdmissionStatus = (typeof ADMISSION_STATUSES)[number]

/** Waits for the school's decision. */
export const TO_DECIDE: readonly AdmissionStatus[] = ['pending']
/** Waits for the employer, with words of the school that say for what. */
export const WITH_EMPLOYER: readonly AdmissionStatus[] = ['questioned', 'returned']
/** Is verified again and again. */
export const VERIFIABLE: readonly AdmissionStatus[] = ['approved']
/** What the school has said against it stands. */
export const REFUSED: readonly AdmissionStatus[] = ['rejected', 'suspended']

export type Admission = {
  readonly status: AdmissionStatus
  /** Counts what either side may have read, changes of the employer's certified data among it. */
  readonly version: number
  /** Since when the school has admitted it; stays while changed data wait for the school anew (R21). Null where it never has, or no longer does. */
  readonly admittedAt: Date | null
  /** The last day on which the school's verification holds (L7); null where it has verified nothing. */
  readonly verifyDue: Day | null
  /** When the employer confirmed that its data are still right; null once the school has answered. */
  readonly confirmedAt: Date | null
  /** The school takes at once what another school has admitted, and another has. Of an application only. */
  readonly isKnown: boolean
}

const toDecision = ({ isKnown }: Admission): AdmissionStatus => (isKnown ? 'approved' : 'pending')
/** Certified data that are changed go through admission again; what the school has said before stays said. */
const afterChange = ({ status }: Admission): AdmissionStatus => (status === 'approved' ? 'pending' : status)

const RULES = {
  apply: { from: null, to: toDecision, by: ['employer'] },
  'apply-again': { from: ['returned', 'rejected'], to: 'pending', by: ['employer'] },
  ask: { from: ['pending'], to: 'questioned', by: ['reviewer'], needsReason: true },
  answer: { from: ['questioned'], to: 'pending', by: ['employer'], needsReason: true },
  approve: { from: ['pending', 'questioned'], to: 'approved', by: ['reviewer'] },
  return: { from: ['pending', 'questioned'], to: 'returned', by: ['reviewer'], needsReason: true },
  reject: {
    from: ['pending', 'questioned', 'returned'],
    to: 'rejected',
    by: ['reviewer'],
    needsReason: true,
  },
  suspend: { from: ['approved'], to: 'suspended', by: ['reviewer'], needsReason: true },
  readmit: { from: ['suspended'], to: 'approved', by: ['reviewer'], needsReason: true },
  confirm: { from: ['approved'], to: 'approved', by: ['employer'] },
  verify: { from: ['approved'], to: 'approved', by: ['reviewer'] },
  change: {
    from: ['pending', 'questioned', 'returned', 'approved', 'suspended'],
    to: afterChange,
    by: ['employer'],
  },
} as const satisfies Record<string, Rule<Admission>>
export type AdmissionAction = keyof typeof RULES
export type AdmissionOffer = OfferOf<typeof RULES>
export type AdmissionStep = Step<AdmissionAction, AdmissionStatus>

/** Verified again is what falls due, and what the employer has confirmed. */
export const admissionLife = lifecycle<Admission, typeof RULES>(RULES, (admission, action, _role, at) => {
  const { verifyDue, confirmedAt } = admission
  if (action === 'confirm') {
    if (confirmedAt) return 'already-moved-on'
    return verificationAt(verifyDue, at) === 'fresh' ? 'verification-not-due' : null
  }
  return action === 'verify' && confirmedAt === null ? 'verification-not-confirmed' : null
})

export const evolveAdmission = <A extends Admission>(admission: A, step: AdmissionStep): A => ({
  ...admission,
  status: step.to,
  version: admission.version + 1,
  admittedAt: admittedSince(admission, step),
  verifyDue: isVerified(step) ? verifyDueAfter(step.at) : admission.verifyDue,
  confirmedAt: step.action === 'confirm' ? step.at : null,
})

/** Whatever ends in admission has looked at the data; what the employer confirms is still to be looked at. */
const isVerified = ({ action, to }: AdmissionStep) => to === 'approved' && action !== 'confirm'

function admittedSince({ admittedAt }: Admission, { to, at }: AdmissionStep): Date | null {
  if (to === 'approved') return admittedAt ?? at
  return REFUSED.includes(to) ? null : admittedAt
}

/** R21: an employer invites only where it is admitted. `status` as the row has it; null where it has never asked this school. */
export const isAdmitted = (status: string | null): boolean =>
  status === ('approved' satisfies AdmissionStatus)

/**
 * What it sent while it was admitted is still answered while its changed data wait (R21 asks for a new admission before it
 * *invites*); never once the school has suspended or rejected it (`domain.md` §5.7).
 */
export const mayBeAnswered = (of: {
  readonly status: string | null
  readonly admittedAt: Date | null
}): boolean => isAdmitted(of.status) || of.admittedAt !== null

/** Whose turn it is; null when nobody's. */
export function admissionTurn({
  status,
  isConfirmed,
}: {
  readonly status: AdmissionStatus
  /** The employer has confirmed its data, and the school has still to. */
  readonly isConfirmed: boolean
}): 'school' | 'employer' | null {
  if (TO_DECIDE.includes(status) || isConfirmed) return 'school'
  return WITH_EMPLOYER.includes(status) ? 'employer' : null
}
