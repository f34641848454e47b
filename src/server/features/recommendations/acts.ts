import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import {
  actOnRecommendation,
  askRecommendation,
  type RecommendationCommand,
  sendRecommendation,
} from '../../../domain/recommendation/acts.ts'
import {
  type OwnWords,
  type RecommendationOutcome,
  recommendationRef,
  type SheetFacts,
} from '../../../domain/recommendation/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { actingOn } from '../../../domain/review.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { listEnrolments } from '../students/enrolment.ts'
import { orderDocuments } from '../verification-codes/queries.ts'
import { lockSheetFacts } from './facts.ts'
import { findOfStudent, findRecommendation, lockRecommendation, saveRecommendation } from './queries.ts'

/** What an act has come to, and what the roster says: the page is shown from both. */
export type Acted = { readonly after: RecommendationOutcome['after']; readonly roster: SheetFacts }

/** What the rules have decided is done: saved, its document ordered, journaled, told. */
async function carryOut(of: Doing, outcome: RecommendationOutcome): Promise<void> {
  const { tx, jobs, secrets, actor, acting } = of
  const { at } = acting
  const { after, step, edition, data, told } = outcome
  await saveRecommendation(tx, outcome)
  const documents = edition
    ? [{ school: after.schoolId, kind: 'recommendation', id: after.id, version: edition.version } as const]
    : []
  await orderDocuments({ tx, jobs, secrets, at, by: of.person.userId }, documents)
  const { action, ...said } = step
  const subject = subjectOf(recommendationRef(after))
  const line = {
    school: after.schoolId,
    subject,
    action: `recommendation.${action}`,
    ...said,
    actor,
    data,
  } as const
  await record(tx, [line])
  await tell(tx, jobs, told, at)
}

const enrolmentOf = async ({ tx }: Doing, school: string, studentId: string) => {
  const found = (await listEnrolments(tx, school, [studentId])).get(studentId)
  if (!found) throw new Refusal('not-found')
  return found.enrolment
}

/** The student's row is held, so that of two requests at once one is the first. */
export async function ask(of: Doing, school: string, own: OwnWords): Promise<Acted> {
  const studentId = of.person.studentId!
  const { roster, ...student } = await lockSheetFacts(of.tx, { school, id: studentId }, of.secrets)
  const there = await findOfStudent(of.tx, school, studentId)
  if (there) throw new Refusal('already-moved-on', { status: there.status })
  const enrolment = await enrolmentOf(of, school, studentId)
  const born = { ...student, schoolId: school, id: uuidv7(), studentId }
  const outcome = askRecommendation({ student: born, roster, enrolment }, own, of.acting)
  await carryOut(of, outcome)
  return { after: outcome.after, roster }
}

/** The recommendation and its student's row, the row first. */
async function lockBoth(of: Doing, key: Key) {
  const { studentId } = await findRecommendation(of.tx, key, of.person)
  const student = await lockSheetFacts(of.tx, { school: key.school, id: studentId }, of.secrets)
  return { student, before: await lockRecommendation(of.tx, key, of.person) }
}

/** Sent anew by its student. */
export async function send(
  of: Doing,
  key: Key,
  command: Parameters<typeof sendRecommendation>[1],
): Promise<Acted> {
  const { before, student } = await lockBoth(of, key)
  const { roster, snapshot, levels } = student
  const enrolment = await enrolmentOf(of, key.school, before.studentId)
  const facts = { before, roster, enrolment, student: { snapshot, levels } }
  const outcome = sendRecommendation(facts, command, of.acting)
  await carryOut(of, outcome)
  return { after: outcome.after, roster }
}

export async function act(
  of: Doing,
  key: Key,
  command: Omit<RecommendationCommand, 'byName'>,
): Promise<Acted> {
  const {
    before,
    student: { roster },
  } = await lockBoth(of, key)
  const acting = actingOn(of.acting, of.person.collegeId, before)
  const outcome = actOnRecommendation({ before, roster }, { ...command, byName: of.person.name }, acting)
  await carryOut(of, outcome)
  return { after: outcome.after, roster }
}
