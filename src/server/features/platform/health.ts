import { sql } from 'kysely'
import { type Health, QUEUE_NAMES } from '../../../contracts/health.ts'
import { GIVEN_UP } from '../../../domain/message/delivery.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { countPending } from '../../db/journal.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Services } from '../../services/services.ts'
import { countUnsealed } from '../documents/queries.ts'
import { findLatest } from '../transparency/checkpoints.ts'

const A_MINUTE = 60_000
const A_DAY = 24 * 60 * A_MINUTE
/** Four beats that did not come. */
const GONE_AFTER_MS = 2 * A_MINUTE
const FAILED_DAYS = 7
const SCHOOLS = 10

export type Instance = {
  readonly id: string
  readonly host: string
  readonly version: string
  readonly startedAt: Date
}

export const sayThere = (db: Db, instance: Instance, seenAt: Date) =>
  db
    .insertInto('instances')
    .values({ ...instance, seenAt })
    .onConflict((on) => on.column('id').doUpdateSet({ seenAt }))
    .execute()

export const forget = (db: Db, id: string) => db.deleteFrom('instances').where('id', '=', id).execute()

/** Removes those that were killed a day ago; answers how many. */
export async function sweepInstances(db: Db, at: Date): Promise<number> {
  const before = new Date(at.getTime() - A_DAY)
  const gone = await db.deleteFrom('instances').where('seenAt', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

type Found = {
  readonly beganAt: Date
  readonly endedAt: Date
  readonly journalLines: number
  readonly journalFaults: number
}

/** Keeps what a daily check has found, with what is stored at its end. */
export const saveDailyCheck = (db: Db, { beganAt, endedAt, journalLines, journalFaults }: Found) =>
  sql`
    insert into daily_checks (began_at, ended_at, journal_lines, journal_faults, files, file_bytes, database_bytes)
    select ${beganAt}, ${endedAt}, ${journalLines}::bigint, ${journalFaults}::bigint, count(*), coalesce(sum(size), 0),
      pg_database_size(current_database())
    from evidence ${acrossSchools.platform}`.execute(db)

async function listInstances(db: Db, at: Date): Promise<Health['instances']> {
  const rows = await db.selectFrom('instances').selectAll().orderBy('startedAt').orderBy('id').execute()
  return rows.map(({ startedAt, seenAt, ...row }) => ({
    ...row,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    isThere: at.getTime() - seenAt.getTime() < GONE_AFTER_MS,
  }))
}

type Depth = Omit<Health['queues'][number], 'since'> & { readonly since: Date | null }

async function listQueues(db: Db): Promise<Health['queues']> {
  const { rows } = await sql<Depth>`
    select q.name, count(*) filter (where j.state in ('created', 'retry')) as waiting,
      count(*) filter (where j.state = 'retry') as failed_before, count(*) filter (where j.state = 'active') as running,
      min(j.created_on) as since
    from unnest(${[...QUEUE_NAMES]}::text[]) with ordinality as q (name, nth)
    left join pgboss.job j on j.name = q.name and j.state in ('created', 'retry', 'active')
    group by q.name, q.nth order by q.nth`.execute(db)
  return rows.map(({ since, ...row }) => ({ ...row, since: since?.toISOString() ?? null }))
}

/** Copies that were given up in the last days, by school: the most first. */
const listFailed = (db: Db, at: Date) =>
  db
    .selectFrom('notifications as n')
    .leftJoin('schools as s', 's.id', 'n.schoolId')
    .where('n.mail', '=', 'failed')
    .where('n.at', '>', new Date(at.getTime() - FAILED_DAYS * A_DAY))
    .groupBy('s.id')
    .select(({ fn }) => ['s.id as code', 's.name', 's.nameEn', fn.countAll<number>().as('failed')])
    .orderBy('failed', 'desc')
    .orderBy('s.id')
    .execute()

/** Messages that were given up in the same days, by the school whose gateway they went to. */
const listFailedMessages = (db: Db, at: Date) =>
  db
    .selectFrom('outgoingMessages as o')
    .innerJoin('schools as s', 's.id', 'o.schoolId')
    .where(statusIn('o.state', GIVEN_UP))
    .where('o.at', '>', new Date(at.getTime() - FAILED_DAYS * A_DAY))
    .groupBy('s.id')
    .select(({ fn }) => ['s.id as code', 's.name', 's.nameEn', fn.countAll<number>().as('failed')])
    .orderBy('failed', 'desc')
    .orderBy('s.id')
    .modifyEnd(acrossSchools.platform)
    .execute()

async function lastCheck(db: Db): Promise<Health['check']> {
  const row = await db
    .selectFrom('dailyChecks')
    .selectAll()
    .orderBy('beganAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    beganAt: row.beganAt.toISOString(),
    endedAt: row.endedAt.toISOString(),
    journalLines: Number(row.journalLines),
    journalFaults: Number(row.journalFaults),
    files: Number(row.files),
    fileBytes: Number(row.fileBytes),
    databaseBytes: Number(row.databaseBytes),
  }
}

/** How the platform runs now; of nobody's cases. */
export async function findHealth(
  db: Db,
  { files, mail }: Pick<Services, 'files' | 'mail'>,
  at: Date,
): Promise<Health> {
  const [instances, queues, failed, failedMessages, disk, check, seals, latest, pendingLines] =
    await Promise.all([
      listInstances(db, at),
      listQueues(db),
      listFailed(db, at),
      listFailedMessages(db, at),
      files.room(),
      lastCheck(db),
      countUnsealed(db),
      findLatest(db),
      countPending(db),
    ])
  const schools = failed
    .slice(0, SCHOOLS)
    .flatMap(({ code, name, nameEn, failed }) =>
      code && name && nameEn ? [{ code, name, nameEn, failed }] : [],
    )
  const all = sumOf(failed)
  return {
    instances,
    queues,
    mail: { isSent: mail !== null, days: FAILED_DAYS, failed: all, schools },
    seals,
    messages: {
      days: FAILED_DAYS,
      failed: sumOf(failedMessages),
      schools: failedMessages.slice(0, SCHOOLS),
    },
    disk,
    checkpoint: latest && { size: latest.size, at: latest.at.toISOString() },
    pendingLines,
    check,
  }
}

const sumOf = (rows: readonly { readonly failed: number }[]) =>
  rows.reduce((sum, { failed }) => sum + failed, 0)
