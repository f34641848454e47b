import { type SqlBool, sql } from 'kysely'
import type { FormRegister, FormRow } from '../../../contracts/paper-forms.ts'
import type { FormCase } from '../../../domain/paper-form/acts.ts'
import type { FormCause, FormStatus } from '../../../domain/paper-form/life.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { readStudent } from '../../db/stored.ts'

/** A form as lists show it. */
export const rowOf = (
  of: Omit<FormCase, 'schoolId' | 'collegeId' | 'issuedBy' | 'endedBy' | 'agreementId'>,
): FormRow => ({
  id: of.id,
  number: of.number,
  student: of.snapshot,
  studentId: of.studentId,
  cause: of.cause,
  status: of.status,
  version: of.version,
  issuedAt: of.issuedAt.toISOString(),
  endedAt: of.endedAt?.toISOString() ?? null,
  reason: of.reason,
})

/** `scope`: the college whose forms the reader may see; null for the whole school. */
export type FormScope = { readonly school: string; readonly scope: string | null }
export type FormFilter = {
  readonly q?: string | undefined
  readonly status?: FormStatus | undefined
  readonly college?: string | undefined
  readonly studentId?: string | undefined
}

function narrowed(db: Db, { school, scope }: FormScope, { q, status, college, studentId }: FormFilter) {
  const within = [scope, college].filter((one) => one !== null && one !== undefined && one !== '')
  let query = db.selectFrom('paperForms as f').where('f.schoolId', '=', school)
  if (studentId) query = query.where('f.studentId', '=', studentId)
  if (status) query = query.where('f.status', '=', status)
  for (const one of within)
    query = query.where(
      sql<SqlBool>`exists (select from students st where st.school_id = ${school} and st.id = f.student_id and st.college_id = ${one})`,
    )
  if (q)
    query = query.where((or) =>
      or.or([
        or('f.studentFolded', 'like', beginsWith(q)),
        or(sql`lower(f.snapshot->>'studentNumber')`, 'like', numberBeginsWith(q)),
        or(sql`lower(f.number)`, 'like', numberBeginsWith(q)),
      ]),
    )
  return query
}

const COLUMNS = [
  'f.id',
  'f.number',
  'f.snapshot',
  'f.studentId',
  'f.cause',
  'f.status',
  'f.version',
  'f.issuedAt',
  'f.endedAt',
  'f.reason',
] as const

const parse = <Row extends { snapshot: unknown; cause: string; status: string }>(row: Row) => ({
  ...row,
  snapshot: readStudent(row.snapshot),
  cause: row.cause as FormCause,
  status: row.status as FormStatus,
})

/** The latest first. */
export async function listForms(
  db: Db,
  scope: FormScope,
  { page, pageSize, ...filter }: FormFilter & Paging,
) {
  const query = narrowed(db, scope, filter)
  const { rows, ...paged } = await readPage(
    { page, pageSize },
    ({ limit, offset }) =>
      query
        .select(COLUMNS)
        .orderBy('f.issuedAt', 'desc')
        .orderBy('f.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: rows.map((row) => rowOf(parse(row))), ...paged }
}

/** What each college has handed out and what became of it, of the students who are with it now (AT-36). */
export async function countForms(db: Db, { school, scope }: FormScope): Promise<FormRegister['colleges']> {
  const { rows } = await sql<{ id: string; name: string; counts: Partial<Record<FormStatus, number>> }>`
    select c.id, c.name, coalesce((
      select jsonb_object_agg(of.status, of.n) from (
        select f.status, count(*) as n from paper_forms f
        join students st on st.school_id = ${school} and st.id = f.student_id
        where f.school_id = ${school} and st.college_id = c.id group by f.status
      ) of), '{}') as counts
    from colleges c
    where c.school_id = ${school} and (${scope}::text is null or c.id = ${scope}) order by c.id`.execute(db)
  return rows.map(({ id, name, counts }) => ({
    id,
    name,
    counts: { issued: 0, returned: 0, spoiled: 0, lost: 0, ...counts },
  }))
}

/** So many rows are read at a time for a sheet. */
const AT_ONCE = 1000

/** All that a filter means, by number, with who handed it out, who ended it, and the number of what was signed on it. */
export async function* registerOf(db: Db, scope: FormScope, filter: FormFilter) {
  for (let after = ''; ; ) {
    const rows = await narrowed(db, scope, filter)
      .innerJoin('users as i', 'i.id', 'f.issuedBy')
      .leftJoin('users as e', 'e.id', 'f.endedBy')
      .leftJoin('agreements as a', (on) =>
        on.onRef('a.schoolId', '=', 'f.schoolId').onRef('a.id', '=', 'f.agreementId'),
      )
      .where('f.number', '>', after)
      .select(COLUMNS)
      .select(['i.name as issuer', 'e.name as ender', 'a.number as agreement'])
      .orderBy('f.number')
      .limit(AT_ONCE)
      .execute()
    for (const row of rows) yield parse(row)
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.number
  }
}
