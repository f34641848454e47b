import { pipeline } from 'node:stream/promises'
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
const textOf = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => `${row.map(cell).join('\t')}\n`).join('')

/** The text format of PostgreSQL's COPY, in pieces: what its statement is sent, in place of parameters. */
export class CopyText {
  readonly pieces: Iterable<string> | AsyncIterable<Uint8Array>
  constructor(pieces: Iterable<string> | AsyncIterable<Uint8Array>) {
    this.pieces = pieces
  }
}

/** The same of what stands in that format already; few of the pieces are in memory at once. */
export const copyText = (
  tx: Transaction<DB>,
  table: string,
  columns: readonly string[],
  pieces: CopyText['pieces'],
) =>
  tx.executeQuery(
    CompiledQuery.raw(`copy ${table} (${columns.join(', ')}) from stdin`, [new CopyText(pieces)]),
  )

/**
 * Adds rows to a table; each has the columns in their order. For very many: no array of each column
 * is written and taken apart again (decision 52). Constraints hold as for any insert.
 */
export const copyRows = (
  tx: Transaction<DB>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
) => copyText(tx, table, columns, [textOf(rows)])

/** Throws what PostgreSQL says, like every other statement. */
export async function sendCopy(client: pg.PoolClient, statement: string, { pieces }: CopyText) {
  const stream = client.query(from(statement))
  await pipeline(pieces, stream)
  return { command: 'COPY', rowCount: stream.rowCount, rows: [] }
}
