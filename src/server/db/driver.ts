import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import { CopyText, sendCopy } from './copy.ts'
import { DatabaseUnavailable, isUnavailable } from './unavailable.ts'

/**
 * Sees each statement once it is over, and how many milliseconds its answer took; `opensTrip` tells whether it was sent alone or
 * first, and not behind another one in the same packet.
 */
export type OnQuery = (query: CompiledQuery, ms: number, opensTrip: boolean) => void

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

/** What is written in one turn of the loop goes out in one packet, by one call to the system, once the turn is over. */
class GatheringSocket extends Socket {
  #isGathering = false

  override write(piece: Uint8Array | string, done?: (error?: Error | null) => void): boolean
  override write(
    piece: Uint8Array | string,
    encoding?: BufferEncoding,
    done?: (error?: Error | null) => void,
  ): boolean
  override write(...given: unknown[]): boolean {
    if (!this.#isGathering) {
      this.#isGathering = true
      this.cork()
      process.nextTick(() => {
        this.#isGathering = false
        this.uncork()
      })
    }
    return (super.write as (...all: unknown[]) => boolean).apply(this, given)
  }
}

const CHANGES = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']
const READS = /^\s*select\b/i

/** Whatever keeps us from a connection, a full pool and a changed password too, is nothing that who asks can mend. */
const sayUnavailable = (error: unknown) => {
  throw new DatabaseUnavailable(error)
}

/**
 * A connection on which statements do not wait for one another's answers: those begun in one turn are one trip to the database,
 * which works them off in their order. Each is named by its text, so that PostgreSQL plans it once a connection and not once a
 * request. A database that goes away is DatabaseUnavailable; what that means for a COMMIT, `inTransaction` says.
 */
export class PipelinedConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #onQuery: OnQuery | undefined
  /** The last one that was sent; once it is answered, all are. */
  #last: Promise<unknown> = Promise.resolve()
  /** While BEGIN is not answered. */
  #begun: Promise<unknown> | null = null
  /** While something is copied: then it is over, whatever came of it. */
  #copied: Promise<unknown> | null = null
  #isInTrip = false
  #isSpent = false

  constructor(client: pg.PoolClient, onQuery: OnQuery | undefined) {
    this.#client = client
    this.#onQuery = onQuery
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql: text, parameters } = query
    // Without a transaction around it a change would stay, whatever came of the others.
    if (this.#begun && !READS.test(text)) await this.#begun
    if (this.#copied) await this.#copied
    const { command, rowCount, rows } = await this.#send(query, parameters)
    return {
      rows: rows as Row[],
      ...(CHANGES.includes(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for the method; nothing in the product reads with a cursor.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('nothing is read with a cursor')
  }

  async #send(query: CompiledQuery, values: readonly unknown[]) {
    const began = performance.now()
    const opensTrip = !this.#isInTrip
    if (opensTrip) {
      this.#isInTrip = true
      process.nextTick(() => {
        this.#isInTrip = false
      })
    }
    const answer = this.#answerTo(query.sql, values)
    this.#last = answer
    try {
      return await answer
    } catch (error) {
      throw isUnavailable(error) ? new DatabaseUnavailable(error) : error
    } finally {
      this.#onQuery?.(query, performance.now() - began, opensTrip)
    }
  }

  #answerTo(text: string, values: readonly unknown[]): Promise<Answer> {
    const [first] = values
    if (first instanceof CopyText) {
      const copy = this.#copy(text, first)
      const over = () => {
        this.#copied = null
      }
      this.#copied = copy.then(over, over)
      return copy
    }
    return isKept(text, values)
      ? this.#client.query({ name: nameOf(text), text, values: values as unknown[] })
      : this.#client.query(text, values as unknown[])
  }

  /** Nothing goes out behind what is copied before it is over. */
  async #copy(text: string, first: CopyText): Promise<Answer> {
    await this.#last.catch(() => {})
    const client = this.#client as { pipeline: boolean }
    client.pipeline = false
    try {
      return await sendCopy(this.#client, text, first)
    } finally {
      client.pipeline = true
    }
  }

  /** Sent ahead of what the transaction begins with; fails, where it does, with that. */
  begin({ isolationLevel, accessMode }: TransactionSettings = {}): Promise<unknown> {
    const how = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean)
    const begun = this.#send(CompiledQuery.raw(['begin', ...how].join(' ')), [])
    this.#begun = begun
    const over = () => {
      this.#begun = null
    }
    begun.then(over, () => {})
    return begun
  }

  /** Throws AbortedTransactionError where one of its statements had failed: then it was rolled back. */
  async commit(): Promise<void> {
    if (this.#begun) await this.#begun
    const { command } = await this.#send(CompiledQuery.raw('commit'), [])
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback(): Promise<void> {
    this.#begun = null
    try {
      await this.#send(CompiledQuery.raw('rollback'), [])
    } catch (error) {
      this.#isSpent = true
      throw error
    }
  }

  release(): void {
    this.#client.release(this.#isSpent)
  }
}

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

/** Connections of a pool; each stays what it is for as long as the pool has its client. */
class PooledDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #onQuery: OnQuery | undefined
  readonly #connections = new WeakMap<pg.PoolClient, PipelinedConnection>()

  constructor(pool: pg.Pool, onQuery: OnQuery | undefined) {
    this.#pool = pool
    this.#onQuery = onQuery
  }

  async init() {}

  async acquireConnection(): Promise<PipelinedConnection> {
    const client = await this.#pool.connect().catch(sayUnavailable)
    const known = this.#connections.get(client)
    if (known) return known
    const connection = new PipelinedConnection(client, this.#onQuery)
    this.#connections.set(client, connection)
    return connection
  }

  async releaseConnection(connection: PipelinedConnection) {
    connection.release()
  }

  async beginTransaction(connection: PipelinedConnection, settings: TransactionSettings) {
    await connection.begin(settings)
  }
  commitTransaction = (connection: PipelinedConnection) => connection.commit()
  rollbackTransaction = (connection: PipelinedConnection) => connection.rollback()
  destroy = () => this.#pool.end()
}

/** What a pool's clients are opened with, so that a PipelinedConnection works on them. */
export const PIPELINED = {
  pipeline: true,
  stream: () => new GatheringSocket(),
} as const satisfies pg.PoolConfig

const postgres = {
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
} as const satisfies Omit<Dialect, 'createDriver'>

/** PostgreSQL over the clients of a pool, which has been made with PIPELINED. */
export const postgresOver = (pool: pg.Pool, onQuery?: OnQuery): Dialect => ({
  ...postgres,
  createDriver: () => new PooledDriver(pool, onQuery),
})

/** With no connection behind it: for statements that are built here and sent by others. */
export const UNCONNECTED: Dialect = { ...postgres, createDriver: () => new DummyDriver() }
