import { type RawBuilder, sql } from 'kysely'

/** A school, or what stands for it in a statement that is built once. */
export type SchoolValue = string | RawBuilder<string>

/**
 * The school of rows of `table`, for a statement inside the one that reads them: as a value where all are of one school, so that a
 * cluster knows the place of both, and else that of each row (docs/decisions/0085-every-statement-names-its-school.md).
 */
export const itsSchool = (table: string, school?: SchoolValue): RawBuilder<string> =>
  school === undefined ? sql`${sql.ref(`${table}.school_id`)}` : sql`${school}`
