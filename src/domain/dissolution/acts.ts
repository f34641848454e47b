import { dissolveAgreement, pointAgreement } from '../agreement/acts.ts'
import type { AgreementCase, AgreementChange } from '../agreement/case.ts'
import { addDays, dayInChina } from '../day.ts'
import type { OfferOf } from '../lifecycle.ts'
import { type NoticeText, refuseUnlessRead } from '../notice-text.ts'
import type { Message } from '../notification.ts'
import type { Outcome, TakenFiles } from '../outcome.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import { type Acting, decidedAt, isDueTo, levelDue, type ReviewLevel } from '../review.ts'
import { type AskingFacts, reasonsAgainstAsking } from './asking.ts'
import { type DissolutionCase, type DissolutionChange, dissolutionChange } from './case.ts'
import {
  decidedFault,
  type Fault,
  faultOf,
  type GroundCode,
  kindOfRequest,
  needsEvidence,
} from './grounds.ts'
import {
  DISSOLUTION_REVIEWS,
  type DissolutionAction,
  dissolutionLife,
  endsAgreement,
  evolveDissolution,
  OPEN_DISSOLUTION,
} from './life.ts'
import { dissolutionTold } from './told.ts'

export type DissolutionOffer = OfferOf<typeof dissolutionLife.rules>
type DissolutionOutcome = Outcome<DissolutionChange | AgreementChange>

/** Whether this member of staff decides now: the level that is due, or the school where no answer came. */
function isTheirTurn(action: DissolutionAction, of: DissolutionCase, acting: Pick<Acting, 'level'>): boolean {
  if (DISSOLUTION_REVIEWS.includes(action)) return isDueTo(of, acting)
  return action !== 'accept-evidence' || acting.level === 'school'
}

/** What this person may do now: the buttons of the page. */
export const dissolutionOffers = (of: DissolutionCase, { role, level, at }: Acting): DissolutionOffer[] =>
  dissolutionLife.actionsFor(of, role, at).filter((action) => isTheirTurn(action, of, { level }))

/** Whether passing it now decides on whose side the fault is: at the last level, and never where the law allows it. */
export const decidesFault = (of: DissolutionCase): boolean =>
  of.kind !== 'statutory' && dissolutionLife.rules.pass.to(of) === 'completed'

export type RequestFacts = {
  readonly agreement: AgreementCase
  readonly asking: AskingFacts
  /** 解约须知 as it holds now. */
  readonly notice: Pick<NoticeText, 'version'>
  /** Who reviews, in order, by the school's setting. */
  readonly levels: readonly ReviewLevel[]
  /** The school is told when an employer has asked this many of its students within thirty days. */
  readonly alertAt: number
  /** How many other students of the school this employer has asked within thirty days. */
  readonly othersAsked: number
}
export type Request = {
  readonly id: string
  /** Unguessable. */
  readonly proofCode: string
  /** The agreement's version that was read. */
  readonly seenVersion: number
  /** Of the notice that was ticked. */
  readonly noticeVersion: number
  readonly ground: GroundCode
  readonly reason: string
  readonly evidence: readonly string[]
}

/** Opens a request on an agreement (R11–R15), or refuses with all that stands in the way. */
export function askDissolution(
  { agreement, asking, notice, levels, alertAt, othersAsked }: RequestFacts,
  { seenVersion, noticeVersion, evidence, ...request }: Request,
  { role, at }: Acting,
): DissolutionOutcome {
  if (role !== 'student' && role !== 'employer') throw new Refusal('not-your-turn')
  const { ground, reason } = request
  const fault = faultOf(ground, role, agreement.terms.clauses)
  refuseFor(reasonsAgainstAsking(asking, role, { ground, fault }, at))
  if (seenVersion !== agreement.version) throw new Refusal('content-changed', { version: agreement.version })
  refuseUnlessRead(notice, noticeVersion)
  const kind = kindOfRequest(agreement.kind, ground)
  if (needsEvidence(kind) && evidence.length === 0)
    throw new Refusal('evidence-needed', { field: 'evidence' })
  const { schoolId, studentId, employerId, collegeId, number, snapshot } = agreement
  const born: Omit<DissolutionCase, 'status'> = {
    ...request,
    ...{ schoolId, studentId, employerId, collegeId, number, snapshot },
    decidedBy: [],
    agreementId: agreement.id,
    kind,
    askedBy: role,
    fault,
    levels,
    level: 0,
    version: 1,
    answerBy: kind === 'consent' ? addDays(dayInChina(at), asking.rules.answerDays) : null,
    answer: null,
    answeredAt: null,
    decision: null,
    waitingFor: null,
    waitingSince: at,
    askedAt: at,
    endedAt: null,
  }
  const step = dissolutionLife.begin(born, { action: 'ask', role, reason, at })
  const data = {
    ...{ agreement: agreement.id, number, version: seenVersion },
    ...{ kind, ground, fault, notice: noticeVersion, evidence: '' },
  }
  const opened = dissolutionChange(null, { ...born, status: step.to }, step, data)
  return {
    changes: [opened, pointAgreement(agreement, born.id)],
    files: evidence.length > 0 ? filesOf(opened.after, evidence) : null,
    told: [
      ...dissolutionTold(opened.after, step),
      ...(role === 'employer' && othersAsked + 1 >= alertAt
        ? alertOfMany(opened.after, othersAsked + 1, at)
        : []),
    ],
  }
}

