import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import { atInChina, type Day, type Time } from '../../../domain/day.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import {
  MOST_PLANNED,
  type MomentAction,
  momentLife,
  refuseUnlessToCome,
} from '../../../domain/moment/life.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockSchool } from '../schools/queries.ts'
import { keep } from './keeping.ts'
import { addMoment, countPlanned, lockMoment, saveMoment } from './queries.ts'

const journal = (
  { tx, actor }: Doing,
  { school, id }: Key,
  { action, ...step }: Step<MomentAction>,
  data: JournalData,
) =>
  record(tx, [
    { ...step, school, subject: subjectOf({ kind: 'moment', id }), action: `moment.${action}`, actor, data },
  ])

type Planned = { readonly name: string; readonly when: { readonly day: Day; readonly time: Time } }
/** Plans what the clock will keep. The key of the moment. */
export async function plan(of: Doing, school: string, { name, when }: Planned): Promise<Key> {
  const at = atInChina(when.day, when.time)
  refuseUnlessToCome(at, 'when.time', of.acting.at)
  await lockSchool(of.tx, school)
  if ((await countPlanned(of.tx, school)) >= MOST_PLANNED)
    throw new Refusal('moments-too-many', { limit: MOST_PLANNED })
  return add(of, school, { name, at, exactly: at.toISOString() })
}

/** Keeps what counts at this settled instant, and before it whatever is due at the school. The key of the moment. */
export async function keepNow(of: Doing, school: string, name: string, settled: string): Promise<Key> {
  const key = await add(of, school, { name, at: new Date(settled), exactly: settled })
  await keep({ tx: of.tx, settled, school, actor: of.actor, at: of.acting.at })
  return key
}

async function add(
  of: Doing,
  school: string,
  { name, at, exactly }: { readonly name: string; readonly at: Date; readonly exactly: string },
): Promise<Key> {
  const {
    person,
    acting: { role, at: now },
  } = of
  const born = { version: 1, at }
  const step = momentLife.begin(born, { action: 'plan', role, at: now })
  const key = { school, id: uuidv7() }
  const by = { plannedBy: person.userId, planner: person.name, plannedAt: now }
  await addMoment(of.tx, { ...key, name, status: step.to, version: born.version, exactly, ...by })
  await journal(of, key, step, { name, momentAt: at.toISOString() })
  return key
}

type Seen = { readonly seenVersion: number }
export async function rename(of: Doing, key: Key, { seenVersion, name }: Seen & { readonly name: string }) {
  const before = await lockMoment(of.tx, key)
  const { role, at } = of.acting
  const step = momentLife.decide(before, { action: 'rename', role, at, seenVersion })
  await saveMoment(of.tx, { ...before, name, status: step.to, version: before.version + 1 })
  await journal(of, key, step, { 'name.before': before.name, 'name.after': name })
}

export async function cancel(of: Doing, key: Key, { seenVersion }: Seen) {
  const before = await lockMoment(of.tx, key)
  const { role, at } = of.acting
  const step = momentLife.decide(before, { action: 'cancel', role, at, seenVersion })
  await saveMoment(of.tx, { ...before, status: step.to, version: before.version + 1 })
  await journal(of, key, step, { name: before.name })
}
