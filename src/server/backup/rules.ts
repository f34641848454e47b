import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** What holds between rows, as statements that take it off and put it back. */
type Rules = { readonly off: string; readonly on: string }

/** `alter table … enable …` by what pg_trigger says; one that was off stays so. */
const ENABLE: Readonly<Record<string, string>> = {
  O: 'enable trigger',
  R: 'enable replica trigger',
  A: 'enable always trigger',
}

/**
 * Foreign keys, which are asked of all rows at once when they are put back, and triggers, which have done their work where the rows
 * come from. The owner of the tables may do so; `session_replication_role` needs a superuser.
 */
async function rulesOf(tx: Tx): Promise<Rules> {
  const { rows: keys } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(tx)
  const { rows: triggers } = await sql<{ table: string; name: string; enabled: string }>`
    select tgrelid::regclass::text as "table", quote_ident(tgname) as name, tgenabled as enabled
    from pg_trigger join pg_class c on c.oid = tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace`.execute(tx)
  const guarded = new Set(triggers.map(({ table }) => table))
  const off = [
    ...keys.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
    ...[...guarded].map((table) => `alter table ${table} disable trigger user`),
  ]
  const on = [
    ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ...triggers.flatMap(({ table, name, enabled }) =>
      enabled in ENABLE ? [`alter table ${table} ${ENABLE[enabled]} ${name}`] : [],
    ),
  ]
  return { off: off.join(';'), on: on.join(';') }
}

/** Rows are put in whatever order and way; what is not as it must be between them is refused at the end. */
export async function withoutRules(tx: Tx, work: () => Promise<void>): Promise<void> {
  const { off, on } = await rulesOf(tx)
  await sql.raw(off).execute(tx)
  await work()
  await sql.raw(on).execute(tx)
}
