import { sql } from 'kysely'
import { ABSENCE_STATUSES, type AbsenceStatus, COUNTED } from '../../../domain/absence/life.ts'
import type { Kept } from '../../../domain/absence/limit.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSettings } from '../../db/stored.ts'
import { oneOf } from '../posts/queries.ts'

/** What a school's rule on absences finds of a student. */
export async function findKept(db: Db, { school, id }: Key): Promise<Kept> {
  const { settings } = await db
    .selectFrom('schools')
    .where('id', '=', school)
    .select('settings')
    .executeTakeFirstOrThrow()
  const { absenceLimit, absenceDays } = readSettings(settings)
  const nthLast = await db
    .selectFrom('absences')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .where(statusIn('status', COUNTED))
    .orderBy('missedAt', 'desc')
    .offset(Math.max(absenceLimit ?? 1, 1) - 1)
    .limit(1)
    .select('missedAt')
    .executeTakeFirst()
  return { rules: { absenceLimit, absenceDays }, nthLastAt: nthLast?.missedAt ?? null }
}

/** A student's absence from an event; null where there is none. */
export async function findAbsenceFrom(
  db: Db,
  { school, id }: Key,
  student: string,
): Promise<{ readonly id: string; readonly status: AbsenceStatus } | null> {
  const found = await db
    .selectFrom('absences')
    .where('schoolId', '=', school)
    .where('eventId', '=', id)
    .where('studentId', '=', student)
    .select(['id', 'status'])
    .executeTakeFirst()
  return found ? { id: found.id, status: oneOf(ABSENCE_STATUSES, found.status) } : null
}

/** How many of a student's absences count now: of events that ended since. */
export async function countKept(db: Db, { school, id }: Key, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('absences')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .where(statusIn('status', COUNTED))
    .where('missedAt', '>', since)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}
