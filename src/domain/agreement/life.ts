import { dayInChina, endOfDayInChina, isOver } from '../day.ts'
import { lifecycle, type No, otherSide, type Role, type Rule, type Side, type Step } from '../lifecycle.ts'
import type { RefusalCode } from '../refusal.ts'
import { type Holder, isLastLevel, levelDue, type UnderReview } from '../review.ts'
import type { SealRules } from './sealing.ts'

/** What both have signed, from its forming to its end (`domain.md` §3). */
export const AGREEMENT_STATUSES = [
  'in_review',
  'returned',
  'awaiting_seal',
  'effective',
  'rejected',
  'cancelled',
  'dissolved',
  'fulfilled',
] as const
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number]

export const AGREEMENT_KINDS = ['online', 'paper'] as const
/** Signed here, or on paper and registered here by the student (电子签约, 纸质签约). */
export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

export const FULFILMENT_ASKERS = ['employer', 'school'] as const
/**
 * 报到: the student has been asked whether they have reported for work and signed a labour contract. `answerBy` is the
 * last day in China on which the student alone answers; after it the school decides where no answer has come.
 */
export type FulfilmentQuestion = {
  readonly by: (typeof FULFILMENT_ASKERS)[number]
  readonly answerBy: string
}

export type Agreement = UnderReview & {
  readonly kind: AgreementKind
  readonly status: AgreementStatus
  /** Grows with every act: an act names the version its author had read. */
  readonly version: number
  readonly amendment: 'proposed' | null
  readonly cancellationBy: Side | null
  /** A request to dissolve it is open. */
  readonly dissolving: boolean
  /** Of the terms: by when the student reports for work. */
  readonly terms: { readonly reportBy: string }
  readonly fulfilment: FulfilmentQuestion | null
  /** The employer seals after the review; null where the review alone brings it into force. */
  readonly sealRules: SealRules | null
  /** While it awaits the seal (待单位签章): the last day in China before the school may end it. */
  readonly sealBy: string | null
  /** After the student has denied it: the first day in China on which it may be asked again. */
  readonly fulfilmentAgainOn: string | null
}

const RULES = {
  form: { from: null, to: 'in_review', by: ['acceptance'] },
  register: { from: null, to: 'in_review', by: ['student'] },
  'accept-amendment': { from: ['in_review', 'returned'], to: 'in_review', by: ['student'] },
  'decline-amendment': {
    from: ['in_review', 'returned'],
    to: (agreement) => agreement.status,
    by: ['student'],
  },
  'propose-amendment': {
    from: ['in_review', 'returned'],
    to: (agreement) => agreement.status,
    by: ['employer'],
    repeats: true,
  },
  'confirm-cancellation': {
    from: ['in_review', 'returned', 'awaiting_seal'],
    to: 'cancelled',
    by: ['student', 'employer'],
  },
  'decline-cancellation': {
    from: ['in_review', 'returned', 'awaiting_seal'],
    to: (agreement) => agreement.status,
    by: ['student', 'employer'],
  },
  'ask-cancellation': {
    from: ['in_review', 'returned', 'awaiting_seal'],
    to: (agreement) => agreement.status,
    by: ['student', 'employer'],
    needsReason: true,
    repeats: true,
  },
  pass: {
    from: ['in_review'],
    to: (agreement) => {
      if (!isLastLevel(agreement)) return 'in_review'
      return agreement.sealRules ? 'awaiting_seal' : 'effective'
    },
    by: ['reviewer'],
  },
  seal: { from: ['awaiting_seal'], to: 'effective', by: ['employer'] },
  'end-unsealed': { from: ['awaiting_seal'], to: 'cancelled', by: ['reviewer'], needsReason: true },
  return: { from: ['in_review'], to: 'returned', by: ['reviewer'], needsReason: true },
  reject: { from: ['in_review', 'returned'], to: 'rejected', by: ['reviewer'], needsReason: true },
  'confirm-fulfilment': { from: ['effective'], to: 'fulfilled', by: ['student'] },
  'deny-fulfilment': { from: ['effective'], to: 'effective', by: ['student'], needsReason: true },
  'ask-fulfilment': { from: ['effective'], to: 'effective', by: ['employer', 'reviewer'], repeats: true },
  fulfil: { from: ['effective'], to: 'fulfilled', by: ['reviewer'], needsReason: true },
  'undo-fulfilment': { from: ['fulfilled'], to: 'effective', by: ['reviewer'], needsReason: true },
  correct: { from: ['in_review', 'returned'], to: 'in_review', by: ['student'], repeats: true },
  cancel: { from: ['in_review', 'returned'], to: 'cancelled', by: ['student'] },
  dissolve: { from: ['effective'], to: 'dissolved', by: ['dissolution'] },
} as const satisfies Record<string, Rule<Agreement>>
export type AgreementAction = keyof typeof RULES

