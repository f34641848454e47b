import { sql } from 'kysely'
import type { Study } from '../../../domain/college-move.ts'
import type { Enrolled, Enrolment } from '../../../domain/enrolment/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

const select = (db: Db, { school, id }: Key) =>
  db.selectFrom('students').where('schoolId', '=', school).where('id', '=', id)

/** How these students stand, and the year in which they graduate. */
export async function listEnrolments(
  db: Db,
  school: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly enrolment: Enrolment; readonly graduationYear: number }>> {
  const rows = await db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .select(['id', 'enrolment', 'graduationYear'])
    .execute()
  return new Map(
    rows.map(({ id, enrolment, graduationYear }) => [
      id,
      { enrolment: enrolment as Enrolment, graduationYear },
    ]),
  )
}

/** The student's row, locked, as far as staff change it by hand. */
export async function lockStudent(tx: Tx, key: Key) {
  const found = await select(tx, key)
    .select(['schoolId', 'id', 'name', 'studentNumber', 'collegeId', 'majorCode', 'majorName'])
    .select(['className', 'enrolment', 'version'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  const { enrolment, ...student } = found
  return { ...student, status: enrolment as Enrolment }
}

/** The caller has locked the student, and journals it. */
export const saveEnrolment = (tx: Tx, { school, id }: Key, { status, version }: Enrolled) =>
  tx
    .updateTable('students')
    .set({ enrolment: status, version })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

/** The student's cases follow the college by their foreign keys. The caller has locked them, and journals it. */
export const saveStudy = (tx: Tx, { school, id }: Key, study: Study) =>
  tx
    .updateTable('students')
    .set((of) => ({ ...study, version: of('version', '+', 1) }))
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

/** The student has an agreement or a destination beside these. */
export async function hasBegunBeside(
  db: Db,
  { school, id }: Key,
  known: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from agreements where school_id = ${school} and student_id = ${id} and id <> all(${known}::uuid[])
    union all
    select from destinations where school_id = ${school} and student_id = ${id} and id <> all(${known}::uuid[])
    limit 1
  `.execute(db)
  return rows.length > 0
}
