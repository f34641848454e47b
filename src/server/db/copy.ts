import { once } from 'node:events'
import { CompiledQuery, type Transaction } from 'kysely'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { DB } from './schema.generated.ts'

export type Cell = string | number | boolean | Buffer | null

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const cell = (value: Cell): string => {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return String(value).replace(/[\\\n\r\t]/g, (one) => ESCAPED[one]!)
}

/** Rows in the text format of PostgreSQL's COPY: what its statement is sent, in place of parameters. */
export class CopyText {
  readonly text: string
  constructor(rows: readonly (readonly Cell[])[]) {
    this.text = rows.map((row) => `${row.map(cell).join('\t')}\n`).join('')
  }
}

/**
 * Adds rows to a table; each has the columns in their order. For very many: no array of each column
 * is written and taken apart again (decision 52). Constraints hold as for any insert.
 */
export const copyRows = (
  tx: Transaction<DB>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
) =>
  tx.executeQuery(CompiledQuery.raw(`copy ${table} (${columns.join(', ')}) from stdin`, [new CopyText(rows)]))

/** Throws what PostgreSQL says, like every other statement. */
export async function sendCopy(client: pg.PoolClient, statement: string, { text }: CopyText) {
  const stream = client.query(from(statement))
  const done = once(stream, 'finish')
  stream.end(text)
  await done
  return { command: 'COPY', rowCount: stream.rowCount, rows: [] }
}
