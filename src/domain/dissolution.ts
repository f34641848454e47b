import type { AgreementKind, AgreementStatus, Holder, ReviewLevel } from './agreement.ts'
import { addDays, dayInChina, isOver } from './day.ts'
import type { Reason } from './eligibility.ts'
import { lifecycle, type Rule, type Side, type Step } from './lifecycle.ts'
import type { StandardClause } from './terms.ts'

/** The undoing of an effective agreement, from the request to its end (`domain.md` §3, 解约). */
export const DISSOLUTION_STATUSES = [
  'awaiting_counterparty',
  'in_mediation',
  'in_review',
  'completed',
  'refused',
  'withdrawn',
  'rejected',
] as const
export type DissolutionStatus = (typeof DISSOLUTION_STATUSES)[number]
/** While one is open no other can be asked for, and the agreement cannot be fulfilled (R13, R15). */
export const OPEN_DISSOLUTION: readonly DissolutionStatus[] = [
  'awaiting_counterparty',
  'in_mediation',
  'in_review',
]

/** While it waits for the other side's answer, whoever else may step in. */
export const UNANSWERED: readonly DissolutionStatus[] = ['awaiting_counterparty', 'in_mediation']

export type DissolutionAction =
  | 'agree'
  | 'refuse'
  | 'withdraw'
  | 'escalate'
  | 'accept-evidence'
  | 'correct'
  | 'pass'
  | 'reject'

export const DISSOLUTION_KINDS = ['consent', 'paper', 'statutory'] as const
/** By both sides' consent (R12); of a paper agreement with the employer's proof (R14); on a ground the law gives. */
export type DissolutionKind = (typeof DISSOLUTION_KINDS)[number]

export type Dissolution = {
  readonly status: DissolutionStatus
  /** Grows with every act of a person: an act names the version its author had read. */
  readonly version: number
  readonly kind: DissolutionKind
  readonly askedBy: Side
  /** The last day in China on which the other side's answer is waited for; null where none is needed. */
  readonly answerBy: string | null
  readonly levels: readonly ReviewLevel[]
  readonly level: number
}

const isLastLevel = ({ level, levels }: Dissolution) => level >= levels.length - 1

const RULES = {
  agree: { from: ['awaiting_counterparty', 'in_mediation'], to: 'in_review', by: ['student', 'employer'] },
  refuse: {
    from: ['awaiting_counterparty', 'in_mediation'],
    to: 'refused',
    by: ['student', 'employer'],
    needsReason: true,
  },
  withdraw: {
    from: ['awaiting_counterparty', 'in_mediation'],
    to: 'withdrawn',
    by: ['student', 'employer'],
  },
  escalate: { from: ['awaiting_counterparty'], to: 'in_mediation', by: ['clock'] },
  'accept-evidence': {
    from: ['awaiting_counterparty', 'in_mediation'],
    to: 'in_review',
    by: ['reviewer'],
    needsReason: true,
  },
  correct: { from: ['in_review'], to: 'in_review', by: ['student', 'employer'] },
  pass: {
    from: ['in_review'],
    to: (dissolution) => (isLastLevel(dissolution) ? 'completed' : 'in_review'),
    by: ['reviewer'],
  },
  reject: { from: ['in_review'], to: 'rejected', by: ['reviewer'], needsReason: true },
} as const satisfies Record<DissolutionAction, Rule<Dissolution>>

/** Once one side has asked, the other can only answer (R13); the school steps in only when no answer came in time. */
export const dissolutionLife = lifecycle<Dissolution, DissolutionAction>(
  RULES,
  (dissolution, action, role, at) => {
    const isAsker = role === dissolution.askedBy
    switch (action) {
      case 'agree':
      case 'refuse':
        return isAsker ? 'not-your-turn' : null
      case 'withdraw':
        return isAsker ? null : 'not-your-turn'
      case 'correct':
        if (!isAsker) return 'not-your-turn'
        return dissolution.kind === 'consent' ? 'nothing-to-correct' : null
      case 'escalate':
        return isOverdue(dissolution, at) ? null : 'not-your-turn'
      case 'accept-evidence':
        return dissolutionStatusAt(dissolution, at) === 'in_mediation' ? null : 'answer-still-due'
      default:
        return null
    }
  },
)

const isOverdue = ({ answerBy }: Pick<Dissolution, 'answerBy'>, at: Date) =>
  answerBy !== null && isOver(answerBy, at)

/** What the status is at this instant, whether or not any sweep has run: what nobody answered is in mediation. */
export const dissolutionStatusAt = (
  dissolution: Pick<Dissolution, 'status' | 'answerBy'>,
  at: Date,
): DissolutionStatus =>
  dissolution.status === 'awaiting_counterparty' && isOverdue(dissolution, at)
    ? 'in_mediation'
    : dissolution.status

