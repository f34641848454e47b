import { fromKysely, PgBoss } from 'pg-boss'
import { APPLICATION_ROLE, type Tx, whenCommitted } from '../db/database.ts'
import { announcing } from './hints.ts'

export type EnqueuedQueue =
  | 'mail'
  | 'email-link'
  | 'forgotten'
  | 'message'
  | 'daily-check'
  | 'seal'
  | 'webhook'

/** What is done after the act: enqueued or announced in the act's own transaction, so that it is done exactly when the act is. */
export type Jobs = {
  /** Work for later, kept until it is done; not begun before so many seconds have passed. */
  enqueue(tx: Tx, queue: EnqueuedQueue, items: readonly object[], afterSeconds?: number): Promise<void>
  /**
   * From now on called once an act of this process has committed work for the queue: a worker here need not wait until it
   * looks by itself. What other processes enqueue, and what is enqueued for later, is found by looking.
   */
  whenEnqueued(queue: EnqueuedQueue, wake: () => void): void
  /** Tells every instance, once committed, that something has changed for these people. May be lost: the inbox is the truth. */
  hint(tx: Tx, userIds: readonly string[]): void
  /**
   * Hears the hints of every instance over a connection of its own, which mends itself once it was there; `connected`
   * is told each time, because hints may have been missed before.
   */
  listen(
    heard: (userIds: readonly string[]) => void,
    connected: () => void,
  ): Promise<{ close(): Promise<void> }>
  /** Whether e-mail copies are sent at all. */
  readonly sendsMail: boolean
}

export type JobsOptions = {
  readonly url: string
  readonly sendsMail: boolean
  /** Told what went wrong in the background; it is tried again by itself. */
  readonly onFault: (fault: Error) => void
  /** False for a process that only enqueues. */
  readonly keepsOrder?: boolean
}

const CHANNEL = 'qianyue_inbox'

/** Jobs over pg-boss, on two connections of its own; the schema is the owner's (`job-schema.ts`). */
export async function openJobs({ url, sendsMail, onFault, keepsOrder = true }: JobsOptions) {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${APPLICATION_ROLE}`,
    max: 2,
    migrate: false,
    schedule: keepsOrder,
    supervise: keepsOrder,
    registerInstance: false,
    // For the owner of the tables, and for a database that somebody watches.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', onFault)
  await boss.start()
  const hints = announcing(boss.getDb(), CHANNEL, onFault)
  const wakes = new Map<EnqueuedQueue, () => void>()
  const jobs: Jobs = {
    async enqueue(tx, queue, items, afterSeconds = 0) {
      const rows = items.map((data) => ({ data, startAfter: afterSeconds }))
      await boss.insert(queue, rows, { db: fromKysely(tx.withoutPlugins()) })
      if (afterSeconds === 0) whenCommitted(tx, () => wakes.get(queue)?.())
    },
    whenEnqueued: (queue, wake) => {
      wakes.set(queue, wake)
    },
    hint: (tx, userIds) => whenCommitted(tx, () => hints.announce(userIds)),
    listen: (heard, connected) => boss.getDb().listen!(CHANNEL, (ids) => heard(ids.split(',')), connected),
    sendsMail,
  }
  const stop = async () => {
    await hints.settled()
    await boss.stop({ timeout: 5000 })
  }
  return { jobs, boss, stop }
}