/** The school is told when an employer asks many of its students (`domain.md` §5.10): once a day at most. */
const alertOfMany = (of: DissolutionCase, count: number, at: Date): Message[] => [
  {
    kind: 'dissolution.many',
    school: of.schoolId,
    to: { level: 'school', collegeId: '' },
    about: { kind: 'dissolution', id: of.id },
    params: { employer: of.snapshot.employer.name, count: String(count) },
    dedupe: `many:${of.employerId}:${dayInChina(at)}`,
  },
]

const filesOf = ({ id }: DissolutionCase, ids: readonly string[], beside = false): TakenFiles => ({
  of: { kind: 'dissolution', id },
  ids,
  beside,
})

export type DissolutionCommand = {
  readonly action: DissolutionOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
  readonly evidence?: readonly string[] | undefined
  /** Of the notice that was ticked, where it is agreed to. */
  readonly noticeVersion?: number | undefined
  /** On whose side the school finds the fault. */
  readonly fault?: Fault | undefined
}

export type ActingFacts = Pick<RequestFacts, 'agreement' | 'notice'> & { readonly before: DissolutionCase }

/** Every act of a person on a request; completed, it dissolves the agreement, ended otherwise it lets it stand. */
export function actOnDissolution(
  { before, agreement, notice }: ActingFacts,
  { action, seenVersion, noticeVersion, reason, evidence, fault: found }: DissolutionCommand,
  acting: Acting,
): DissolutionOutcome {
  const { role, at } = acting
  const step = dissolutionLife.decide(before, { action, seenVersion, reason, role, at })
  if (!isTheirTurn(action, before, acting)) throw new Refusal('reviewed-at-another-level')
  if (noticeVersion !== undefined) refuseUnlessRead(notice, noticeVersion)
  if (evidence?.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  const evolved = evolveDissolution(before, step)
  // The school decides on the fault where it steps in and at the last level, not on the way.
  const decides = action === 'accept-evidence' || endsAgreement(evolved)
  const fault = decides && found ? decidedFault(before.kind, found) : before.fault
  const level = DISSOLUTION_REVIEWS.includes(action) ? levelDue(before) : null
  const read = noticeVersion !== undefined && { notice: noticeVersion }
  const data = { version: seenVersion, level, fault, ...read, evidence: null }
  const decidedBy = decidedAt(before, level)
  const change = dissolutionChange(before, { ...evolved, fault, decidedBy }, step, data)
  return {
    changes: [change, ...agreementAfter()],
    // A correction puts its files in the place of the old ones; the school's come beside what there is.
    files: evidence ? filesOf(before, evidence, action !== 'correct') : null,
    told: dissolutionTold(change.after, step),
  }

  function agreementAfter(): AgreementChange[] {
    if (endsAgreement(evolved)) return [dissolveAgreement(agreement, at)]
    return OPEN_DISSOLUTION.includes(evolved.status) ? [] : [pointAgreement(agreement, null)]
  }
}

/** What nobody answered in time is recorded as the school's to mediate; nothing depends on its having been. */
export function escalateDissolution(before: DissolutionCase, at: Date): Outcome<DissolutionChange> {
  const step = dissolutionLife.decide(before, { action: 'escalate', role: 'clock', seenVersion: null, at })
  const data = { version: before.version }
  const change = dissolutionChange(before, evolveDissolution(before, step), step, data)
  return {
    changes: [{ ...change, byClock: true }],
    files: null,
    told: dissolutionTold(change.after, step),
  }
}