/** Decided by the reviewer of the level that is due. */
export const AGREEMENT_REVIEWS: readonly AgreementAction[] = ['pass', 'return', 'reject']

/** The school's own, whatever the levels of review. */
export const SCHOOL_DECIDES: readonly AgreementAction[] = ['fulfil', 'undo-fulfilment', 'end-unsealed']

/** Between two parties who both act here; the paper's employer does not. */
const BETWEEN_PARTIES: readonly AgreementAction[] = [
  'propose-amendment',
  'accept-amendment',
  'decline-amendment',
  'ask-cancellation',
  'confirm-cancellation',
  'decline-cancellation',
]

/**
 * The review waits while the parties settle an amendment or a cancellation; who asked cannot also confirm.
 * A paper registration is the student's alone to correct and to cancel. What awaits its seal can still be cancelled by both,
 * but no more amended: the school has passed these terms (R9). Fulfilment takes the student's word: only where
 * none came in time the school decides.
 */
export const agreementLife = lifecycle<Agreement, typeof RULES>(RULES, (agreement, action, role, at) => {
  const isPaper = agreement.kind === 'paper'
  if (isPaper && BETWEEN_PARTIES.includes(action)) return 'not-for-paper'
  switch (action) {
    case 'correct':
    case 'cancel':
      return isPaper ? null : 'only-for-paper'
    // What a silent side leaves unsettled must not hold the student's place for ever.
    case 'reject':
    case 'end-unsealed':
      return null
    case 'dissolve':
      return agreement.dissolving ? null : 'no-dissolution'
    case 'ask-fulfilment':
      return whyNotAskFulfilment(agreement, at)
    case 'confirm-fulfilment':
    case 'deny-fulfilment':
      if (agreement.dissolving) return 'dissolution-open'
      return agreement.fulfilment ? null : 'no-fulfilment'
    case 'fulfil':
      if (agreement.dissolving) return 'dissolution-open'
      if (!agreement.fulfilment) return 'no-fulfilment'
      return isOver(agreement.fulfilment.answerBy, at)
        ? null
        : { code: 'fulfilment-answer-due', details: { day: agreement.fulfilment.answerBy } }
    // It still has the place, so that nothing that would contradict this can have followed (R1, R3).
    case 'undo-fulfilment':
      return null
    case 'accept-amendment':
    case 'decline-amendment':
      return agreement.amendment ? null : 'no-amendment'
    case 'confirm-cancellation':
    case 'decline-cancellation':
      if (!agreement.cancellationBy) return 'no-cancellation'
      return agreement.cancellationBy === role ? 'not-your-turn' : null
    default:
      return unsettled(agreement)
  }
})

/** Nobody is asked before the day on which they should report, nor twice, nor at once after they have denied it. */
function whyNotAskFulfilment(
  { terms: { reportBy }, fulfilment, fulfilmentAgainOn, dissolving }: Agreement,
  at: Date,
): No | null {
  const today = dayInChina(at)
  if (today < reportBy) return { code: 'reporting-day-to-come', details: { day: reportBy } }
  if (dissolving) return 'dissolution-open'
  if (fulfilment) return 'fulfilment-asked'
  return fulfilmentAgainOn && today < fulfilmentAgainOn
    ? { code: 'fulfilment-denied', details: { day: fulfilmentAgainOn } }
    : null
}

/** What the parties have still to settle between them. */
function unsettled({ amendment, cancellationBy }: Agreement): RefusalCode | null {
  if (amendment) return 'amendment-open'
  return cancellationBy ? 'cancellation-open' : null
}

