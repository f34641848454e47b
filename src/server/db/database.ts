import {
  AbortedTransactionError,
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  Transaction,
} from 'kysely'
import pg from 'pg'
import { type OnQuery, PIPELINED, PipelinedConnection, postgresOver, UNCONNECTED } from './driver.ts'
import type { DB } from './schema.generated.ts'

export type Db = Kysely<DB>
/** What locks or writes asks for a Tx. */
export type Tx = Transaction<DB>

/** The role that serves requests: it may insert into and read the journal, nothing else there. */
export const APPLICATION_ROLE = 'qianyue_app'

/** A column is `school_id` there and `schoolId` here; what is inside of its value stays as it is. */
class Names extends CamelCasePlugin {
  protected override mapRow(row: Record<string, unknown>): Record<string, unknown> {
    const mapped: Record<string, unknown> = {}
    for (const name in row) mapped[this.camelCase(name)] = row[name]
    return mapped
  }
}
const NAMES = new Names({ maintainNestedObjectKeys: true })

const types = new pg.TypeOverrides()
types.setTypeParser(1082, (text: string) => text) // a date is a day, not an instant
types.setTypeParser(20, Number) // counts

export type Connection = { readonly url: string; readonly role?: string; readonly poolSize?: number }

/** A pool and the query builder over it. */
export function connect({ url, role, poolSize = 10 }: Connection, onQuery?: OnQuery): Db {
  const pool = new pg.Pool({
    connectionString: url,
    ...PIPELINED,
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
  return new Kysely<DB>({ dialect: postgresOver(pool, onQuery), plugins: [NAMES] })
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
  error instanceof AbortedTransactionError ||
  (error instanceof pg.DatabaseError && error.severity === 'ERROR')

const toDo = new WeakMap<Tx, (() => void)[]>()

const config = { dialect: UNCONNECTED, plugins: [NAMES] }
/** Builds and compiles statements that others send. */
export const unconnected: Db = new Kysely<DB>(config)
/** What a transaction could ask beside its executor, and never does. */
const NOWHERE = { config, dialect: UNCONNECTED, driver: UNCONNECTED.createDriver() }

/** A Tx on which statements do not wait for one another's answers. */
const transactionOn = (db: Db, connection: PipelinedConnection, state: { readonly isOver: boolean }): Tx => {
  const provider = {
    provideConnection: async <T>(use: (one: PipelinedConnection) => Promise<T>) => {
      if (state.isOver) throw new Error('this transaction is over')
      return use(connection)
    },
  }
  const executor = db.getExecutor().withConnectionProvider(provider)
  return new Transaction<DB>({ ...NOWHERE, executor })
}

/**
 * Statements that are begun at once go out together, on one connection and without a transaction: each sees what is committed when
 * it is its turn. For those that take no time; what is to be worked out side by side is asked on `db`.
 */
export const inOneTrip = <T>(db: Db, begin: (one: Db) => Promise<T>): Promise<T> =>
  db.getExecutor().provideConnection((connection) => {
    const provider = {
      provideConnection: <R>(use: (one: DatabaseConnection) => Promise<R>) => use(connection),
    }
    return begin(new Kysely<DB>({ ...NOWHERE, executor: db.getExecutor().withConnectionProvider(provider) }))
  })

/** What a transaction ends with: its last statement goes out together with COMMIT. */
export type Ending<T> = (worked: T) => CompiledQuery | null

/**
 * Load, decide, save: all of it or nothing. A Refusal thrown inside rolls back. Throws OutcomeUnknown. BEGIN goes out with the first
 * statement and, given an `ending`, COMMIT with the last.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  ending: Ending<T> = () => null,
): Promise<T> {
  const once: (() => void)[] = []
  const result = await db.getExecutor().provideConnection(async (connection) => {
    if (!(connection instanceof PipelinedConnection)) throw new Error('not a connection of ours')
    connection.begin().catch(() => {})
    const state = { isOver: false }
    const tx = transactionOn(db, connection, state)
    toDo.set(tx, once)
    try {
      const worked = await work(tx)
      state.isOver = true
      await end(connection, ending(worked))
      return worked
    } catch (error) {
      state.isOver = true
      await connection.rollback().catch(() => {})
      throw error
    }
  })
  for (const act of once) act()
  return result
}

/**
 * What is begun at once, one trip to the database for all that asks it: each is over before the first of them that fails, in this
 * order, is told. So nothing of a transaction goes on while it is rolled back.
 */
export async function together<const Begun extends readonly unknown[]>(...begun: Begun) {
  const ended = await Promise.allSettled(begun)
  return ended.map((one) => {
    if ('reason' in one) throw one.reason
    return one.value
  }) as { -readonly [One in keyof Begun]: Awaited<Begun[One]> }
}

/** COMMIT, behind the last statement where there is one; of one that fails, COMMIT rolls back what was done. */
async function end(connection: PipelinedConnection, last: CompiledQuery | null): Promise<void> {
  try {
    await together(last && connection.executeQuery(last), connection.commit())
  } catch (error) {
    throw isRefusedByDatabase(error) ? error : new OutcomeUnknown(error)
  }
}

/** Done once the transaction is committed, and never when it is rolled back; it must not throw. */
export function whenCommitted(tx: Tx, act: () => void): void {
  const once = toDo.get(tx)
  if (!once) throw new Error('only a transaction of inTransaction tells when it is committed')
  once.push(act)
}
