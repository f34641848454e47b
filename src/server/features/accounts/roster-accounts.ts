import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

/** Accounts for the students that an import has entered, which the first login will open, and the names of those it renamed. */
export async function followRoster(tx: Tx, { school, id }: Key): Promise<void> {
  await sql`
    insert into users (id, portal, login, login_key, name, school_id, student_id)
    select gen_random_uuid(), 'student', r.student_number, r.number_key, r.name, r.school_id, r.student_id
    from roster_import_rows r where r.school_id = ${school} and r.import_id = ${id} and r.standing = 'new' order by r.row
  `.execute(tx)
  const renamed = await tx
    .selectFrom('rosterImportRows')
    .where('schoolId', '=', school)
    .where('importId', '=', id)
    .where('standing', '=', 'changed')
    .where('name', 'is not', null)
    .select(['studentId as id', 'name'])
    .execute()
  await rename(tx, school, renamed)
}

type Named = { readonly id: string | null; readonly name: string | null }
const rename = (tx: Tx, school: string, students: readonly Named[]) =>
  sql`
    update users u set name = st.name
    from unnest(${students.map(({ id }) => id)}::uuid[], ${students.map(({ name }) => name)}::text[]) st (id, name)
    where u.school_id = ${school} and u.student_id = st.id and u.portal = 'student' and u.name <> st.name
  `.execute(tx)

/** The accounts of these students are called as the roster calls them. */
export async function followNames(tx: Tx, school: string, ids: readonly string[]): Promise<void> {
  const students = await tx
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .select(['id', 'name'])
    .execute()
  await rename(tx, school, students)
}