/** The agreement after the step; what was amended or corrected goes through all review levels again. */
export function evolveAgreement<A extends Agreement>(
  agreement: A,
  step: Step<AgreementAction, AgreementStatus>,
  role: Role,
): A {
  const after = { ...agreement, status: step.to, version: agreement.version + 1 }
  switch (step.action) {
    case 'propose-amendment':
      return { ...after, amendment: 'proposed' }
    case 'accept-amendment':
      return { ...after, amendment: null, level: 0 }
    case 'decline-amendment':
      return { ...after, amendment: null }
    case 'ask-cancellation':
      return { ...after, cancellationBy: role === 'student' ? 'student' : 'employer' }
    case 'decline-cancellation':
      return { ...after, cancellationBy: null }
    case 'confirm-cancellation':
      return { ...after, cancellationBy: null, sealBy: null }
    case 'pass':
      return step.to === 'in_review' ? { ...after, level: agreement.level + 1 } : after
    case 'seal':
      return { ...after, sealBy: null }
    case 'end-unsealed':
      return { ...after, sealBy: null, cancellationBy: null }
    case 'correct':
      return { ...after, level: 0 }
    case 'reject':
      return { ...after, amendment: null, cancellationBy: null }
    case 'dissolve':
      return { ...after, dissolving: false }
    case 'confirm-fulfilment':
    case 'deny-fulfilment':
    case 'fulfil':
      return { ...after, fulfilment: null }
    default:
      return after
  }
}

/** It has the student’s one place, and keeps the pair: as long, the employer sends this student nothing new (R3). */
export const HOLDS_PLACEMENT: readonly AgreementStatus[] = [
  'in_review',
  'returned',
  'awaiting_seal',
  'effective',
  'fulfilled',
]
/** The parties and the school are still to settle it. */
export const UNSETTLED: readonly AgreementStatus[] = ['in_review', 'returned']
/** 待单位签章: the school has passed it, and it is in force once its employer has sealed it. */
export const AWAITS_SEAL: readonly AgreementStatus[] = ['awaiting_seal']
/** Over for both: nothing follows, unless the school undoes a fulfilment that was recorded wrongly. */
export const AGREEMENT_ENDED: readonly AgreementStatus[] = ['rejected', 'cancelled', 'dissolved', 'fulfilled']
/** The school sent it back to be corrected. */
export const SENT_BACK: readonly AgreementStatus[] = ['returned']
/** It binds both, and can be dissolved. */
export const IN_FORCE: readonly AgreementStatus[] = ['effective']
/** It has come into force, by the review or by the seal after it, and was not undone since. */
export const CERTIFIED: readonly AgreementStatus[] = ['effective', 'fulfilled']

/** Before the review has passed every printed page says 未鉴证 (R22). */
/** Who came into force is undone again by these: what ended otherwise never was. */
export const UNDONE = AGREEMENT_ENDED.filter((status) => !CERTIFIED.includes(status))
export const isCertified = (status: AgreementStatus) => CERTIFIED.includes(status)

/** By this step it comes into force for the first time: a fulfilment that is undone certifies nothing anew. */
export function certifies({ from, to }: Step): boolean {
  const isOne = (status: string | null) => CERTIFIED.some((one) => one === status)
  return isOne(to) && !isOne(from)
}

/** What decides whose turn it is. */
export type AgreementTurn = Omit<
  Agreement,
  'terms' | 'version' | 'dissolving' | 'fulfilmentAgainOn' | 'sealRules'
>

/** Whose turn it is: what the timeline shows as "who has it now". */
export function agreementWaitsFor(agreement: AgreementTurn): Holder {
  if (agreement.fulfilment) return 'student'
  if (!UNSETTLED.includes(agreement.status) && !AWAITS_SEAL.includes(agreement.status)) return null
  if (agreement.amendment) return 'student'
  if (agreement.cancellationBy) return otherSide(agreement.cancellationBy)
  if (AWAITS_SEAL.includes(agreement.status)) return 'employer'
  if (agreement.status === 'in_review') return levelDue(agreement)
  return agreement.kind === 'paper' ? 'student' : 'employer'
}

/** The last day in China on which it is a side's turn alone: after it the school decides. */
export const sidesTurnUntil = ({
  fulfilment,
  sealBy,
}: Pick<Agreement, 'fulfilment' | 'sealBy'>): string | null => fulfilment?.answerBy ?? sealBy

/** Whose turn it is at this instant and since when: what no side has done in time is the school's. */
export function agreementWaitsAt(
  of: Pick<Agreement, 'fulfilment' | 'sealBy'> & {
    readonly waitingFor: Holder
    readonly waitingSince: Date
  },
  at: Date,
): { readonly waitingFor: Holder; readonly waitingSince: Date } {
  const { waitingFor, waitingSince } = of
  const until = sidesTurnUntil(of)
  return until && isOver(until, at)
    ? { waitingFor: 'school', waitingSince: endOfDayInChina(until) }
    : { waitingFor, waitingSince }
}
