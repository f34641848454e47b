import { subjectOf } from '../../../domain/case.ts'
import { type InterviewOutcome, outcomeOf, settleInterview } from '../../../domain/interview/acts.ts'
import type { InterviewChange } from '../../../domain/interview/case.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { lockOpen, saveInterviews } from './queries.ts'

export type Settling = Pick<Doing, 'tx' | 'jobs' | 'actor'> & { readonly acting: Pick<Doing['acting'], 'at'> }

/** An interview's steps stand in its application's chain. */
const lineOf = ({ after, step, data }: InterviewChange, actor: Actor): Line => ({
  ...step,
  school: after.schoolId,
  subject: subjectOf({ kind: 'application', id: after.applicationId }),
  action: `interview.${step.action}`,
  actor,
  data,
})

/** What the rules have decided is done: saved, journaled, told. One change an application. */
export async function settleInterviews(
  { tx, jobs, actor, acting: { at } }: Settling,
  { changes, told }: InterviewOutcome,
): Promise<void> {
  if (changes.length === 0) return
  await saveInterviews(tx, changes)
  await record(
    tx,
    changes.map((one) => lineOf(one, actor)),
  )
  await tell(tx, jobs, told, at)
}

/**
 * What becomes of the open interviews of applications that are answered or end: locked before the applications' chain is
 * written to, as whoever picks a time does.
 */
export const endOfApplications = async (
  { tx, acting: { at } }: Settling,
  applications: readonly Key[],
): Promise<InterviewOutcome> =>
  outcomeOf((await lockOpen(tx, applications)).map((one) => settleInterview(one, at)))
