import { type ApplicationOutcome, endWithPost } from '../../../domain/application/acts.ts'
import type { ApplicationChange } from '../../../domain/application/case.ts'
import { toldOfClosing } from '../../../domain/application/told.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import {
  type ClosedPost,
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

/** What the rules have decided is done: saved, journaled, told. */
export async function settle(
  { tx, jobs, actor, acting: { at } }: Pick<Doing, 'tx' | 'jobs' | 'actor' | 'acting'>,
  { changes, told }: ApplicationOutcome,
): Promise<void> {
  if (changes.length === 0) return
  await saveApplications(tx, changes)
  await record(
    tx,
    changes.map((one) => lineOf(one, actor)),
  )
  await tell(tx, jobs, told, at)
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

/** The employer closes a post: who has applied is told that theirs goes on. Whoever calls holds the post. */
export async function tellOfClosing({ tx, jobs, acting: { at } }: Doing, post: ClosedPost): Promise<void> {
  await tell(tx, jobs, toldOfClosing(await listGoingOn(tx, post, at)), at)
}