/**
 * The dissolution after the step; corrected evidence goes through all review levels again. The clock changes nothing
 * that anybody has read: an overdue request was shown as one in mediation before.
 */
export function evolveDissolution<D extends Dissolution>(
  dissolution: D,
  step: Step<DissolutionAction, DissolutionStatus>,
): D {
  if (step.action === 'escalate') return { ...dissolution, status: step.to }
  const after = { ...dissolution, status: step.to, version: dissolution.version + 1 }
  if (step.action === 'pass' && step.to === 'in_review') return { ...after, level: dissolution.level + 1 }
  return step.action === 'correct' ? { ...after, level: 0 } : after
}

/** Completed, it ends its agreement and frees the place; ended otherwise, the agreement stands as before. */
export const endsAgreement = ({ status }: Pick<Dissolution, 'status'>) => status === 'completed'

/** The side that answers. */
export const otherSide = (side: Side): Side => (side === 'student' ? 'employer' : 'student')

/** Whose turn it is as the row stands; what is overdue is the school's turn at once (`dissolutionStatusAt`). */
export function dissolutionWaitsFor(dissolution: Dissolution): Holder {
  switch (dissolution.status) {
    case 'awaiting_counterparty':
      return otherSide(dissolution.askedBy)
    case 'in_mediation':
      return 'school'
    case 'in_review':
      return dissolution.levels[dissolution.level] ?? null
    default:
      return null
  }
}

export const FAULTS = ['student', 'employer', 'none'] as const
/** On whose side the breach is. */
export type Fault = (typeof FAULTS)[number]

type Ground = {
  readonly kind: 'consent' | 'statutory'
  readonly by: readonly Side[]
  readonly fault: 'asker' | 'other' | 'none'
  /** With this clause agreed in the terms it is no breach (`dictionary.md`, Standard remark clauses). */
  readonly clause?: StandardClause
}

/** Why a dissolution is asked for. The statutory ones need evidence and are never a breach (`domain.md` §3). */
export const GROUNDS = {
  'further-study': { kind: 'consent', by: ['student'], fault: 'asker', clause: 'further-study' },
  'civil-service': { kind: 'consent', by: ['student'], fault: 'asker', clause: 'civil-service' },
  enlistment: { kind: 'consent', by: ['student'], fault: 'asker', clause: 'enlistment' },
  health: { kind: 'consent', by: ['student', 'employer'], fault: 'asker', clause: 'health' },
  'other-offer': { kind: 'consent', by: ['student'], fault: 'asker' },
  family: { kind: 'consent', by: ['student'], fault: 'asker' },
  'terms-not-kept': { kind: 'consent', by: ['student'], fault: 'other' },
  'post-cancelled': { kind: 'consent', by: ['employer'], fault: 'asker' },
  'not-reported': { kind: 'consent', by: ['employer'], fault: 'other' },
  mutual: { kind: 'consent', by: ['student', 'employer'], fault: 'none' },
  other: { kind: 'consent', by: ['student', 'employer'], fault: 'asker' },
  'employer-ended': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
  'no-qualification': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
  'criminal-sentence': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
  'other-legal': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
} as const satisfies Record<string, Ground>
export type GroundCode = keyof typeof GROUNDS
export const GROUND_CODES = Object.keys(GROUNDS) as [GroundCode, ...GroundCode[]]
const groundOf = (code: GroundCode): Ground => GROUNDS[code]

/** On whose side the breach is, as the request tells it; the school's review has the last word. */
export function faultOf(code: GroundCode, askedBy: Side, agreed: readonly StandardClause[]): Fault {
  const { fault, clause } = groundOf(code)
  if (fault === 'none' || (clause && agreed.includes(clause))) return 'none'
  return fault === 'asker' ? askedBy : otherSide(askedBy)
}

/** A school's own rules on dissolutions (R23); shown before the first signing. */
export type DissolutionRules = {
  /** Days in which the other side answers before the school mediates. */
  readonly answerDays: number
  /** Days after a refusal in which the side that was refused does not ask again; 0 for none. */
  readonly coolDownDays: number
  /** How many breaches of a student are tolerated; null for no limit. */
  readonly breachLimit: number | null
  /** From when to when dissolution is open; null for always. */
  readonly window: { readonly from: string; readonly to: string } | null
}

export type AskingFacts = {
  readonly agreement: { readonly kind: AgreementKind; readonly status: AgreementStatus }
  /** The open request on this agreement, if any (R13, R15). */
  readonly openRequest: { readonly askedBy: Side } | null
  /** When a request of this side on this agreement was last refused. */
  readonly lastRefusedAt: Date | null
  readonly rules: DissolutionRules
  /** Dissolutions of this student that were completed with the fault on the student's side. */
  readonly breaches: number
}

