import { type Day, isOver } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import { isOverdue, verificationAt, verifyDueAfter } from './verification.ts'

/** An employer's admission by one school (`domain.md` §3): only an admitted one invites (R21). */
export const ADMISSION_STATUSES = [
  'pending',
  'questioned',
  'approved',
  'returned',
  'rejected',
  'suspended',
  'barred',
] as const
export type AdmissionStatus = (typeof ADMISSION_STATUSES)[number]

/** Waits for the school's decision. */
export const TO_DECIDE: readonly AdmissionStatus[] = ['pending']
/** Waits for the employer, with words of the school that say for what. */
export const WITH_EMPLOYER: readonly AdmissionStatus[] = ['questioned', 'returned']
/** Is verified again and again. */
export const VERIFIABLE: readonly AdmissionStatus[] = ['approved']
/** What the school has said against it stands. */
export const REFUSED: readonly AdmissionStatus[] = ['rejected', 'suspended', 'barred']
/** On the school's list of employers that are barred (L12). */
export const BARRED: readonly AdmissionStatus[] = ['barred']

/** Why an employer is kept out until when is its `reason`; one appeal, which the school answers. */
export type Barring = { readonly until: Day; readonly appeal: string | null; readonly answer: string | null }

export type Admission = {
  readonly status: AdmissionStatus
  /** Counts what either side may have read, changes of the employer's certified data among it. */
  readonly version: number
  /** Since when the school has admitted it; stays while changed data wait for the school anew (R21). Null where it never has, or no longer does. */
  readonly admittedAt: Date | null
  /** The last day on which the school's verification holds (L7); null where it has verified nothing. */
  readonly verifyDue: Day | null
  /** When the school last verified it after its time was over, and what it has published was shown again; null where it never was. */
  readonly resumedAt: Date | null
  /** When the employer confirmed that its data are still right; null once the school has answered. */
  readonly confirmedAt: Date | null
  /** Where it is barred. */
  readonly barring: Barring | null
  /** The school takes at once what another school has admitted, and another has. Of an application only. */
  readonly isKnown: boolean
}

const toDecision = ({ isKnown }: Admission): AdmissionStatus => (isKnown ? 'approved' : 'pending')
/** Certified data that are changed go through admission again; what the school has said before stays said. */
const afterChange = ({ status }: Admission): AdmissionStatus => (status === 'approved' ? 'pending' : status)

const RULES = {
  apply: { from: null, to: toDecision, by: ['employer'] },
  'apply-again': { from: ['returned', 'rejected', 'barred'], to: 'pending', by: ['employer'] },
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
  bar: {
    from: ['pending', 'questioned', 'returned', 'rejected', 'approved', 'suspended'],
    to: 'barred',
    by: ['reviewer'],
    needsReason: true,
  },
  appeal: { from: ['barred'], to: 'barred', by: ['employer'], needsReason: true },
  uphold: { from: ['barred'], to: 'barred', by: ['reviewer'], needsReason: true },
  lift: { from: ['barred'], to: 'returned', by: ['reviewer'], needsReason: true },
  change: {
    from: ['pending', 'questioned', 'returned', 'approved', 'suspended', 'barred'],
    to: afterChange,
    by: ['employer'],
  },
} as const satisfies Record<string, Rule<Admission>>
export type AdmissionAction = keyof typeof RULES
export type AdmissionOffer = OfferOf<typeof RULES>
export type AdmissionStep = Step<AdmissionAction, AdmissionStatus>

/** Verified again is what falls due, and what the employer has confirmed; a barring ends with its last day, and is appealed once. */
export const admissionLife = lifecycle<Admission, typeof RULES>(RULES, (admission, action, _role, at) => {
  const { verifyDue, confirmedAt, barring } = admission
  if (action === 'apply-again' && barring && !isOver(barring.until, at))
    return { code: 'employer-barred', details: { day: barring.until } }
  if (action === 'appeal') return barring?.appeal ? 'already-moved-on' : null
  if (action === 'uphold') return barring?.appeal && !barring.answer ? null : 'no-appeal'
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
  resumedAt: isVerified(step) && isOverdue(admission.verifyDue, step.at) ? step.at : admission.resumedAt,
  confirmedAt: step.action === 'confirm' ? step.at : null,
  barring: barringAfter(admission, step),
})

/** Whatever ends in admission has looked at the data; what the employer confirms is still to be looked at. */
const isVerified = ({ action, to }: AdmissionStep) => to === 'approved' && action !== 'confirm'

/** The last day of a new one is given with the act (`acts.ts`). */
function barringAfter({ barring }: Admission, { action, to, reason }: AdmissionStep): Barring | null {
  if (!barring || !BARRED.includes(to)) return null
  if (action === 'appeal') return { ...barring, appeal: reason }
  return action === 'uphold' ? { ...barring, answer: reason } : barring
}

function admittedSince({ admittedAt }: Admission, { to, at }: AdmissionStep): Date | null {
  if (to === 'approved') return admittedAt ?? at
  return REFUSED.includes(to) ? null : admittedAt
}

/** Whether what the school has said against this employer stands. */
export const isKeptOut = (status: string | null): boolean => REFUSED.some((one) => one === status)

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

/** Whether the school is asked for something beside its decision. */
export const isAsked = ({ confirmedAt, barring }: Pick<Admission, 'confirmedAt' | 'barring'>): boolean =>
  confirmedAt !== null || (barring !== null && barring.appeal !== null && barring.answer === null)

/** Whose turn it is; null when nobody's. */
export function admissionTurn({
  status,
  isAsked,
}: {
  readonly status: AdmissionStatus
  /** The employer has confirmed its data or appealed, and the school has still to answer. */
  readonly isAsked: boolean
}): 'school' | 'employer' | null {
  if (TO_DECIDE.includes(status) || isAsked) return 'school'
  return WITH_EMPLOYER.includes(status) ? 'employer' : null
}
