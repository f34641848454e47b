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
  await sql`
    with r as materialized (
      select school_id, student_id, name from roster_import_rows
      where school_id = ${school} and import_id = ${id} and standing = 'changed' and name is not null)
    update users u set name = r.name
    from r where u.school_id = r.school_id and u.student_id = r.student_id and u.portal = 'student'
  `.execute(tx)
}

/** The accounts of these students are called as the roster calls them. */
export const followNames = (tx: Tx, school: string, ids: readonly string[]) =>
  sql`
    update users u set name = st.name from students st
    where st.school_id = ${school} and st.id = any(${ids}::uuid[]) and u.school_id = st.school_id
      and u.student_id = st.id and u.portal = 'student' and u.name <> st.name
  `.execute(tx)
