import { type RawBuilder, sql } from 'kysely'
import { type Holder, type Known, studentKey } from '../../../domain/roster/compare.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { VALUE_COLUMNS, valuesOf } from './roster-columns.ts'

/** A student as a roster is compared with them; the version is that of what the roster says. */
export type KnownStudent = Known & { readonly id: string; readonly version: number }

/** Whether a student has cases that move with them: not by an import, but by the act that tells people. */
export const hasCases = (school: RawBuilder<string>, student: RawBuilder<string>) => sql<boolean>`(
  exists (select from agreements a where a.school_id = ${school} and a.student_id = ${student}) or
  exists (select from dissolutions d where d.school_id = ${school} and d.student_id = ${student}) or
  exists (select from destinations t where t.school_id = ${school} and t.student_id = ${student}) or
  exists (select from corrections c where c.school_id = ${school} and c.student_id = ${student}))`

type From = { readonly secrets: Secrets; readonly school: string }
/**
 * Each is looked up by itself: nobody has counted a roster that was just entered, and a plan for all together would read the whole
 * of it for every few hundred rows.
 */
async function listKnown(
  db: Db,
  { secrets, school }: From,
  keys: RawBuilder<string>,
  isOf: RawBuilder<boolean>,
): Promise<KnownStudent[]> {
  const rows = await db
    .selectFrom(keys.as<'k'>(sql`k(key)`))
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('students')
          .where('schoolId', '=', school)
          .where(isOf)
          .select([...VALUE_COLUMNS, 'id', 'version', 'verifiedAt'])
          .select(hasCases(sql`${school}`, sql.ref('students.id')).as('hasCases'))
          .limit(1)
          .as('st'),
      (join) => join.onTrue(),
    )
    .selectAll('st')
    .execute()
  return rows.map(({ id, version, verifiedAt, hasCases: bound, ...row }) => ({
    id,
    version,
    isVerified: verifiedAt !== null,
    hasCases: bound,
    values: valuesOf(row, secrets),
  }))
}

/** Students of these numbers, by the key of theirs (`studentKey`). */
export async function findKnown(
  db: Db,
  secrets: Secrets,
  school: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownStudent>> {
  const known = await listKnown(
    db,
    { secrets, school },
    sql`unnest(${keys}::text[])`,
    sql`lower(student_number) = k.key`,
  )
  return new Map(known.map((one) => [studentKey(one.values.studentNumber ?? ''), one]))
}

/** These students, by their ids. */
export async function findKnownByIds(
  db: Db,
  secrets: Secrets,
  school: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownStudent>> {
  const known = await listKnown(db, { secrets, school }, sql`unnest(${ids}::uuid[])`, sql`id = k.key`)
  return new Map(known.map((one) => [one.id, one]))
}

/** By which a document's holders are found: its type, and its index in base64; null where there is no document. */
export const holderKey = (documentType: string | undefined, [index]: readonly Buffer[]): string | null =>
  index ? `${documentType} ${index.toString('base64')}` : null

/** Who has these documents; looked up one by one, as numbers are (`offset 0` keeps PostgreSQL from looking for all together). */
export async function findHolders(
  db: Db,
  school: string,
  documents: readonly (readonly Buffer[])[],
): Promise<ReadonlyMap<string | null, readonly Holder[]>> {
  const sought = documents.flatMap((indexes) => indexes.map((index) => [index, indexes[0]!] as const))
  const rows = await db
    .selectFrom(
      sql<{ index: Buffer; first: Buffer }>`
        unnest(${sought.map(([index]) => index)}::bytea[], ${sought.map(([, first]) => first)}::bytea[])`.as<'d'>(
        sql`d(index, first)`,
      ),
    )
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('students')
          .where('schoolId', '=', school)
          .whereRef('idNumberIndex', '=', 'd.index')
          .select(['documentType', 'studentNumber', 'graduationYear'])
          .offset(0)
          .as('st'),
      (join) => join.onTrue(),
    )
    .selectAll('st')
    .select('d.first')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, graduationYear: String(row.graduationYear) })),
    ({ documentType, first }) => holderKey(documentType, [first]),
  )
}
