import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import { refuseUnlessSeen } from '../../../domain/confirmation/period.ts'
import {
  actOnObjection,
  type ObjectionCase,
  type ObjectionCommand,
  type ObjectionOutcome,
  raiseObjection,
} from '../../../domain/objection/acts.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { newShortId } from '../../services/new-code.ts'
import { holdReported } from '../confirmations/reported.ts'
import { tell } from '../notifications/tell.ts'
import { lockRoster } from '../students/roster-values.ts'
import { findRaising, findSpokenOf, listSpokenOf, lockObjection, saveObjection } from './queries.ts'

/** What the rules have decided is done: saved, journaled, told. */
async function settle(
  { tx, jobs, actor, acting: { at } }: Doing,
  { after, step, data, told }: ObjectionOutcome,
): Promise<ObjectionCase> {
  await saveObjection(tx, after)
  await record(tx, [
    {
      ...step,
      school: after.schoolId,
      subject: subjectOf({ kind: 'objection', id: after.id }),
      action: `objection.${step.action}`,
      actor,
      data: { version: after.version, ...data },
    },
  ])
  await tell(tx, jobs, told, at)
  return after
}

/** The student is locked: of two objections at once, or one beside a confirmation, one is the first. */
export async function raise(
  of: Doing,
  student: Key,
  given: { readonly seenHash: string; readonly objectionText: string },
): Promise<ObjectionCase> {
  const { tx } = of
  const { snapshot } = await lockRoster(tx, student, of.secrets)
  const now = await holdReported(tx, student)
  refuseUnlessSeen(given.seenHash, now.seenHash)
  const spokenOf = await findSpokenOf(tx, student)
  const facts = {
    ...(await findRaising(tx, student)),
    ...now,
    schoolId: student.school,
    id: uuidv7(),
    studentId: student.id,
    receipt: newShortId().toUpperCase(),
    snapshot,
    spokenOf,
    speaksAbout: await listSpokenOf(tx, student.school, spokenOf),
  }
  return settle(of, raiseObjection(facts, given.objectionText, of.acting))
}

/** One act; whoever has acted on what it is about since it was raised is spoken of too. */
export async function act(of: Doing, key: Key, command: ObjectionCommand): Promise<ObjectionCase> {
  const found = await lockObjection(of.tx, key, of.person)
  const since = await listSpokenOf(of.tx, key.school, found.spokenOf)
  const before = { ...found, speaksAbout: [...new Set([...found.speaksAbout, ...since])] }
  return settle(of, actOnObjection(before, command, { ...of.acting, userId: of.person.userId }))
}
