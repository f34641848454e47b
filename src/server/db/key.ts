import { sql } from 'kysely'

/** What belongs to a school is found by both. */
export type Key = { readonly school: string; readonly id: string }

/** Rows of which these two columns are one of the keys. */
export const inKeys = (school: string, id: string, keys: readonly Key[]) =>
  sql<boolean>`(${sql.ref(school)}, ${sql.ref(id)}) in (select * from unnest(
    ${keys.map((key) => key.school)}::text[], ${keys.map((key) => key.id)}::uuid[]))`
