import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import {
  type Asker,
  actOnRequest,
  askPrivacyRequest,
  type RequestCase,
  type RequestCommand,
  type RequestOutcome,
} from '../../../domain/privacy-request/acts.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockAccount } from '../accounts/queries.ts'
import { forgetEnded } from '../applications/forgetting.ts'
import { eraseOptional } from '../notifications/addresses.ts'
import { tell } from '../notifications/tell.ts'
import { findAccountOf } from '../recoveries/queries.ts'
import { eraseResumes } from '../resumes/versions.ts'
import { lockRoster } from '../students/roster-values.ts'
import { eraseVisits } from '../visits/sign-ups.ts'
import { findAsking, refuseUnlessAnsweredBy } from './asking.ts'
import { lockRequest, saveRequest, standpointOf } from './queries.ts'

/** A student whose account is closed has nothing left of the kind. */
async function eraseAllOptional(tx: Tx, { schoolId: school, asker }: RequestCase, at: Date) {
  const account = asker.userId ?? (await findAccountOf(tx, { school, id: asker.studentId }))?.userId
  if (account) await eraseOptional(tx, account)
  if (asker.studentId === null) return
  const student = { school, id: asker.studentId }
  await forgetEnded(tx, student, at)
  await eraseResumes(tx, student)
  await eraseVisits(tx, student)
}

/** What the rules have decided is done: saved, erased, journaled, told. */
async function carryOut({ tx, jobs, actor, acting: { at } }: Doing, outcome: RequestOutcome) {
  const { before, after, step, data, erasesOptional, told } = outcome
  const { action, ...said } = step
  await saveRequest(tx, before, after)
  if (erasesOptional) await eraseAllOptional(tx, after, at)
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

/** Who asks, their row held, so that of two requests at once one is the first. */
async function lockAsker({ tx, person, secrets }: Doing): Promise<Asker> {
  const { studentId, userId, school, employer } = person
  if (studentId === null) {
    const { name, login: number } = await lockAccount(tx, userId)
    const own = { studentId, userId, name, number }
    return employer
      ? { ...own, side: 'member', unit: employer.name }
      : { ...own, side: 'staff', unit: person.college ?? '' }
  }
  const { snapshot } = await lockRoster(tx, { school: school!.code, id: studentId }, secrets)
  const { name, studentNumber: number, college: unit } = snapshot
  return { side: 'student', studentId, userId: null, name, number, unit }
}

export async function ask(
  of: Doing,
  school: string,
  given: Pick<RequestCase, 'kind' | 'reason'>,
): Promise<RequestCase> {
  const { tx, person, acting } = of
  await refuseUnlessAnsweredBy(tx, person, school)
  const asker = await lockAsker(of)
  const facts = await findAsking(tx, person)
  return carryOut(of, askPrivacyRequest({ schoolId: school, id: uuidv7(), asker, ...facts }, given, acting))
}

export async function act(of: Doing, key: Key, command: RequestCommand): Promise<RequestCase> {
  const before = await lockRequest(of.tx, key, of.person)
  return carryOut(of, actOnRequest(before, command, { ...of.acting, ...standpointOf(of.person, before) }))
}
