import { addDays, dayInChina, endOfDayInChina } from '../../src/domain/day.ts'
import {
  type AskingFacts,
  type Dissolution,
  type DissolutionAction,
  decidedFault,
  dissolutionLife,
  dissolutionStatusAt,
  dissolutionWaitsFor,
  endsAgreement,
  evolveDissolution,
  type Fault,
  faultOf,
  kindOfRequest,
  needsEvidence,
  OPEN_DISSOLUTION,
  reasonsAgainstAsking,
} from '../../src/domain/dissolution.ts'
import type { Side } from '../../src/domain/lifecycle.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { DissolutionAct } from './acts.ts'
import { dissolveAgreement, findAgreement, markDissolving, readsAgreement } from './agreements.ts'
import { filesOf, takeFiles } from './files.ts'
import {
  type AskedDissolution,
  journaled,
  levelOf,
  type Person,
  personIn,
  refuseFor,
  reviewsNow,
  roleOf,
  type SignedAgreement,
  type World,
} from './world.ts'

const put = (world: World, dissolution: AskedDissolution): World => ({
  ...world,
  dissolutions: { ...world.dissolutions, [dissolution.id]: dissolution },
})

export const requestsOn = (world: World, agreement: string) =>
  Object.values(world.dissolutions).filter((one) => one.agreement === agreement)

/** What decides whether `side` may ask now (R11–R15, R23). */
export function askingFacts(world: World, agreement: SignedAgreement, side: Side): AskingFacts {
  const requests = requestsOn(world, agreement.id)
  const refused = requests.filter((one) => one.status === 'refused' && one.askedBy === side)
  const ofStudent = Object.values(world.dissolutions).filter((one) => one.student === agreement.student)
  return {
    agreement,
    openRequest: requests.find((one) => OPEN_DISSOLUTION.includes(one.status)) ?? null,
    lastRefusedAt: refused.at(-1)?.endedAt ?? null,
    rules: world.rules,
    breaches: ofStudent.filter((one) => one.status === 'completed' && one.fault === 'student').length,
  }
}

function ask(world: World, act: Extract<DissolutionAct, { action: 'ask' }>): World {
  const agreement = findAgreement(world, act.id, act.by)
  const askedBy = roleOf(personIn(world, act.by))
  if (askedBy === 'reviewer') throw new Refusal('not-your-turn')
  const { ground } = act
  const fault = faultOf(ground, askedBy, agreement.terms.clauses)
  refuseAsking(world, agreement, askedBy, { ground, fault })
  if (act.seenVersion !== agreement.version)
    throw new Refusal('content-changed', { version: agreement.version })
  const kind = kindOfRequest(agreement.kind, ground)
  if (needsEvidence(kind) && act.files.length === 0)
    throw new Refusal('evidence-needed', { field: 'evidence' })
  const id = `d${Object.keys(world.dissolutions).length + 1}`
  const request: Dissolution = {
    kind,
    askedBy,
    status: kind === 'consent' ? 'awaiting_counterparty' : 'in_review',
    version: 1,
    answerBy: kind === 'consent' ? addDays(dayInChina(world.now), world.rules.answerDays) : null,
    levels: world.rules.dissolutionLevels,
    level: 0,
  }
  const asked: AskedDissolution = {
    ...request,
    id,
    agreement: agreement.id,
    student: agreement.student,
    ground,
    reason: act.reason,
    fault,
    answer: null,
    decision: null,
    answered: false,
    waitingFor: dissolutionWaitsFor(request),
    waitingSince: world.now,
    endedAt: null,
  }
  const opened = markDissolving(put(world, asked), agreement.id, true)
  return takeFiles(journaled(opened, `dissolution:${id}`, 'ask'), act.by, `dissolution:${id}`, act.files)
}

const refuseAsking = (
  world: World,
  agreement: SignedAgreement,
  side: Side,
  asked: Parameters<typeof reasonsAgainstAsking>[2],
) => refuseFor(reasonsAgainstAsking(askingFacts(world, agreement, side), side, asked, world.now))

