import { sql } from 'kysely'
import { type DocumentType, lookUpForm } from '../../domain/identity-document.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { hardshipKeys } from '../features/students/hardship.ts'
import { furtherOf } from '../features/students/roster-columns.ts'
import { type Retiring, retireSecret } from '../services/known-secret.ts'
import type { Secrets } from '../services/secrets.ts'
import { BYTES, type Table } from './bytes.ts'

type Rotating = {
  /** As the owner of the database. */
  readonly db: Db
  /** By the new secret, with the one before. */
  readonly secrets: Secrets
  readonly keyId: number
  /** What takes its leave. */
  readonly before: Retiring
  /** Told of each table whose texts were sealed anew, and of how many rows. */
  readonly told: (table: string, rows: number) => void
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Opened texts by their columns; null where there is none. */
type Opened = Readonly<Record<string, string | null>>
type Derived = {
  /** What else is read for it. */
  readonly beside: readonly string[]
  readonly columns: Readonly<
    Record<
      string,
      { readonly type: 'bytea' | 'jsonb'; of(row: Opened, secrets: Secrets): Buffer | string | null }
    >
  >
}

/** Of the document's number its index; of the further values those keys by which 困难类别 are found. */
const OF_STUDENTS: Derived = {
  beside: ['document_type'],
  columns: {
    id_number_index: {
      type: 'bytea',
      of: ({ id_number_cipher: number = null, document_type: type }, { blindIndex }) =>
        number === null ? null : blindIndex(lookUpForm({ type: type as DocumentType, number })),
    },
    hardships: {
      type: 'jsonb',
      of: ({ more_cipher: more = null, hardships = null }, secrets) =>
        more === null ? hardships : hardshipKeys(furtherOf(more), secrets),
    },
  },
}
/** What is looked up by a hash of what is sealed beside it. */
const DERIVED: { readonly [T in Table]?: Derived } = {
  students: OF_STUDENTS,
  rosterImportRows: OF_STUDENTS,
  verificationCodes: {
    beside: [],
    columns: {
      code_hash: {
        type: 'bytea',
        of: ({ code_cipher: code = null }, { keyedHash }) =>
          code === null ? null : keyedHash('verification-code', code),
      },
    },
  },
}
const NOTHING: Derived = { beside: [], columns: {} }

type Shape = { readonly table: Table; readonly sealed: readonly string[]; readonly derived: Derived }
const SHAPES: readonly Shape[] = (Object.keys(BYTES) as (keyof typeof BYTES)[]).flatMap((table) => {
  const sealed = Object.entries(BYTES[table]).flatMap(([column, fate]) =>
    fate === 'sealed' ? [snake(column)] : [],
  )
  return sealed.length > 0 ? [{ table, sealed, derived: DERIVED[table] ?? NOTHING }] : []
})

/** Pages of a table that are read, and locked, at once. */
const PAGES = 64

/**
 * Seals anew all that an older secret has sealed, with the hashes that it is looked up by, in pieces, while the site serves: both secrets
 * open and find meanwhile. Broken off anywhere it goes on with what is left. Then the old secret is of no use any more, but for the
 * keys of what nobody has in the clear, which are kept. Answers how many rows there were.
 */
export async function rotateSecret(of: Rotating): Promise<number> {
  let all = 0
  let touched: number
  do {
    touched = 0
    for (const shape of SHAPES) {
      const rows = await sealAnew(of, shape)
      if (rows > 0) of.told(snake(shape.table), rows)
      touched += rows
    }
    all += touched
    // A row that moved while its table was gone through may have been missed: nothing is left once nothing was found.
  } while (touched > 0)
  await retireSecret(of.db, of.before, of.secrets)
  return all
}

async function sealAnew(of: Rotating, shape: Shape): Promise<number> {
  const table = `public.${snake(shape.table)}`
  let all = 0
  for (let page = 0; page < (await pagesOf(of.db, table)); page += PAGES)
    all += await inTransaction(of.db, (tx) => sealPages(tx, of, shape, { table, page }))
  return all
}

async function pagesOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    select pg_relation_size(${table}::regclass) / current_setting('block_size')::int as pages`.execute(db)
  return Number(rows[0]!.pages)
}

type Found = { readonly at: string } & Readonly<Record<string, Buffer | string | null>>

async function sealPages(
  tx: Tx,
  { secrets, keyId }: Rotating,
  { table: name, sealed, derived }: Shape,
  { table, page }: { readonly table: string; readonly page: number },
): Promise<number> {
  const hashes = Object.entries(derived.columns)
  const read = [
    ...sealed,
    ...derived.beside,
    ...hashes.flatMap(([column, { type }]) => (type === 'jsonb' ? [column] : [])),
  ]
  const stale = sealed.map((column) => `get_byte(${column}, 0) <> ${keyId}`).join(' or ')
  const { rows } = await sql<Found>`
    select ctid::text as at, ${sql.raw(read.map((column) => (sealed.includes(column) ? column : `${column}::text`)).join(', '))}
    from ${sql.raw(table)} where ctid >= ${`(${page},0)`}::tid and ctid < ${`(${page + PAGES},0)`}::tid and (${sql.raw(stale)})
    for update`.execute(tx.withoutPlugins())
  if (rows.length === 0) return 0
  const opened = rows.map(
    (row): Opened =>
      Object.fromEntries(
        read.map((column) => {
          const value = row[column] ?? null
          return [column, Buffer.isBuffer(value) ? secrets.open(value) : value]
        }),
      ),
  )
  const anew = sealed.map((column) =>
    opened.map((row) => {
      const text = row[column] ?? null
      return text === null ? null : secrets.seal(text)
    }),
  )
  const columns = [
    ...sealed.map((column, nth) => ({ column, type: 'bytea', values: anew[nth]! })),
    ...hashes.map(([column, { type, of }]) => ({
      column,
      type,
      values: opened.map((row) => of(row, secrets)),
    })),
  ]
  const ats = rows.map(({ at }) => at)
  const given = columns.map(({ values, type }) => sql`${values}::${sql.raw(type)}[]`)
  await sql`
    update ${sql.raw(table)} t set ${sql.raw(columns.map(({ column }) => `${column} = u.${column}`).join(', '))}
    from unnest(${ats}::tid[], ${sql.join(given)}) as u (at, ${sql.raw(columns.map(({ column }) => column).join(', '))})
    where t.ctid = any(${ats}::tid[]) and t.ctid = u.at`.execute(tx)
  if (name === 'students') await keepNumbersEqual(tx, rows, anew[sealed.indexOf('phone_cipher')]!)
  return rows.length
}

/**
 * A number that was confirmed is the same text that stands on the roster, and is known by being the same: it stays so in the
 * transaction in which the roster's is sealed anew.
 */
async function keepNumbersEqual(
  tx: Tx,
  rows: readonly Found[],
  anew: readonly (Buffer | null)[],
): Promise<void> {
  const numbers = rows.flatMap(({ phone_cipher: old }, nth) =>
    Buffer.isBuffer(old) ? [{ old, now: anew[nth]! }] : [],
  )
  if (numbers.length === 0) return
  const [olds, nows] = [numbers.map(({ old }) => old), numbers.map(({ now }) => now)]
  for (const table of ['message_consents', 'outgoing_messages'])
    await sql`
      update ${sql.raw(table)} c set phone_cipher = u.now
      from unnest(${olds}::bytea[], ${nows}::bytea[]) as u (old, now)
      where c.phone_cipher = any(${olds}::bytea[]) and c.phone_cipher = u.old`.execute(tx)
}
