import { v7 as uuidv7 } from 'uuid'
import {
  actOnReport,
  isToTakeDown,
  type ReportCase,
  type ReportCommand,
  reportPost,
} from '../../../domain/post-report/acts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { hashOf } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { act as actOnPost } from '../posts/acts.ts'
import { lockPost } from '../posts/queries.ts'
import { holdOpenPost } from '../posts/search.ts'
import { lockRoster } from '../students/roster-values.ts'
import { findReport, findReporting, lockReport } from './queries.ts'
import { settle } from './settling.ts'

/** The post is held as it stands, and the student, of whose two reports at once one is the first. */
export async function report(
  of: Doing,
  { school, shortId }: { readonly school: string; readonly shortId: string },
  given: Pick<ReportCase, 'ground' | 'said'>,
): Promise<ReportCase> {
  const { tx, acting } = of
  const student = { school, id: of.person.studentId! }
  const { snapshot } = await lockRoster(tx, student, of.secrets)
  const post = await holdOpenPost(tx, { school, shortId, reader: 'student' }, acting.at)
  const facts = {
    ...(await findReporting(tx, student, post.id)),
    schoolId: school,
    id: uuidv7(),
    studentId: student.id,
    snapshot,
    reported: {
      postId: post.id,
      postVersion: post.version,
      content: post.content,
      employerName: post.employer,
      contentHash: hashOf({
        post: post.id,
        version: post.version,
        employer: post.employer,
        content: post.content,
      }),
    },
  }
  const outcome = reportPost(facts, given, acting)
  await settle(of, outcome)
  return outcome.changes[0]!.after
}

/** An act on one report alone. */
async function decide(of: Doing, key: Key, command: ReportCommand): Promise<ReportCase> {
  const outcome = actOnReport(await lockReport(of.tx, key, of.person), command, of.acting)
  await settle(of, outcome)
  return outcome.changes[0]!.after
}

/**
 * It is right: the post is taken down where it is not over, and all who have reported it are told the same. The post is
 * held before its reports, as by whoever takes it down otherwise.
 */
async function uphold(of: Doing, key: Key, command: ReportCommand, takeDown: string): Promise<ReportCase> {
  const { postId: id } = await findReport(of.tx, key, of.person)
  const post = { school: key.school, id }
  const before = await lockPost(of.tx, post, of.person)
  const after = await decide(of, key, command)
  if (!isToTakeDown(before)) return after
  if (!takeDown) throw new Refusal('reason-needed', { field: 'takeDown' })
  const step = { action: 'take-down', seenVersion: before.version, reason: takeDown } as const
  await actOnPost(of, post, step, after.answer!)
  return after
}

export const act = (
  of: Doing,
  key: Key,
  { takeDown, ...command }: ReportCommand & { readonly takeDown?: string | undefined },
): Promise<ReportCase> =>
  command.action === 'uphold' ? uphold(of, key, command, takeDown?.trim() ?? '') : decide(of, key, command)
