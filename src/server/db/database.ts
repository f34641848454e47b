import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  type CompiledQuery,
  Kysely,
  PostgresDialect,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { CopyText, sendCopy } from './copy.ts'
import type { DB } from './schema.generated.ts'
import { DatabaseUnavailable, isUnavailable } from './unavailable.ts'

export type Db = Kysely<DB>
/** What locks or writes asks for a Tx. */
export type Tx = Transaction<DB>

/** The role that serves requests: it may insert into and read the journal, nothing else there. */
export const APPLICATION_ROLE = 'qianyue_app'

const types = new pg.TypeOverrides()
types.setTypeParser(1082, (text: string) => text) // a date is a day, not an instant
types.setTypeParser(20, Number) // counts

/** A longer statement is a batch written once: keeping its plan would cost more than making it. */
const WORTH_KEEPING = 8_000
/**
 * A list that is longer is planned for each time: with a plan kept from when a table was almost empty, it would be gone through for
 * each row of the table, until somebody counts it.
 */
const LONGEST_LIST = 100
const isKept = (text: string, values: readonly unknown[]) =>
  values.length > 0 &&
  text.length < WORTH_KEEPING &&
  !values.some((value) => Array.isArray(value) && value.length > LONGEST_LIST)

const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/**
 * Names each statement by its text, so that PostgreSQL plans it once a connection and not once a request. A database that
 * goes away is DatabaseUnavailable; what that means for a COMMIT, `inTransaction` says.
 */
const preparing = (client: pg.PoolClient): PostgresPoolClient => {
  const query = async (text: string, values: unknown[] = []) => {
    const [first] = values
    try {
      if (first instanceof CopyText) return await sendCopy(client, text, first)
      return isKept(text, values)
        ? await client.query({ name: nameOf(text), text, values })
        : await client.query(text, values)
    } catch (error) {
      throw isUnavailable(error) ? new DatabaseUnavailable(error) : error
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}

/** Whatever keeps us from a connection, a full pool and a changed password too, is nothing that who asks can mend. */
const sayUnavailable = (error: unknown) => {
  throw new DatabaseUnavailable(error)
}

export type Connection = { readonly url: string; readonly role?: string; readonly poolSize?: number }

/** Sees each statement once it is over, and how long the database took for it. */
export type OnQuery = (query: CompiledQuery, ms: number) => void

/** A pool and the query builder over it. */
export function connect({ url, role, poolSize = 10 }: Connection, onQuery?: OnQuery): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 5 * 60_000, // a new connection is dear: its handshake, and every plan anew
    // Days and instants are read as ISO 8601 says, whatever a server's own setting is.
    options: ['datestyle=ISO', ...(role ? [`role=${role}`] : [])].map((one) => `-c ${one}`).join(' '),
  })
  // An idle connection that the server has closed is replaced by the pool; without a listener it would end us.
  pool.on('error', () => {})
  // The same for one in use: its query fails by itself and says so to whoever asked.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: async () => preparing(await pool.connect().catch(sayUnavailable)),
        end: () => pool.end(),
      },
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onQuery && { log: (event) => onQuery(event.query, event.queryDurationMillis) }),
  })
}

/** The answer to COMMIT was lost: whether it was done, nobody here knows. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the answer to COMMIT was lost', { cause })
    this.name = 'OutcomeUnknown'
  }
}

/** What PostgreSQL refuses it rolls back; a lost connection, or one that it ends itself (FATAL), says nothing of the outcome. */
const isRefusedByDatabase = (error: unknown) =>
  error instanceof pg.DatabaseError && error.severity === 'ERROR'

const toDo = new WeakMap<Tx, (() => void)[]>()

/** Load, decide, save: all of it or nothing. A Refusal thrown inside rolls back. Throws OutcomeUnknown. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const once: (() => void)[] = []
  let isCommitting = false
  const transaction = db.transaction().execute(async (tx) => {
    toDo.set(tx, once)
    const worked = await work(tx)
    isCommitting = true
    return worked
  })
  const result = await transaction.catch((error: unknown) => {
    throw isCommitting && !isRefusedByDatabase(error) ? new OutcomeUnknown(error) : error
  })
  for (const act of once) act()
  return result
}

/** Done once the transaction is committed, and never when it is rolled back; it must not throw. */
export function whenCommitted(tx: Tx, act: () => void): void {
  const once = toDo.get(tx)
  if (!once) throw new Error('only a transaction of inTransaction tells when it is committed')
  once.push(act)
}
