import { type ApplicationOutcome, endWithPost, leaveWithStudent } from '../../../domain/application/acts.ts'
import type { ApplicationChange } from '../../../domain/application/case.ts'
import { isInterviewing } from '../../../domain/application/life.ts'
import { toldOfClosing } from '../../../domain/application/told.ts'
import { subjectOf } from '../../../domain/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { endOfApplications, type Settling, settleInterviews } from '../interviews/settling.ts'
import { tell } from '../notifications/tell.ts'
import {
  type ApplicationRecord,
  countToEndOfStudent,
  listGoingOn,
  lockToEndOfEmployer,
  lockToEndOfPost,
  saveApplications,
} from './queries.ts'

const lineOf = ({ after, step, data }: ApplicationChange, actor: Actor): Line => ({
  ...step,
  school: after.schoolId,
  subject: subjectOf({ kind: 'application', id: after.id }),
  action: `application.${step.action}`,
  actor,
  data,
})

/** Of which interviews are arranged no more. */
const noMoreInterviewing = (changes: readonly ApplicationChange[]): Key[] =>
  changes
    .filter(({ before, after }) => before && isInterviewing(before.status) && !isInterviewing(after.status))
    .map(({ after }) => ({ school: after.schoolId, id: after.id }))

/** What the rules have decided is done: saved, journaled, told; with an application that is answered or ends goes its interview. */
export async function settle(of: Settling, { changes, told }: ApplicationOutcome): Promise<void> {
  if (changes.length === 0) return
  const { tx, jobs, actor, acting } = of
  const interviews = await endOfApplications(of, noMoreInterviewing(changes))
  await saveApplications(tx, changes)
  await record(
    tx,
    changes.map((one) => lineOf(one, actor)),
  )
  await tell(tx, jobs, told, acting.at)
  await settleInterviews(of, interviews)
}

/** With a post that its school takes down; whoever calls holds the post. */
export async function endOfPost(of: Doing, post: Key): Promise<void> {
  const { tx, acting } = of
  await settle(of, endWithPost(await lockToEndOfPost(tx, post, acting.at), acting.at))
}

/** With an employer's admission; whoever calls holds that. */
export async function endOfEmployer(of: Doing, employer: Key): Promise<void> {
  const { tx, acting } = of
  await settle(of, endWithPost(await lockToEndOfEmployer(tx, employer, acting.at), acting.at))
}

/** Whoever leaves the roster takes back what has come to no offer. Whoever calls holds these, and then the student. */
export async function endOfStudent(
  of: Doing,
  student: Key,
  those: readonly ApplicationRecord[],
): Promise<void> {
  // One that was applied for while they were being held would be missed.
  if ((await countToEndOfStudent(of.tx, student)) > those.length) throw new Refusal('content-changed')
  await settle(of, leaveWithStudent(those, of.acting.at))
}

/** The employer closes a post, or its last day is over: who has applied is told that theirs goes on. Whoever calls holds the posts. */
export async function tellOfClosing(
  { tx, jobs }: Pick<Doing, 'tx' | 'jobs'>,
  posts: readonly Key[],
  at: Date,
): Promise<void> {
  await tell(tx, jobs, toldOfClosing(await listGoingOn(tx, posts, at)), at)
}