/** The level that is due decides; instead of a missing answer, the school does. */
export function isReviewersTurn(
  action: DissolutionAction,
  dissolution: AskedDissolution,
  person: Person,
): boolean {
  if (action === 'pass' || action === 'reject') return reviewsNow(dissolution, person)
  return action !== 'accept-evidence' || levelOf(person) === 'school'
}

const ANSWERS: readonly DissolutionAct['action'][] = ['agree', 'refuse', 'accept-evidence']
const DECISIONS: readonly DissolutionAct['action'][] = ['pass', 'reject']

export function actOnDissolution(world: World, act: DissolutionAct): World {
  if (act.action === 'ask') return ask(world, act)
  const before = world.dissolutions[act.id]
  if (!before || !readsAgreement(world, act.by, world.agreements[before.agreement]!))
    throw new Refusal('not-found')
  const person = personIn(world, act.by)
  const step = dissolutionLife.decide(before, { ...act, role: roleOf(person), at: world.now })
  if (!isReviewersTurn(act.action, before, person)) throw new Refusal('reviewed-at-another-level')
  const evolved = evolveDissolution(before, step)
  const waitingFor = dissolutionWaitsFor(evolved)
  const after: AskedDissolution = {
    ...evolved,
    fault: faultAfter(before, evolved, act),
    reason: (act.action === 'correct' && step.reason) || before.reason,
    answer: ANSWERS.includes(act.action) ? step.reason : before.answer,
    decision: DECISIONS.includes(act.action) ? step.reason : before.decision,
    answered: before.answered || act.action === 'agree' || act.action === 'refuse',
    waitingFor,
    waitingSince: waitingFor === before.waitingFor ? before.waitingSince : world.now,
    endedAt: OPEN_DISSOLUTION.includes(evolved.status) ? null : world.now,
  }
  const saved = journaled(put(world, after), `dissolution:${act.id}`, act.action)
  const proved = 'files' in act ? withFiles(saved, act) : saved
  if (endsAgreement(after)) return dissolveAgreement(proved, before.agreement)
  return OPEN_DISSOLUTION.includes(after.status) ? proved : markDissolving(proved, before.agreement, false)
}

/** The school decides on it where it steps in and at the last level, not on the way. */
function faultAfter(before: AskedDissolution, { status }: Dissolution, act: DissolutionAct): Fault {
  const decides = act.action === 'accept-evidence' || (act.action === 'pass' && status === 'completed')
  return decides && act.fault ? decidedFault(before.kind, act.fault) : before.fault
}

/** A correction puts its files in the place of the old ones; the school's come beside what there is. */
function withFiles(
  world: World,
  { id, by, action, files }: Extract<DissolutionAct, { action: 'correct' | 'accept-evidence' }>,
): World {
  if (files.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  const subject = `dissolution:${id}`
  const kept = action === 'correct' ? [] : filesOf(world, subject).filter((one) => !files.includes(one))
  return takeFiles(world, by, subject, [...kept, ...files])
}

/** What nobody answered in time is recorded as being in mediation, since the end of the last day. */
export const escalateDissolutions = (world: World): World =>
  Object.values(world.dissolutions)
    .filter((one) => dissolutionLife.whyNot(one, 'escalate', 'clock', world.now) === null)
    .reduce((after, one) => {
      const command = { action: 'escalate', role: 'clock', seenVersion: null, at: world.now } as const
      const late = evolveDissolution(one, dissolutionLife.decide(one, command))
      const turn = { waitingFor: dissolutionWaitsFor(late), waitingSince: endOfDayInChina(one.answerBy!) }
      return journaled(put(after, { ...late, ...turn }), `dissolution:${one.id}`, 'escalate')
    }, world)

/** As everybody sees it at this instant, whether or not a sweep has run. */
export function dissolutionNow(world: World, dissolution: AskedDissolution) {
  const status = dissolutionStatusAt(dissolution, world.now)
  const isOverdue = status !== dissolution.status
  return {
    status,
    agreed: dissolution.answered && status !== 'refused',
    waitingFor: isOverdue ? ('school' as const) : dissolution.waitingFor,
    waitingSince: isOverdue ? endOfDayInChina(dissolution.answerBy!) : dissolution.waitingSince,
  }
}
