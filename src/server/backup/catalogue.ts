import type pg from 'pg'
import type { About, Contents } from './format.ts'

type Queries = Pick<pg.Client, 'query'>

/** What the migrations keep of themselves is made by them anew. */
const OWN_TABLES = "c.relkind = 'r' and c.relname not like 'kysely\\_%'"

/** Every table of ours with the columns that are written. */
export async function listTables(client: Queries): Promise<About['tables']> {
  const { rows } = await client.query<About['tables'][number]>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and ${OWN_TABLES}
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`)
  return rows
}

/** Where the numbers of ours go on; no snapshot has them, so they are read after all rows. */
export async function listSequences(client: Queries): Promise<Contents['sequences']> {
  const { rows } = await client.query<Contents['sequences'][number]>(`
    select sequencename as name, last_value::text as value from pg_sequences
    where schemaname = 'public' order by sequencename`)
  return rows
}

/** What COPY says in it is read in it, whatever the server's own settings are. */
export const FORMS = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'`
