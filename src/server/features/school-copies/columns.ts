import { sql } from 'kysely'
import { COLUMNS } from '../../../words/school-copies/columns.ts'
import type { Said } from '../../../words/school-copies/said.ts'
import type { COPY_WORDS } from '../../../words/school-copies/zip.ts'
import type { Tx } from '../../db/database.ts'
import { COPIED_TABLES, type CopiedColumn, type CopiedTable, LEFT_COLUMNS, SEALED_COLUMNS } from './tables.ts'

type Form = keyof (typeof COPY_WORDS)['zh-CN']['types']
export type Column = {
  /** As the database has it, which is how the file has it. */
  readonly name: string
  readonly form: Form
  readonly said: Said
}

/** What is added to a copied table does not compile before it has words. */
const SAID: Readonly<Record<CopiedColumn, Said>> = COLUMNS
const isKnown = (name: string): name is CopiedColumn => Object.hasOwn(SAID, name)

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** As the database calls it. */
export const fileOf = (table: string) => snake(table)

/** By the names of PostgreSQL's types; whatever else is text. */
const FORMS: Readonly<Record<string, Form>> = {
  boolean: 'yes-no',
  integer: 'number',
  bigint: 'number',
  smallint: 'number',
  date: 'day',
  'timestamp with time zone': 'instant',
  jsonb: 'json',
  ARRAY: 'list',
  bytea: 'hex',
}
const formOf = (name: string, type: string): Form =>
  SEALED_COLUMNS.some((sealed) => sealed === name) ? 'sealed' : (FORMS[type] ?? 'text')

/** The columns of each table of a copy, in the order of the database; one that has no words is none of them. */
export async function listColumns(tx: Tx): Promise<ReadonlyMap<CopiedTable, readonly Column[]>> {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select table_name as "table", column_name as name, data_type as type from information_schema.columns
    where table_schema = current_schema() order by table_name, ordinal_position`.execute(tx)
  const left: readonly string[] = LEFT_COLUMNS
  return new Map(
    COPIED_TABLES.map((table) => {
      const own = rows.filter((row) => camel(row.table) === table && !left.includes(camel(row.name)))
      return [
        table,
        own.flatMap(({ name, type }) => {
          const known = camel(name)
          return isKnown(known) ? [{ name, form: formOf(known, type), said: SAID[known] }] : []
        }),
      ]
    }),
  )
}
