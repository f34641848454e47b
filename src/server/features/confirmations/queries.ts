import { type RawBuilder, sql } from 'kysely'
import {
  type Answered,
  type ConfirmationPeriod,
  type ConfirmationStanding,
  confirmationStanding,
  TO_CONFIRM,
} from '../../../domain/confirmation/period.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import { COUNTED } from '../../../domain/figures/parts.ts'
import { TO_ANSWER_OBJECTION } from '../../../domain/objection/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Seen } from './reported.ts'

const standing = (of: ConfirmationStanding) => sql.lit(of)
/** Where a graduate of rows `f` of this school stands: `confirmationStanding`, as a statement says it. */
export const standingIn = (school: string): RawBuilder<ConfirmationStanding> => sql`case
  when exists (select from objections o where o.school_id = ${school} and o.student_id = f.student_id
    and ${statusIn('o.status', TO_ANSWER_OBJECTION)}) then ${standing('objected')}
  else coalesce((select case when c.is_outdated then ${standing('changed')} else ${standing('confirmed')} end
    from confirmations c where c.school_id = ${school} and c.student_id = f.student_id), ${standing('unanswered')}) end`

/** Is still asked. */
export const isToConfirm = (school: string) =>
  sql<boolean>`${standingIn(school)} in (${sql.join(TO_CONFIRM.map((one) => sql.lit(one)))})`

const COLUMNS = ['graduationYear', 'opensOn', 'closesOn', 'words', 'version'] as const
export const findPeriod = (
  db: Db,
  school: string,
  graduationYear: number,
): Promise<ConfirmationPeriod | undefined> =>
  db
    .selectFrom('confirmationPeriods')
    .where('schoolId', '=', school)
    .where('graduationYear', '=', graduationYear)
    .select(COLUMNS)
    .executeTakeFirst()

/** It comes into being, or is another; refused where somebody has changed it since it was read. The caller journals it. */
export async function savePeriod(
  tx: Tx,
  schoolId: string,
  { version: seenVersion, ...of }: ConfirmationPeriod,
): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    insert into confirmation_periods as p (school_id, graduation_year, opens_on, closes_on, words)
    values (${schoolId}, ${of.graduationYear}, ${of.opensOn}, ${of.closesOn}, ${of.words})
    on conflict (school_id, graduation_year) do update set opens_on = excluded.opens_on, closes_on = excluded.closes_on,
      words = excluded.words, version = p.version + 1 where p.version = ${seenVersion}
    returning version`.execute(tx)
  if (rows[0]?.version !== seenVersion + 1) throw new Refusal('content-changed')
}

export type MyStanding = Answered & {
  readonly graduationYear: number
  readonly period: ConfirmationPeriod | null
  readonly standing: ConfirmationStanding
  readonly confirmedAt: Date | null
}
/** Where a student stands, and when they are asked; who is not counted among the graduates is not asked. */
export async function findMyStanding(db: Db, { school, id }: Key): Promise<MyStanding> {
  const found = await db
    .selectFrom('figureRows as f')
    .leftJoin('confirmationPeriods as p', (on) =>
      on
        .onRef('p.schoolId', '=', 'f.schoolId')
        .onRef('p.graduationYear', '=', 'f.graduationYear')
        .on(statusIn('f.enrolment', COUNTED)),
    )
    .leftJoin('confirmations as c', (on) =>
      on.onRef('c.schoolId', '=', 'f.schoolId').onRef('c.studentId', '=', 'f.studentId'),
    )
    .where('f.schoolId', '=', school)
    .where('f.studentId', '=', id)
    .select(['f.graduationYear', 'p.opensOn', 'p.closesOn', 'p.words', 'p.version'])
    .select(['c.confirmedAt', 'c.isOutdated'])
    .select(
      sql<boolean>`exists (select from objections o where o.school_id = ${school} and o.student_id = f.student_id
        and ${statusIn('o.status', TO_ANSWER_OBJECTION)})`.as('isObjecting'),
    )
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  const { graduationYear, opensOn, closesOn, words, version, confirmedAt, isOutdated, isObjecting } = found
  const answered = { isObjecting, confirmed: isOutdated === null ? null : { isOutdated } }
  return {
    ...answered,
    graduationYear,
    period:
      opensOn === null || closesOn === null || words === null || version === null
        ? null
        : { graduationYear, opensOn, closesOn, words, version },
    standing: confirmationStanding(answered),
    confirmedAt,
  }
}

/** The student has confirmed this. The caller journals it, and holds what is reported. */
export const saveConfirmation = (tx: Tx, { school, id }: Key, { seen, seenHash }: Seen, at: Date) =>
  sql`
    insert into confirmations (school_id, student_id, seen, seen_hash, confirmed_at)
    values (${school}, ${id}, ${JSON.stringify(seen)}, ${seenHash}, ${at})
    on conflict (school_id, student_id) do update set seen = excluded.seen, seen_hash = excluded.seen_hash,
      confirmed_at = excluded.confirmed_at, is_outdated = false, is_told = false`.execute(tx)

/** The last day on which a student can confirm what they are asked for now; null where nothing is asked. */
export async function findConfirmUntil(db: Db, { school, id }: Key, at: Date): Promise<Day | null> {
  const { rows } = await sql<{ closesOn: Day }>`
    select p.closes_on from figure_rows f
    join confirmation_periods p on p.school_id = f.school_id and p.graduation_year = f.graduation_year
      and ${dayInChina(at)} between p.opens_on and p.closes_on
    where f.school_id = ${school} and f.student_id = ${id} and ${statusIn('f.enrolment', COUNTED)} and ${isToConfirm(school)}`.execute(
    db,
  )
  return rows[0]?.closesOn ?? null
}
