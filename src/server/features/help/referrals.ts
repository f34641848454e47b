import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Language } from '../../../words/language.ts'
import { REFERRAL_LIST } from '../../../words/referral-list.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Secrets } from '../../services/secrets.ts'
import { VALUE_COLUMNS, valuesOf } from '../students/roster-columns.ts'

/** What a student has said last; null before they have said anything. */
export async function findReferral(db: Db, { school, id }: Key) {
  const found = await db
    .selectFrom('helpReferrals')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .select(['isReferred', 'saidAt'])
    .executeTakeFirst()
  return found ? { isReferred: found.isReferred, saidAt: found.saidAt.toISOString() } : null
}

/** The caller journals it. */
export async function saveReferral(tx: Tx, { school, id }: Key, isReferred: boolean, at: Date) {
  const said = { isReferred, saidAt: at }
  await tx
    .insertInto('helpReferrals')
    .values({ schoolId: school, studentId: id, ...said })
    .onConflict((same) => same.columns(['schoolId', 'studentId']).doUpdateSet(said))
    .execute()
}

const SAID = sql`left join help_referrals g on g.school_id = m.school_id and g.student_id = m.student_id`

/** How many of those whom a list means (`meantBy`) have said what. */
export async function countReferrals(db: Db, meant: RawBuilder<unknown>) {
  const { rows } = await sql<Record<'agreed' | 'unanswered' | 'refused', number>>`
    select count(*) filter (where g.is_referred)::integer as agreed, count(*) filter (where g is null)::integer as unanswered,
      count(*) filter (where not g.is_referred)::integer as refused
    from (select f.school_id, f.student_id ${meant}) m ${SAID}`.execute(db)
  return rows[0] ?? { agreed: 0, unanswered: 0, refused: 0 }
}

/** Who can be named, home region by home region: all but those who have refused. */
export async function listReferred(db: Db, meant: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.student_id as id from (select f.* ${meant}) m ${SAID}
    where g.is_referred is not false order by m.home_region, m.student_number`.execute(db)
  return rows.map(({ id }) => id)
}

const TOGETHER = 500
const WANTED = 'mobile'
type Listed = { readonly school: string; readonly ids: readonly string[]; readonly refused: number }
/** The list's rows, some at a time, so that few are in memory; last how many are not on it. */
export async function* referralRows(
  { db, secrets }: { readonly db: Db; readonly secrets: Secrets },
  { school, ids, refused }: Listed,
  language: Language,
): AsyncGenerator<string[]> {
  const w = REFERRAL_LIST[language]
  const named = (kind: string, code: string) => sql<string>`coalesce((select
    ${language === 'en' ? sql`coalesce(name_en, name)` : sql`name`} from codes
    where kind = ${kind} and code = ${sql.ref(code)}), '')`
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const piece = ids.slice(from, from + TOGETHER)
    const rows = await db
      .selectFrom('students as st')
      .innerJoin('colleges as c', (on) =>
        on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
      )
      .leftJoin('helpReferrals as g', (on) =>
        on.onRef('g.schoolId', '=', 'st.schoolId').onRef('g.studentId', '=', 'st.id'),
      )
      .where('st.schoolId', '=', school)
      .where(sql<SqlBool>`st.id = any(${piece}::uuid[])`)
      .select(VALUE_COLUMNS.map((column) => `st.${column}` as const))
      .select(['c.name as college', 'g.isReferred'])
      .select([
        named('region', 'st.home_region').as('home'),
        named('gender', 'st.gender').as('sex'),
        named('education_level', 'st.education_level').as('level'),
      ])
      .orderBy(sql`array_position(${piece}::uuid[], st.id)`)
      .execute()
    for (const { college, isReferred, home, sex, level, ...row } of rows)
      yield [
        row.homeRegion ?? '',
        home,
        row.studentNumber,
        row.name,
        sex,
        level,
        row.majorName,
        college,
        valuesOf(row, secrets, (key) => key === WANTED)[WANTED] ?? '',
        isReferred === null ? w.said.unanswered : w.said.agreed,
      ]
  }
  yield []
  yield [w.refused(refused)]
}
