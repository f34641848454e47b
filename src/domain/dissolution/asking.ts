import { type AgreementKind, type AgreementStatus, AWAITS_SEAL, UNSETTLED } from '../agreement/life.ts'
import { addDays, dayInChina } from '../day.ts'
import type { Side } from '../lifecycle.ts'
import { reasonsOfOften } from '../often.ts'
import type { Reason } from '../refusal.ts'
import type { StandardClause } from '../terms.ts'
import { type Fault, faultOf, GROUND_CODES, type GroundCode, groundOf, kindOfRequest } from './grounds.ts'
import type { DissolutionKind } from './life.ts'

/** A school's own rules on dissolutions (R23) as they are shown before signing: an agreement keeps those it was signed under. */
export type KeptRules = {
  /** Days in which the other side answers before the school mediates. */
  readonly answerDays: number
  /** Days in which the side whose request was refused, or that has withdrawn it, does not ask again; 0 for none. */
  readonly coolDownDays: number
  /** How many breaches of a student are tolerated; null for no limit. */
  readonly breachLimit: number | null
  /** How many requests on one agreement a side makes within thirty days; a ground of law is never counted. */
  readonly requestLimit: number
}
/** The window is a season of the calendar and no term of an agreement: the school's latest holds for all. */
export type DissolutionRules = KeptRules & {
  /** From when to when dissolution is open; null for always. */
  readonly window: { readonly from: string; readonly to: string } | null
}

/** What an agreement that is signed now keeps of the school's settings. */
export const keptRulesOf = ({
  answerDays,
  coolDownDays,
  breachLimit,
  requestLimit,
}: KeptRules): KeptRules => ({
  answerDays,
  coolDownDays,
  breachLimit,
  requestLimit,
})

/** The rules that hold for an agreement, or for one that is signed now where `kept` are the settings too. */
export const rulesOf = (kept: KeptRules, { window }: Pick<DissolutionRules, 'window'>): DissolutionRules => ({
  ...keptRulesOf(kept),
  window,
})

export type AskingFacts = {
  readonly agreement: { readonly kind: AgreementKind; readonly status: AgreementStatus }
  /** The open request on this agreement, if any (R13, R15). */
  readonly openRequest: { readonly askedBy: Side } | null
  /** When a request of this side on this agreement was last refused or withdrawn. */
  readonly cameToNothingAt: Date | null
  /** When the request of this side on this agreement was made that is the last to count; null where there are fewer. */
  readonly nthLastAskedAt: Date | null
  readonly rules: DissolutionRules
  /** Dissolutions of this student that were completed with the fault on the student's side. */
  readonly breaches: number
}

/**
 * All that stands in the way of asking: on this ground, or, where `asked` is null, on any ordinary one. A breach on the
 * student's side counts against the school's limit; a window and a cool-down bind all but the law.
 */
export function reasonsAgainstAsking(
  facts: AskingFacts,
  side: Side,
  asked: { readonly ground: GroundCode; readonly fault: Fault } | null,
  at: Date,
): Reason[] {
  const reasons = [...reasonsOfTheAgreement(facts, side)]
  if (asked && !groundOf(asked.ground).by.includes(side))
    reasons.push({ code: 'ground-not-offered', remover: side, details: { field: 'ground' } })
  if (asked && groundOf(asked.ground).kind === 'statutory') return reasons
  const { window, coolDownDays, breachLimit, requestLimit } = facts.rules
  const today = dayInChina(at)
  if (window && (today < window.from || today > window.to))
    reasons.push({ code: 'dissolution-window-closed', remover: 'school', details: window })
  if (facts.cameToNothingAt && coolDownDays > 0) {
    const until = addDays(dayInChina(facts.cameToNothingAt), coolDownDays)
    if (today < until) reasons.push({ code: 'cooling-down', remover: 'nobody', details: { until } })
  }
  reasons.push(
    ...reasonsOfOften('asked-too-often', { limit: requestLimit, nthLastAt: facts.nthLastAskedAt }, at),
  )
  const isBreach = side === 'student' && asked?.fault === 'student'
  if (isBreach && breachLimit !== null && facts.breaches >= breachLimit)
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
  if (UNSETTLED.includes(agreement.status)) add('agreement-in-review', 'school')
  else if (AWAITS_SEAL.includes(agreement.status)) add('agreement-not-sealed', 'employer')
  else if (agreement.status !== 'effective')
    add('agreement-not-in-force', 'nobody', { status: agreement.status })
  if (openRequest) add('dissolution-open', openRequest.askedBy, { askedBy: openRequest.askedBy })
  return reasons
}

/** What binds every request but one on a ground of law. */
const BUT_FOR_THE_LAW: readonly Reason['code'][] = [
  'cooling-down',
  'dissolution-window-closed',
  'asked-too-often',
]
/** Whether a ground of law is open all the same. */
export const lawLeavesOpen = (reasons: readonly Pick<Reason, 'code'>[]): boolean =>
  reasons.every(({ code }) => BUT_FOR_THE_LAW.includes(code))

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
