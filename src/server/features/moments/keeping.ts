import { sql } from 'kysely'
import { subjectOf } from '../../../domain/case.ts'
import { KEPT, TO_KEEP } from '../../../domain/moment/life.ts'
import type { Message } from '../../../domain/notification.ts'
import { FIGURE_DEFINITIONS } from '../../../words/figure-words.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Actor, CLOCK, record } from '../../db/journal.ts'
import { schoolBySchool, schoolsWith } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'

const AT_ONCE = 20

/**
 * An instant, by the clock of the database that has the school's rows and as exactly as it has it, until when all of the school's
 * is settled (decision 73): whoever had taken an earlier one for what they changed is through, and nobody takes an earlier one any
 * more. In a transaction of its own, so that nobody waits for more than that.
 */
export async function settle(db: Db, school: string): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select settle_figures()::text as at from (select count(*) from figure_moments where school_id = ${school}) there`.execute(
    db,
  )
  return rows[0]!.at
}

type KeptNow = {
  readonly school: string
  readonly id: string
  readonly name: string
  readonly at: Date
  readonly plannedBy: string
}

/**
 * Keeps what is due at a school until a settled instant, the earliest first: with how figures are defined and what
 * each code means and is called, so that no later change of a table changes a figure (AT-25). The caller journals it. Of two who try the later finds
 * nothing left.
 */
async function keepUntil(tx: Tx, settled: string, school: string): Promise<KeptNow[]> {
  const { rows: due } = await sql<KeptNow>`
    select school_id as school, id, name, at, planned_by from figure_moments
    where ${statusIn('status', TO_KEEP)} and at <= ${settled}::timestamptz and school_id = ${school}
    order by at limit ${AT_ONCE} for update`.execute(tx)
  if (due.length === 0) return []
  const ids = due.map(({ id }) => id)
  const { rows: tables } = await sql<{ id: string; tables: unknown }>`
    select m.id, jsonb_build_object(
      'years', (select coalesce(jsonb_agg(distinct f.graduation_year), '[]') from figure_versions f
        where f.school_id = ${school} and f.valid_from <= m.at and f.valid_to > m.at),
      'definitions', ${JSON.stringify(FIGURE_DEFINITIONS)}::jsonb,
      'categories', (select jsonb_agg(jsonb_build_object('code', c.code, 'part', c.part)) from codes c where c.kind = 'destination'),
      'names', (select jsonb_agg(n) from (
        select c.kind, c.code, c.name, coalesce(c.name_en, c.name) as name_en from codes c
        where c.kind in ('destination', 'education_level', 'gender', 'region', 'industry', 'employer_nature')
        union all select 'college', o.id, o.name, o.name from colleges o where o.school_id = ${school}
        union all select 'school', s.id, s.name, s.name_en from schools s where s.id = ${school}) n)) as tables
    from figure_moments m where m.school_id = ${school} and m.id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    update figure_moments m set status = ${sql.lit(KEPT[0]!)}, kept_at = ${settled}::timestamptz, version = m.version + 1, tables = t.tables
    from jsonb_to_recordset(${JSON.stringify(tables)}::jsonb) as t (id uuid, tables jsonb)
    where m.school_id = ${school} and m.id = t.id`.execute(tx)
  return due
}

type Keeping = {
  readonly tx: Tx
  readonly settled: string
  readonly school: string
  readonly actor: Actor
  readonly at: Date
}
/** Keeps, and journals each. */
export async function keep({ tx, settled, school, actor, at }: Keeping): Promise<KeptNow[]> {
  const kept = await keepUntil(tx, settled, school)
  const lines = kept.map(({ id, ...one }) => ({
    ...{ school: one.school, subject: subjectOf({ kind: 'moment', id }), action: 'moment.keep', at, actor },
    ...{ from: TO_KEEP[0]!, to: KEPT[0]!, reason: null },
    data: { name: one.name, momentAt: one.at.toISOString() },
  }))
  if (lines.length > 0) await record(tx, lines)
  return kept
}

const schoolsDue = (db: Db) =>
  schoolsWith(
    db
      .selectFrom('figureMoments')
      .where(statusIn('status', TO_KEEP))
      .where('at', '<=', sql<Date>`clock_timestamp()`),
  )

const toldOf = ({ school, id, name, at, plannedBy }: KeptNow): Message => ({
  ...{ kind: 'moment.kept', school, to: { userId: plannedBy }, about: { kind: 'moment', id } },
  params: { name, at: at.toISOString() },
})

/** What the clock keeps, whichever instance is free: it is told to who planned it. Answers how much there was. */
export async function keepDue({ db, jobs }: Pick<Services, 'db' | 'jobs'>, at: Date): Promise<number> {
  let all = 0
  for (const school of await schoolsDue(db)) {
    const settled = await settle(db, school)
    all += await schoolBySchool(db, [school], AT_ONCE, async (tx) => {
      const kept = await keep({ tx, settled, school, actor: CLOCK, at })
      await tell(tx, jobs, kept.map(toldOf), at)
      return kept.length
    })
  }
  return all
}
