import { sql } from 'kysely'
import type { FairCase } from '../../../domain/fair/case.ts'
import type { Floor } from '../../../domain/fair-entry/acts.ts'
import type { EntryChange, FairEntry } from '../../../domain/fair-entry/case.ts'
import {
  ENTRIES_LIVE,
  ENTRY_GROUNDS,
  ENTRY_STATUSES,
  TO_LET_IN,
  WAITS_FOR_BOOTH,
  WITH_BOOTH,
} from '../../../domain/fair-entry/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Key, schoolOf } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readEntry } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { isOverdueIn } from '../admissions/standing.ts'
import { oneOf } from '../posts/queries.ts'

const COLUMNS = [
  'x.schoolId',
  'x.id',
  'x.fairId',
  'x.employerId',
  'x.status',
  'x.version',
  'x.booth',
  'x.askedAt',
  'x.changedAt',
  'x.reason',
  'x.ground',
] as const
const select = (db: Db, school: string) =>
  db
    .selectFrom('fairEntries as x')
    .innerJoin('employers as e', 'e.id', 'x.employerId')
    .where('x.schoolId', '=', school)
    .select([...COLUMNS, 'e.name as employerName'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const parse = ({ status, ground, ...row }: Row): FairEntry => ({
  ...row,
  status: oneOf(ENTRY_STATUSES, status),
  ground: ground === null ? null : oneOf(ENTRY_GROUNDS, ground),
})

/** A fair with everybody who has not left it, in the order of signing up. Whoever acts on it holds the fair. */
export async function findFloor<Fair extends FairCase>(
  db: Db,
  fair: Fair,
): Promise<Floor & { readonly fair: Fair }> {
  const rows = await select(db, fair.schoolId)
    .where('x.fairId', '=', fair.id)
    .where(statusIn('x.status', ENTRIES_LIVE))
    .orderBy('x.askedAt')
    .orderBy('x.id')
    .execute()
  return { fair, entries: rows.map(parse) }
}

/** Reads take the person: an employer's part in a fair is its own and the school's. */
export async function findEntry(db: Db, { school, id }: Key, { portal, employer, collegeId }: Person) {
  const row = await select(db, school).where('x.id', '=', id).select('x.content').executeTakeFirst()
  const isStranger = portal === 'school' ? collegeId !== null : row?.employerId !== employer?.id
  if (!row || isStranger) throw new Refusal('not-found')
  const { content, ...entry } = row
  return { entry: parse(entry), content: readEntry(content) }
}

/** How many employers wait to be let in, at all fairs of a school. */
export async function countToLetIn(db: Db, school: string) {
  return db
    .selectFrom('fairEntries as x')
    .where('x.schoolId', '=', school)
    .where(statusIn('x.status', TO_LET_IN))
    .select(sql<number>`count(*)`.as('waiting'))
    .executeTakeFirstOrThrow()
}

/** An employer's last part in a fair; null where it had none. */
export async function findOwnEntry(db: Db, fair: Pick<FairCase, 'schoolId' | 'id'>, employerId: string) {
  const row = await select(db, fair.schoolId)
    .where('x.employerId', '=', employerId)
    .where('x.fairId', '=', fair.id)
    .select('x.content')
    .orderBy('x.askedAt', 'desc')
    .orderBy('x.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { content, ...entry } = row
  return { entry: parse(entry), content: readEntry(content) }
}

/** Its place on the waiting list, from 1; null where it does not wait. */
export const lineOf = ({ entries }: Floor, { id }: FairEntry): number | null => {
  const place = entries
    .filter(({ status }) => WAITS_FOR_BOOTH.includes(status))
    .findIndex((one) => one.id === id)
  return place < 0 ? null : place + 1
}

/**
 * Who stands at a fair, by their booths, with what they bring. The booth is the school's to give and stays; what is brought is not shown
 * (`isPaused`) while the employer is to be verified again and the fair is not over (L7).
 */
export async function listStands(db: Db, { school, id }: Key, at: Date) {
  const rows = await select(db, school)
    .innerJoin('fairs as f', (on) => on.onRef('f.schoolId', '=', 'x.schoolId').onRef('f.id', '=', 'x.fairId'))
    .where('x.fairId', '=', id)
    .where(statusIn('x.status', WITH_BOOTH))
    .select(['x.content', sql<string>`x.booth`.as('stand')])
    .select(sql<boolean>`f.ends_at > ${at} and ${isOverdueIn('x', at, school)}`.as('isPaused'))
    .orderBy('x.booth')
    .execute()
  return rows.map(
    ({ stand: booth, employerName: employer, employerId, id: entryId, version, content, isPaused }) => ({
      booth,
      employer,
      employerId,
      entryId,
      version,
      content: readEntry(content),
      isPaused,
    }),
  )
}

/** The fairs that are not over and an employer has not left, by their ids in order. Whoever calls holds the admission. */
export async function listFairsEntered(tx: Tx, { school, id }: Key, at: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('fairEntries as x')
    .innerJoin('fairs as f', (on) => on.onRef('f.schoolId', '=', 'x.schoolId').onRef('f.id', '=', 'x.fairId'))
    .where('x.schoolId', '=', school)
    .where('x.employerId', '=', id)
    .where(statusIn('x.status', ENTRIES_LIVE))
    .where('f.endsAt', '>', at)
    .select('f.id')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => row.id)
}

/** What becomes of employers at a fair: those that come, and in one statement those that were there, which may exchange booths. */
export async function saveEntries(tx: Tx, changes: readonly EntryChange[]): Promise<void> {
  const [born, moved] = [
    changes.filter(({ before }) => before === null),
    changes.filter(({ before }) => before !== null),
  ]
  if (moved.length > 0) {
    const rows = moved.map(({ after, content }) => ({ ...after, content }))
    await sql`
      update fair_entries x set status = n.status, version = n.version, booth = n.booth, changed_at = n."changedAt",
        reason = n.reason, ground = n.ground, content = coalesce(n.content, x.content)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, status text, version integer,
        booth text, "changedAt" timestamptz, reason text, ground text, content jsonb)
      where x.school_id = ${schoolOf(moved.map(({ after }) => after))} and x.id = n.id`.execute(tx)
  }
  if (born.length > 0)
    await tx
      .insertInto('fairEntries')
      .values(
        born.map(({ after: { employerName: _, ...row }, content }) => ({
          ...row,
          content: JSON.stringify(content),
        })),
      )
      .execute()
}
