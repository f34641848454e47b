import { sql } from 'kysely'
import {
  KEPT,
  MOMENT_STATUSES,
  type Moment,
  type MomentStatus,
  TO_KEEP,
} from '../../../domain/moment/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import { readDefinitions } from '../../db/stored.ts'

export type MomentRow = Key &
  Moment & {
    readonly name: string
    /** `at` as exactly as the database has it: thousandths of what a Date tells apart. */
    readonly exactly: string
    readonly plannedBy: string
    readonly planner: string
    readonly plannedAt: Date
    readonly keptAt: Date | null
    /** Classes of which there were graduates; none before it is kept. */
    readonly years: readonly number[]
  }

const statusOf = (text: string): MomentStatus => {
  const status = MOMENT_STATUSES.find((one) => one === text)
  if (!status) throw new Error(`no status of a moment: ${text}`)
  return status
}

const select = (db: Db, school: string) =>
  db
    .selectFrom('figureMoments as m')
    .where('m.schoolId', '=', school)
    .select(['m.schoolId as school', 'm.id', 'm.name', 'm.status', 'm.version', 'm.at', 'm.plannedBy'])
    .select(['m.planner', 'm.plannedAt', 'm.keptAt', sql<string>`m.at::text`.as('exactly')])
    .select(sql<number[]>`coalesce(m.tables -> 'years', '[]')`.as('years'))
type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const rowOf = ({ status, ...row }: Selected): MomentRow => ({ ...row, status: statusOf(status) })
const one = (found: Selected | undefined): MomentRow => {
  if (!found) throw new Refusal('not-found')
  return rowOf(found)
}

export const findMoment = async (db: Db, { school, id }: Key) =>
  one(await select(db, school).where('m.id', '=', id).executeTakeFirst())

/** Its figures can be read: it has been kept. */
export const findKept = async (db: Db, { school, id }: Key) =>
  one(await select(db, school).where('m.id', '=', id).where(statusIn('m.status', KEPT)).executeTakeFirst())

/** The row `for update`: whoever changes it and the clock that keeps it take turns. */
export const lockMoment = async (tx: Tx, { school, id }: Key) =>
  one(await select(tx, school).where('m.id', '=', id).forUpdate().executeTakeFirst())

/** What was kept last before this instant; null where nothing was. */
export async function findKeptBefore(db: Db, school: string, exactly: string): Promise<MomentRow | null> {
  const found = await select(db, school)
    .where(statusIn('m.status', KEPT))
    .where('m.at', '<', sql<Date>`${exactly}::timestamptz`)
    .orderBy('m.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ? rowOf(found) : null
}

/** How many wait for their time. */
export async function countPlanned(db: Db, school: string): Promise<number> {
  const { n } = await db
    .selectFrom('figureMoments')
    .where('schoolId', '=', school)
    .where(statusIn('status', TO_KEEP))
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export type NewMoment = Pick<MomentRow, 'school' | 'id' | 'name' | 'status' | 'version' | 'exactly'> &
  Pick<MomentRow, 'plannedBy' | 'planner' | 'plannedAt'>
export const addMoment = (tx: Tx, { school, exactly, ...row }: NewMoment) =>
  tx
    .insertInto('figureMoments')
    .values({ ...row, schoolId: school, at: sql`${exactly}::timestamptz` })
    .execute()

export const saveMoment = (tx: Tx, { school, id, name, status, version }: MomentRow) =>
  tx
    .updateTable('figureMoments')
    .set({ name, status, version })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

/** The latest first. */
export async function listMoments(
  db: Db,
  school: string,
  { status, ...paging }: Paging & { readonly status?: MomentStatus | undefined },
) {
  const found = db
    .selectFrom('figureMoments as m')
    .where('m.schoolId', '=', school)
    .$if(status !== undefined, (query) => query.where('m.status', '=', status!))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select(['m.id', 'm.name', 'm.status', 'm.at', 'm.planner', 'm.plannedAt'])
        .orderBy('m.at', 'desc')
        .orderBy('m.id')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: rows.map((row) => ({ ...row, status: statusOf(row.status) })), ...page }
}

/** What a moment has kept of the names and definitions of figures. */
export async function findDefinitions(db: Db, { school, id }: Key) {
  const { definitions } = await db
    .selectFrom('figureMoments as m')
    .where('m.schoolId', '=', school)
    .where('m.id', '=', id)
    .select(sql<unknown>`m.tables -> 'definitions'`.as('definitions'))
    .executeTakeFirstOrThrow()
  return readDefinitions(definitions)
}

/** Whether the figures of a school are known of that instant: versions of its rows reach back so far. */
export async function isRecorded(db: Db, school: string, at: Date): Promise<boolean> {
  const found = await db
    .selectFrom('figureCommits')
    .where('schoolId', '=', school)
    .where('at', '<=', at)
    .select('number')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
