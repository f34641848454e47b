import type { z } from 'zod'
import type { askDissolution } from '../../../contracts/dissolutions.ts'
import { dayInChina } from '../../../domain/day.ts'
import {
  type DissolutionAction,
  decidedFault,
  dissolutionLife,
  endsAgreement,
  evolveDissolution,
  type Fault,
  faultOf,
  kindOfRequest,
  needsEvidence,
  OPEN_DISSOLUTION,
  reasonsAgainstAsking,
} from '../../../domain/dissolution.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, record, stepLine } from '../../db/journal.ts'
import { roleOf } from '../../http/person.ts'
import { NotEligible } from '../../http/problems.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Person } from '../accounts/sessions.ts'
import { dissolveAgreement } from '../agreements/acts.ts'
import { closeDissolution, lockAgreement, openDissolution } from '../agreements/queries.ts'
import { listEvidence, takeEvidence } from '../evidence/queries.ts'
import type { Key } from '../invitations/queries.ts'
import { type Message, tell } from '../notifications/tell.ts'
import { levelOf, reviewsNow } from '../reviews/levels.ts'
import { findAskingFacts } from './asking.ts'
import { noticesOf, noticesOfRequest } from './notices.ts'
import * as dissolutions from './queries.ts'

type Asked = Omit<z.output<typeof askDissolution.schema.body>, 'noticeRead'>
const A_MONTH = 30 * 24 * 60 * 60 * 1000

/** Opens a request on an agreement (R11–R15): locks the agreement, refuses with all reasons, journals, tells. */
export async function ask(
  tx: Tx,
  jobs: Jobs,
  key: Key,
  asked: Asked,
  person: Person,
  actor: Actor,
  at: Date,
) {
  const agreement = await lockAgreement(tx, key, person)
  const askedBy = roleOf(person)
  if (askedBy === 'reviewer') throw new Refusal('not-your-turn')
  const { ground, reason, evidence, seenVersion } = asked
  const { facts, settings } = await findAskingFacts(tx, agreement, askedBy)
  const fault = faultOf(ground, askedBy, agreement.terms.clauses)
  const [first, ...rest] = reasonsAgainstAsking(facts, askedBy, { ground, fault }, at)
  if (first) throw new NotEligible([first, ...rest])
  if (seenVersion !== agreement.version) throw new Refusal('content-changed', { version: agreement.version })
  const kind = kindOfRequest(agreement.kind, ground)
  if (needsEvidence(kind) && evidence.length === 0)
    throw new Refusal('evidence-needed', { field: 'evidence' })
  const { dissolutionLevels: levels, answerDays } = settings
  const request = { kind, askedBy, ground, reason, fault, levels, answerDays }
  const opened = await dissolutions.addDissolution(tx, agreement, request, at)
  await openDissolution(tx, key, opened.id)
  const taking = { school: key.school, subject: `dissolution:${opened.id}`, userId: person.userId }
  const files = evidence.length > 0 ? await takeEvidence(tx, { ...taking, ids: evidence }, at) : []
  const data = { agreement: key.id, number: agreement.number, version: seenVersion, kind, ground, fault }
  await record(tx, [
    stepLine('dissolution', opened, { action: 'ask', from: null, to: opened.status, reason, at }, actor, {
      ...data,
      evidence: files.join(' '),
    }),
  ])
  const alert =
    askedBy === 'employer'
      ? await alertOfMany(tx, key.school, person.employer!, settings.alertAt, opened.id, at)
      : []
  await tell(tx, jobs, key.school, [...noticesOfRequest(opened), ...alert], at)
  return { school: key.school, id: opened.id }
}

