import { type SqlBool, sql } from 'kysely'

/** Has one of these statuses, which the domain names as a set; written out, so that a partial index can serve it. */
export const statusIn = (column: string, statuses: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} in (${sql.join(statuses.map((status) => sql.lit(status)))})`
