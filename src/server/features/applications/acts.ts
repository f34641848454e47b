import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import {
  type ApplicationCommand,
  type ApplicationOutcome,
  actOnApplication,
  applyFor,
  inviteApplicant,
  lookAt,
} from '../../../domain/application/acts.ts'
import type { Assessment } from '../../../domain/application/assessment.ts'
import { refuseUnlessSayable } from '../../../domain/post/wording.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { employerLine } from '../employers/journal.ts'
import { holdPostToApply } from '../posts/search.ts'
import { recordLook } from '../resumes/looks.ts'
import { findKept, keepSnapshot } from '../resumes/queries.ts'
import { together } from '../reviews/together.ts'
import { tellWebhooks } from '../webhooks/telling.ts'
import { findWording, listWordings } from '../wordings/queries.ts'
import { findAssessment, saveAssessment } from './assessments.ts'
import {
  type ApplicationRecord,
  holdApplying,
  linkInvitation,
  lockApplication,
  lockApplications,
} from './queries.ts'
import { settle } from './settling.ts'

type Applying = { readonly resumeId: string; readonly note: string }
/** The post is held as it stands, and the student. Answers the application's id. */
export async function apply(
  of: Doing,
  { school, shortId }: { readonly school: string; readonly shortId: string },
  { resumeId, note }: Applying,
): Promise<string> {
  const { tx, acting } = of
  const student = { school, id: of.person.studentId! }
  const post = await holdPostToApply(tx, { school, shortId, reader: 'student' }, acting.at)
  const facts = await holdApplying(tx, student, post.id)
  const born = {
    ...facts,
    schoolId: school,
    id: uuidv7(),
    postId: post.id,
    employerId: post.employerId,
    studentId: student.id,
    resumeId: await keepSnapshot(tx, student, resumeId, of.secrets, acting.at),
    title: post.content.title,
    employerName: post.employer,
  }
  await settle(of, applyFor(born, note, acting))
  const received = {
    kind: 'application.received',
    about: { kind: 'application', id: born.id },
    number: null,
  } as const
  await tellWebhooks({ tx, jobs: of.jobs, at: acting.at }, [
    { ...received, school, employerId: post.employerId },
  ])
  return born.id
}

async function decide(
  of: Doing,
  key: Key,
  rule: (before: ApplicationRecord) => ApplicationOutcome,
): Promise<ApplicationRecord> {
  const before = await lockApplication(of.tx, key, of.person, of.acting.at)
  await settle(of, rule(before))
  return before
}

/** One act on one application. */
export const act = (of: Doing, key: Key, command: ApplicationCommand) =>
  decide(of, key, (before) => actOnApplication(before, command, of.acting))

/** The employer declines, in words that the school's lists allow. */
export async function decline(of: Doing, key: Key, step: Omit<ApplicationCommand, 'action'>) {
  refuseUnlessSayable({ reason: step.reason }, await findWording(of.tx, key.school))
  return act(of, key, { ...step, action: 'decline' })
}

type Item = Key & { readonly seenVersion: number }
type Decision = { readonly decision: 'shortlist' | 'decline'; readonly reason?: string | undefined }
/**
 * The same act on several, in a few statements; what one of them stands in the way of holds up no other. The words go to all, so any
 * school's lists keep all of them back.
 */
export async function decideTogether(
  of: Doing,
  request: FastifyRequest,
  items: readonly Item[],
  { decision: action, reason }: Decision,
) {
  const { tx, person, acting } = of
  const lists = await listWordings(
    tx,
    items.map(({ school }) => school),
  )
  refuseUnlessSayable({ reason }, lists)
  const those = await lockApplications(tx, items, person, acting.at)
  const { results, done } = together(request, items, ({ school, id, seenVersion }) =>
    actOnApplication(those.take({ school, id }), { action, seenVersion, reason }, acting),
  )
  const changes = done.flatMap((one) => one.changes)
  await settle(of, { changes, told: done.flatMap((one) => one.told) })
  return { results }
}

/** A member of the employer opens it with its résumé: the student reads that, each day that somebody does. */
export async function look(of: Doing, key: Key): Promise<void> {
  const { tx, person, acting, secrets } = of
  const { resumeId } = await decide(of, key, (before) => lookAt(before, acting))
  if (resumeId === null) return
  const { snapshot } = await findKept(tx, { school: key.school, id: resumeId }, secrets)
  const viewer = { userId: person.userId, employerId: person.employer!.id }
  await recordLook(tx, key.school, snapshot, viewer, acting.at)
}

type Inviting = {
  readonly school: string
  /** What the invitation comes of; null where it comes of none. */
  readonly applicationId: string | null
  readonly studentId: string
  readonly invitationId: string
}
/** Sends an invitation that comes of an application, which is held until the two are linked. */
export async function inviteFor(
  of: Doing,
  { school, applicationId, studentId, invitationId }: Inviting,
  send: () => Promise<unknown>,
): Promise<void> {
  if (applicationId === null) {
    await send()
    return
  }
  const key = { school, id: applicationId }
  const before = await lockApplication(of.tx, key, of.person, of.acting.at)
  const outcome = inviteApplicant(before, studentId, of.acting)
  await send()
  await settle(of, outcome)
  await linkInvitation(of.tx, key, invitationId)
}

/** The employer's own words of an applicant, which are read against the lists as well (L10). They stand in its own chain, without what they say: the student reads the other. */
export async function assess(
  of: Doing,
  key: Key,
  { seenVersion, ...said }: Omit<Assessment, 'version'> & { readonly seenVersion: number },
): Promise<void> {
  const { tx, person, actor, acting } = of
  refuseUnlessSayable({ note: said.note }, await findWording(tx, key.school))
  const { employerId } = await lockApplication(tx, key, person, acting.at)
  const { version } = await findAssessment(tx, key)
  if (version !== seenVersion) throw new Refusal('content-changed', { version })
  await saveAssessment(tx, key, { ...said, version: version + 1 }, { by: person.userId, at: acting.at })
  const data = { school: key.school, application: key.id, version: version + 1 }
  await record(tx, [employerLine(employerId, 'employer.assess-application', { actor, at: acting.at, data })])
}
