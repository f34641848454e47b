import { sql } from 'kysely'
import type { Names } from '../../../domain/form.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Wish } from '../../../domain/resume/content.ts'
import { type SoughtResumes, soughtWords } from '../../../domain/resume/sought.ts'
import type { ContactRule } from '../../../domain/resume/standing.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { behind, type Mark, pageByTime } from '../../db/mark.ts'
import { readResume } from '../../db/stored.ts'

/** What students of a school show to the employers that it admits: the ordinary version of who is on its roster. */
const shown = (school: string, beside = sql``) => sql`resume_sharings h
  join resumes r on r.school_id = h.school_id and r.id = h.ordinary_id
  join students st on st.school_id = h.school_id and st.id = h.student_id ${beside}
  where h.school_id = ${school} and h.audience = 'admitted' and st.on_roster`

/** `education`: a code of the table of levels; `major`: a code, or the beginning of one. What is empty does not narrow. */
export type Sought = SoughtResumes & { readonly education: string; readonly major: string }

export type FoundRow = {
  readonly id: string
  readonly studentId: string
  readonly name: string
  readonly level: Names
  readonly major: string
  readonly graduationYear: number
  readonly wish: Wish
  readonly shownAt: Date
}

/** A page of them, what was changed last first, and the mark at which the next one begins. */
export async function listShown(db: Db, school: string, of: Sought, after: Mark | null, most: number) {
  const { rows } = await sql<Omit<FoundRow, 'wish'> & { content: unknown }>`
    select r.id, h.student_id, st.name, jsonb_build_object('name', k.name, 'nameEn', coalesce(k.name_en, k.name)) as level,
      st.major_name as major, st.graduation_year, r.content, h.shown_at
    from ${shown(school, sql`join codes k on k.kind = 'education_level' and k.code = st.education_level`)}
      and r.words @> ${soughtWords(of)}::text[]
      ${of.education ? sql`and st.education_level = ${of.education}` : sql``}
      ${of.major ? sql`and starts_with(st.major_code, ${of.major})` : sql``}
      ${after ? sql`and ${behind('h.shownAt', 'h.studentId', after)}` : sql``}
    order by h.shown_at desc, h.student_id desc limit ${most + 1}`.execute(db)
  const { page, next } = pageByTime(rows, most, ({ shownAt, studentId }) => ({ at: shownAt, id: studentId }))
  const items = page.map(({ content, ...row }) => ({ ...row, wish: readResume(content).wish }))
  return { items, next }
}

/** Whose a shown version is, and from when on contact is shown; what is not shown does not exist. */
export async function findShown(
  db: Db,
  { school, id }: Key,
): Promise<{ readonly studentId: string; readonly contactFrom: ContactRule; readonly shownAt: Date }> {
  const { rows } = await sql<{ studentId: string; contactFrom: ContactRule; shownAt: Date }>`
    select h.student_id, h.contact_from, h.shown_at from ${shown(school)} and r.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  return rows[0]
}
