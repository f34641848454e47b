import { sql } from 'kysely'

/** Of cases: this college reads them, since their student is its own or it has decided on them. */
export const readBy = (table: string, college: string) =>
  sql<boolean>`${college} = any(${sql.ref(`${table}.read_by`)})`
