import { DEREGISTERED } from '../../../domain/audit/topics.ts'
import type { Day } from '../../../domain/day.ts'
import type { EventName } from '../../../domain/event.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { findOneAdmission } from '../admissions/queries.ts'
import { askRuns } from '../checks/running.ts'
import { findEmployer } from '../employers/queries.ts'
import { addDeregistrations, findCodes, removeDeregistration } from './queries.ts'

type Event = Extract<EventName, `school.${'note' | 'withdraw'}-deregistration${'' | 's'}`>
type Said = { readonly action: Event; readonly reason?: string; readonly data: JournalData }

/** In the school's journal, and the check that finds registrations is run at once: it opens and corrects cases, and changes nothing. */
async function settle({ tx, actor, acting: { at } }: Doing, school: string, { reason, ...said }: Said) {
  const line = { school, subject: `school:${school}`, ...said, at, actor }
  await record(tx, [{ ...line, from: null, to: null, reason: reason ?? null }])
  await askRuns(tx, school, at, [DEREGISTERED])
}

async function whoIs({ tx }: Doing, { id }: Key): Promise<JournalData> {
  const { inEffect, creditCode } = await findEmployer(tx, id)
  return { employer: inEffect.name, creditCode }
}
const notedBy = ({ person, acting }: Doing, readFrom: string) => ({
  readFrom,
  by: person.userId,
  at: acting.at,
})

type Noted = { readonly deregisteredOn: Day; readonly readFrom: string }
/** That the register has struck out an employer which has asked this school for admission. */
export async function noteDeregistration(of: Doing, key: Key, { deregisteredOn: on, readFrom }: Noted) {
  await findOneAdmission(of.tx, key, of.person)
  const struck = [{ employerId: key.id, deregisteredOn: on }]
  await addDeregistrations(of.tx, key.school, struck, notedBy(of, readFrom))
  const data = { on, readFrom, ...(await whoIs(of, key)) }
  await settle(of, key.school, { action: 'school.note-deregistration', data })
}

type Struck = { readonly employerId: string; readonly deregisteredOn: Day }
/** The same of many, by one list: all of them, or none. Answers how many they are. */
export async function noteAll(
  of: Doing,
  school: string,
  { readFrom, struckOut }: { readonly readFrom: string; readonly struckOut: readonly Struck[] },
): Promise<number> {
  // One order for everybody: of two who bring one list in two orders the later waits.
  const struck = [...struckOut].sort((one, other) => (one.employerId < other.employerId ? -1 : 1))
  const ids = struck.map(({ employerId }) => employerId)
  if (new Set(ids).size < ids.length) throw new Refusal('invalid-input', { field: 'struckOut' })
  const codes = await findCodes(of.tx, school, ids)
  const listed = struck.map(({ employerId, deregisteredOn: on }) => {
    const code = codes.get(employerId)
    if (code === undefined) throw new Refusal('not-found')
    return `${code} ${on}`
  })
  await addDeregistrations(of.tx, school, struck, notedBy(of, readFrom))
  const data = { readFrom, count: ids.length, listed: listed.join('\n') }
  await settle(of, school, { action: 'school.note-deregistrations', data })
  return ids.length
}

export async function withdrawDeregistration(of: Doing, key: Key, reason: string) {
  await findOneAdmission(of.tx, key, of.person)
  const on = await removeDeregistration(of.tx, key)
  const data = { on, ...(await whoIs(of, key)) }
  await settle(of, key.school, { action: 'school.withdraw-deregistration', reason, data })
}
