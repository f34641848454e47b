import { sql } from 'kysely'

/** What belongs to a school is found by both. */
export type Key = { readonly school: string; readonly id: string }

/** The one school of these; an Error where they are of several, of which a statement for one would leave some as they are. */
export function schoolOf(rows: readonly { readonly schoolId: string }[]): string {
  const [school, ...others] = new Set(rows.map(({ schoolId }) => schoolId))
  if (school === undefined || others.length > 0) throw new Error('these are not of one school')
  return school
}

/** Rows of which these two columns are one of the keys. */
export const inKeys = (school: string, id: string, keys: readonly Key[]) =>
  sql<boolean>`(${sql.ref(school)}, ${sql.ref(id)}) in (select * from unnest(
    ${keys.map((key) => key.school)}::text[], ${keys.map((key) => key.id)}::uuid[]))`
