import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import {
  actOnRequest,
  askPrivacyRequest,
  type RequestCase,
  type RequestCommand,
  type RequestOutcome,
} from '../../../domain/privacy-request/acts.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { eraseOptional } from '../notifications/addresses.ts'
import { tell } from '../notifications/tell.ts'
import { lockRoster } from '../students/roster-values.ts'
import { findAsking, lockRequest, saveRequest } from './queries.ts'

/** What the rules have decided is done: saved, erased, journaled, told. */
async function carryOut({ tx, jobs, actor, acting: { at } }: Doing, outcome: RequestOutcome) {
  const { before, after, step, data, erasesOptional, told } = outcome
  const { action, ...said } = step
  await saveRequest(tx, before, after)
  if (erasesOptional) await eraseOptional(tx, { school: after.schoolId, id: after.studentId })
  await record(tx, [
    {
      school: after.schoolId,
      subject: subjectOf({ kind: 'privacy-request', id: after.id }),
      action: `privacy-request.${action}`,
      ...said,
      actor,
      data: { version: after.version, ...data },
    },
  ])
  await tell(tx, jobs, told, at)
  return after
}

/** The student's row is held, so that of two requests at once one is the first. */
export async function ask(
  of: Doing,
  school: string,
  given: Pick<RequestCase, 'kind' | 'reason'>,
): Promise<RequestCase> {
  const studentId = of.person.studentId!
  const { snapshot } = await lockRoster(of.tx, { school, id: studentId }, of.secrets)
  const student = { schoolId: school, id: uuidv7(), studentId, snapshot }
  const facts = { ...(await findAsking(of.tx, school, studentId)), student }
  return carryOut(of, askPrivacyRequest(facts, given, of.acting))
}

export async function act(of: Doing, key: Key, command: RequestCommand): Promise<RequestCase> {
  const before = await lockRequest(of.tx, key, of.person)
  return carryOut(of, actOnRequest(before, command, of.acting))
}