/** The school is told when an employer asks many of its students (`domain.md` §5.10): once a day at most. */
async function alertOfMany(
  tx: Tx,
  school: string,
  employer: { id: string; name: string },
  alertAt: number,
  dissolutionId: string,
  at: Date,
): Promise<Message[]> {
  const count = await dissolutions.countAskedBy(tx, school, employer.id, new Date(at.getTime() - A_MONTH))
  if (count < alertAt) return []
  return [
    {
      kind: 'dissolution.many',
      to: { level: 'school', collegeId: '' },
      subject: `dissolution:${dissolutionId}`,
      params: { employer: employer.name, count: String(count) },
      dedupe: `many:${employer.id}:${dayInChina(at)}`,
    },
  ]
}

export type Act = {
  seenVersion: number
  reason?: string | undefined
  evidence?: string[]
  fault?: Fault | undefined
}
const IS_REVIEW: readonly DissolutionAction[] = ['pass', 'reject']

/** Whether this member of staff decides now: the level that is due, or the school where no answer came. */
export function isReviewersTurn(
  action: DissolutionAction,
  dissolution: dissolutions.DissolutionRecord,
  person: Person,
): boolean {
  if (IS_REVIEW.includes(action)) return reviewsNow(dissolution, person)
  return action !== 'accept-evidence' || levelOf(person) === 'school'
}

/** Every act on a request: lock, decide, save, end or keep the agreement, journal, tell. */
export async function actOn(
  tx: Tx,
  jobs: Jobs,
  key: Key,
  action: DissolutionAction,
  act: Act,
  person: Person,
  actor: Actor,
  at: Date,
) {
  const before = await dissolutions.lockDissolution(tx, key, person)
  const role = roleOf(person)
  const { seenVersion, reason = '', evidence } = act
  const step = dissolutionLife.decide(before, { action, role, seenVersion, reason, at })
  if (!isReviewersTurn(action, before, person)) throw new Refusal('reviewed-at-another-level')
  const evolved = evolveDissolution(before, step)
  // The school decides on the fault where it steps in and at the last level, not on the way.
  const decides = action === 'accept-evidence' || endsAgreement(evolved)
  const fault = decides && act.fault ? decidedFault(before.kind, act.fault) : before.fault
  const after = { ...evolved, fault }
  await dissolutions.saveDissolution(tx, before, after, step)
  const files = evidence && (await addOrReplaceEvidence(tx, key, action, evidence, person, at))
  const { line, freed } = await settleAgreement(tx, before, after, person, actor, at)
  const level = IS_REVIEW.includes(action) ? (before.levels[before.level] ?? null) : null
  const data = { version: seenVersion, level, fault: after.fault, evidence: files?.join(' ') ?? null }
  await record(tx, [stepLine('dissolution', key, step, actor, data), ...line])
  await tell(tx, jobs, key.school, [...noticesOf(after, step), ...freed], at)
}

/** A correction puts its files in the place of the old ones; the school's evidence comes beside what there is. */
async function addOrReplaceEvidence(
  tx: Tx,
  { school, id }: Key,
  action: DissolutionAction,
  given: readonly string[],
  person: Person,
  at: Date,
) {
  if (given.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  const subject = `dissolution:${id}`
  const kept = action === 'correct' ? [] : await listEvidence(tx, school, subject)
  const ids = [...kept.map((file) => file.id).filter((one) => !given.includes(one)), ...given]
  return takeEvidence(tx, { school, subject, ids, userId: person.userId }, at)
}

/** Completed: the agreement is dissolved and the place free, in this transaction. Ended otherwise: it stands as before. */
async function settleAgreement(
  tx: Tx,
  before: dissolutions.DissolutionRecord,
  after: dissolutions.DissolutionRecord,
  person: Person,
  actor: Actor,
  at: Date,
) {
  const agreement = { school: before.schoolId, id: before.agreementId }
  if (endsAgreement(after)) {
    const { line, freed } = await dissolveAgreement(tx, agreement, person, actor, at)
    return { line: [line], freed }
  }
  if (!OPEN_DISSOLUTION.includes(after.status)) await closeDissolution(tx, agreement)
  return { line: [], freed: [] }
}
