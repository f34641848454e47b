import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { weighFirstLogin, weighOwn } from '../../../domain/attempts.ts'
import type { EventName } from '../../../domain/event.ts'
import { toldOfClosing } from '../../../domain/first-login.ts'
import type { Printed } from '../../../domain/printed.ts'
import { RefusedFields } from '../../../domain/refusal.ts'
import type { RosterValues } from '../../../domain/roster/columns.ts'
import { studentKey } from '../../../domain/roster/compare.ts'
import { refuseUnlessInUse } from '../../../domain/roster/own-values.ts'
import { readValues, refuseUnlessNew, refuseUnlessStudent } from '../../../domain/roster/read-values.ts'
import { TAKEN, type Taken } from '../../../domain/taken.ts'
import { type Looking, lookingFor } from '../../../domain/unmasking.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Services } from '../../services/services.ts'
import { refuseToWait, settle, weigh } from '../accounts/attempts.ts'
import { addUsers } from '../accounts/queries.ts'
import { endSessionsByRoster } from '../accounts/sessions.ts'
import { tell } from '../notifications/tell.ts'
import { findRosterTables } from '../roster-imports/tables.ts'
import { lockSchool } from '../schools/queries.ts'
import { closeFirstLogin } from './first-login.ts'
import { newShortCode } from './roster.ts'
import { documentIndexes, newEntry } from './roster-columns.ts'
import { findHolders, findKnown, holderKey } from './roster-comparing.ts'
import { enterOne } from './roster-entering.ts'

type StudentEvent = Extract<EventName, `student.${string}`>

type Said = {
  readonly action: StudentEvent
  readonly at: Date
  readonly actor: Actor
  readonly reason?: string | null
  readonly data?: Line['data']
}

type Concerned = Key & Pick<Said, 'data'>

/** A line in the journal of each of these students, of an act that is no case's; with what it says of each. */
export const recordOnStudents = (
  tx: Tx,
  students: readonly Concerned[],
  { action, at, actor, reason = null, data = {} }: Said,
) =>
  record(
    tx,
    students.map(({ school, id, data: own = {} }) => ({
      school,
      subject: `student:${id}`,
      action,
      at,
      actor,
      from: null,
      to: action === 'student.verify' ? 'verified' : null,
      reason,
      data: { ...data, ...own },
    })),
  )

export const recordOnStudent = (tx: Tx, student: Key, said: Said) => recordOnStudents(tx, [student], said)

const TAKEN_AT_ONCE = 5_000

type Leaving = {
  readonly school: string
  readonly ids: readonly string[]
  readonly what: Line['data']
  readonly of: Taken
}

type By = Pick<Said, 'at' | 'actor'>

/** That it leaves the product, in the school's journal: by whom, why and which (`what`). */
export async function recordTakenOf(
  tx: Tx,
  { school, what, of }: Omit<Leaving, 'ids'>,
  looking: Looking,
  { at, actor }: By,
): Promise<void> {
  const { reason, data } = lookingFor(looking)
  const line = { school, subject: `school:${school}`, action: TAKEN[of].all }
  await record(tx, [{ ...line, at, actor, from: null, to: null, reason, data: { ...data, ...what } }])
}
/** The same in the journal of each of these students. */
export async function recordTakenEach(
  tx: Tx,
  { school, ids, of }: Omit<Leaving, 'what'>,
  looking: Looking,
  { at, actor }: By,
): Promise<void> {
  const { reason, data } = lookingFor(looking)
  for (let from = 0; from < ids.length; from += TAKEN_AT_ONCE)
    await recordOnStudents(
      tx,
      ids.slice(from, from + TAKEN_AT_ONCE).map((id) => ({ school, id })),
      { action: TAKEN[of].each, at, actor, reason, data },
    )
}

/** What is of these students leaves the product at once, in the school's journal and in that of each student. */
export async function recordTaken(tx: Tx, taken: Leaving, looking: Looking, by: By): Promise<void> {
  await recordTakenOf(tx, taken, looking, by)
  await recordTakenEach(tx, taken, looking, by)
}

/** After the last wrong try: closed, journaled, told, and those who are half way in are out. Nothing where it is closed already. */
export async function closeAfterTries(
  { tx, jobs, at, actor }: Pick<Doing, 'tx' | 'actor'> & { jobs: Jobs; at: Date },
  { key, userId, tries }: { key: Key; userId: string; tries: number },
): Promise<void> {
  const closed = await closeFirstLogin(tx, key, at)
  if (!closed) return
  await endSessionsByRoster(tx, userId)
  await recordOnStudent(tx, key, { action: 'student.close-first-login', at, actor, data: { tries } })
  await tell(tx, jobs, toldOfClosing({ ...key, ...closed }), at)
}

/**
 * One try of a newcomer, who is signed in, to say what is on the roster: it counts with those at the door. What does not match is
 * refused with all its fields, and the last one closes the first log-in.
 */
export async function tryFirstLogin(
  services: Pick<Services, 'db' | 'secrets' | 'jobs' | 'now'>,
  request: FastifyRequest,
  { account, tries, mismatches }: { account: string; tries: number; mismatches: readonly string[] },
): Promise<void> {
  const { db, jobs, now } = services
  const at = now()
  const { userId, studentId, school } = personOf(request)
  const names = { own: `verification:${userId}`, first: account }
  const { waitUntil, isLast } = await weigh(services, names, at, ({ own, first }) => {
    const mine = weighOwn({ own }, at)
    const ofAccount = weighFirstLogin({ first }, tries, at)
    if (mine.waitUntil) return { ...mine, isLast: false }
    return { ...mine, isLast: ofAccount.isLast, after: { ...mine.after, ...ofAccount.after } }
  })
  refuseToWait(waitUntil, at)
  const [first, ...others] = mismatches
  if (first === undefined) return settle(services, { forget: names, takeOff: {} })
  if (isLast) {
    const key = { school: school!.code, id: studentId! }
    await inTransaction(db, (tx) =>
      closeAfterTries({ tx, jobs, at, actor: actorOf(request) }, { key, userId, tries }),
    )
  }
  throw new RefusedFields('verification-mismatch', [first, ...others])
}

/**
 * One student who was typed in: judged as a file's row is, against the roster as it is, with an account that the first login
 * opens. The school is locked, as whoever enters many locks it: of two who type the same one is told.
 */
export async function addStudent(
  { tx, secrets, actor, acting: { at } }: Doing,
  school: string,
  typed: RosterValues,
  printed: Printed,
): Promise<string> {
  await lockSchool(tx, school)
  const tables = { ...(await findRosterTables(tx, school)), printed }
  refuseUnlessInUse(typed, tables.own)
  const values = refuseUnlessStudent(readValues(typed, tables, at))
  const number = studentKey(values.studentNumber ?? '')
  const indexes = documentIndexes(values, secrets)
  const known = (await findKnown(tx, secrets, school, [number])).get(number) ?? null
  const holders = await findHolders(tx, school, [indexes])
  refuseUnlessNew(values, known, holders.get(holderKey(values.documentType, indexes)) ?? [])
  const key = { school, id: uuidv7() }
  await enterOne(tx, key, newEntry(values, secrets, newShortCode()))
  const { studentNumber: login = '', name = '' } = values
  await addUsers(tx, [{ portal: 'student', login, name, schoolId: school, studentId: key.id }])
  await recordOnStudent(tx, key, { action: 'student.add', at, actor })
  return key.id
}