export const kindOfRequest = (agreement: AgreementKind, ground: GroundCode): DissolutionKind => {
  if (agreement === 'paper') return 'paper'
  return groundOf(ground).kind === 'statutory' ? 'statutory' : 'consent'
}

/** Statutory requests and those of paper agreements come with evidence. */
export const needsEvidence = (kind: DissolutionKind) => kind !== 'consent'

/** A breach on the student's side counts against the school's limit; a window and a cool-down bind all but the law. */
export function reasonsAgainstAsking(
  facts: AskingFacts,
  side: Side,
  asked: { readonly ground: GroundCode; readonly fault: Fault },
  at: Date,
): Reason[] {
  const reasons = [...reasonsOfTheAgreement(facts, side)]
  if (!groundOf(asked.ground).by.includes(side))
    reasons.push({ code: 'ground-not-offered', remover: side, details: { field: 'ground' } })
  if (groundOf(asked.ground).kind === 'statutory') return reasons
  const { window, coolDownDays, breachLimit } = facts.rules
  const today = dayInChina(at)
  if (window && (today < window.from || today > window.to))
    reasons.push({ code: 'dissolution-window-closed', remover: 'school', details: window })
  if (facts.lastRefusedAt && coolDownDays > 0) {
    const until = addDays(dayInChina(facts.lastRefusedAt), coolDownDays)
    if (today < until) reasons.push({ code: 'cooling-down', remover: 'nobody', details: { until } })
  }
  if (
    breachLimit !== null &&
    asked.fault === 'student' &&
    side === 'student' &&
    facts.breaches >= breachLimit
  )
    reasons.push({ code: 'breach-limit-reached', remover: 'school', details: { limit: breachLimit } })
  return reasons
}

/** What stands in the way whatever the ground: R11, R13, R14, R15. */
export function reasonsOfTheAgreement(
  { agreement, openRequest }: Pick<AskingFacts, 'agreement' | 'openRequest'>,
  side: Side,
): Reason[] {
  const reasons: Reason[] = []
  const add = (code: Reason['code'], remover: Reason['remover'], details: Reason['details'] = {}) =>
    reasons.push({ code, remover, details })
  if (agreement.kind === 'paper' && side === 'employer') add('only-the-student-asks', 'student')
  if (agreement.status === 'in_review' || agreement.status === 'returned')
    add('agreement-in-review', 'school')
  else if (agreement.status !== 'effective')
    add('agreement-not-in-force', 'nobody', { status: agreement.status })
  if (openRequest) add('dissolution-open', openRequest.askedBy, { askedBy: openRequest.askedBy })
  return reasons
}

/** The school's review has the last word on the fault, but what the law allows is nobody's breach (`domain.md` §3). */
export const decidedFault = (kind: DissolutionKind, decided: Fault): Fault =>
  kind === 'statutory' ? 'none' : decided

export type OfferedGround = {
  readonly code: GroundCode
  readonly kind: DissolutionKind
  readonly fault: Fault
}

/** Every ground of this side, each with all that stands in the way of asking on it now (R23, R27): what a form shows. */
const groundsOf = (facts: AskingFacts, side: Side, agreed: readonly StandardClause[], at: Date) =>
  GROUND_CODES.filter((code) => groundOf(code).by.includes(side)).map((code) => {
    const fault = faultOf(code, side, agreed)
    const kind = kindOfRequest(facts.agreement.kind, code)
    return { code, kind, fault, reasons: reasonsAgainstAsking(facts, side, { ground: code, fault }, at) }
  })

/** The grounds this side may ask on now. Empty when it may not ask at all. */
export const groundsOffered = (
  facts: AskingFacts,
  side: Side,
  agreed: readonly StandardClause[],
  at: Date,
): OfferedGround[] =>
  groundsOf(facts, side, agreed, at)
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ code, kind, fault }) => ({ code, kind, fault }))

/** The grounds of this side that are not open now, with the reasons. */
export const groundsClosed = (
  facts: AskingFacts,
  side: Side,
  agreed: readonly StandardClause[],
  at: Date,
): { readonly code: GroundCode; readonly reasons: Reason[] }[] =>
  groundsOf(facts, side, agreed, at)
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ code, reasons }) => ({ code, reasons }))

/** Why a side that may not ask on any ordinary ground cannot; empty when it can. */
export const reasonsAgainstAskingAtAll = (facts: AskingFacts, side: Side, at: Date): Reason[] =>
  reasonsAgainstAsking(facts, side, { ground: 'mutual', fault: 'none' }, at)
