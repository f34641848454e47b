import { subjectOf } from '../../../domain/case.ts'
import { type ReportChange, type ReportOutcome, upholdAll } from '../../../domain/post-report/acts.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { lockOpenOf, saveReports } from './queries.ts'

const lineOf = ({ after, step, data }: ReportChange, actor: Actor): Line => ({
  ...step,
  school: after.schoolId,
  subject: subjectOf({ kind: 'post-report', id: after.id }),
  action: `post-report.${step.action}`,
  actor,
  data: { version: after.version, ...data },
})

/** What the rules have decided is done: saved, journaled, told. */
export async function settle(
  { tx, jobs, actor, acting: { at } }: Pick<Doing, 'tx' | 'jobs' | 'actor' | 'acting'>,
  { changes, told }: ReportOutcome,
): Promise<void> {
  if (changes.length === 0) return
  await saveReports(tx, changes)
  await record(
    tx,
    changes.map((one) => lineOf(one, actor)),
  )
  await tell(tx, jobs, told, at)
}

/** Of a post that is taken down, whoever has reported it is told so; whoever calls holds the post. */
export const upholdOpen = async (of: Doing, post: Key, reason: string): Promise<void> =>
  settle(of, upholdAll(await lockOpenOf(of.tx, post), reason, of.acting))
