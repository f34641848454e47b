import { DEREGISTERED } from '../../../domain/audit/topics.ts'
import type { Day } from '../../../domain/day.ts'
import type { EventName } from '../../../domain/event.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { findOneAdmission } from '../admissions/queries.ts'
import { askRuns } from '../checks/running.ts'
import { findEmployer } from '../employers/queries.ts'
import { addDeregistration, removeDeregistration } from './queries.ts'

type Event = Extract<EventName, `school.${'note' | 'withdraw'}-deregistration`>
type Said = { readonly action: Event; readonly reason?: string; readonly data: JournalData }

/** In the school's journal, and the check that finds registrations is run at once: it opens and corrects cases, and changes nothing. */
async function settle({ tx, actor, acting: { at } }: Doing, { school, id }: Key, { reason, ...said }: Said) {
  const { inEffect, creditCode } = await findEmployer(tx, id)
  const data = { ...said.data, employer: inEffect.name, creditCode }
  const line = { school, subject: `school:${school}`, action: said.action, at, actor, data }
  await record(tx, [{ ...line, from: null, to: null, reason: reason ?? null }])
  await askRuns(tx, school, at, [DEREGISTERED])
}

type Noted = { readonly deregisteredOn: Day; readonly readFrom: string }
/** That the register has struck out an employer which has asked this school for admission. */
export async function noteDeregistration(of: Doing, key: Key, { deregisteredOn: on, readFrom }: Noted) {
  await findOneAdmission(of.tx, key, of.person)
  await addDeregistration(of.tx, key, { on, readFrom, by: of.person.userId, at: of.acting.at })
  await settle(of, key, { action: 'school.note-deregistration', data: { on, readFrom } })
}

export async function withdrawDeregistration(of: Doing, key: Key, reason: string) {
  await findOneAdmission(of.tx, key, of.person)
  const on = await removeDeregistration(of.tx, key)
  await settle(of, key, { action: 'school.withdraw-deregistration', reason, data: { on } })
}
