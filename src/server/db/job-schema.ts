import { sql } from 'kysely'
import { PgBoss, type Queue } from 'pg-boss'
import type { QueueName } from '../../contracts/health.ts'
import { APPLICATION_ROLE, type Db } from './database.ts'

const A_DAY = 24 * 60 * 60
/** An e-mail, or a message, is tried for about four hours, ever less often; then a person is told that it failed. */
const COPIES = { retryLimit: 10, retryDelay: 30, retryBackoff: true, retryDelayMax: 3600 }
/** What the clock starts: at most one waits, and a missed one is not made up for, the next does its work. */
const ROUNDS = { policy: 'short', retryLimit: 0, retentionSeconds: 900, deleteAfterSeconds: 3600 } as const

const QUEUES = {
  'mail-failed': { ...COPIES, deleteAfterSeconds: A_DAY },
  mail: { ...COPIES, deadLetter: 'mail-failed', expireInSeconds: 300, deleteAfterSeconds: A_DAY },
  'seal-failed': { ...COPIES, deleteAfterSeconds: A_DAY },
  /** Tried for about four hours, and by each start until it is there; a seal takes less than a second, its time stamp some. */
  seal: {
    ...COPIES,
    retryLimit: 14,
    retryDelay: 2,
    deadLetter: 'seal-failed',
    expireInSeconds: 60,
    deleteAfterSeconds: A_DAY,
  },
  'email-link': { ...COPIES, expireInSeconds: 300, deleteAfterSeconds: A_DAY },
  /** Asked for once more is quicker than waiting for hours. */
  forgotten: { ...COPIES, retryLimit: 5, expireInSeconds: 300, deleteAfterSeconds: A_DAY },
  'message-failed': { ...COPIES, deleteAfterSeconds: A_DAY },
  message: { ...COPIES, deadLetter: 'message-failed', expireInSeconds: 300, deleteAfterSeconds: A_DAY },
  'webhook-failed': { ...COPIES, deleteAfterSeconds: A_DAY },
  /** Tried for three days, ever less often, at last every six hours. */
  webhook: {
    ...COPIES,
    retryLimit: 20,
    retryDelayMax: 6 * 60 * 60,
    deadLetter: 'webhook-failed',
    expireInSeconds: 300,
    deleteAfterSeconds: A_DAY,
  },
  sweep: ROUNDS,
  remind: ROUNDS,
  // Each of many thousand searches is asked.
  digest: { ...ROUNDS, expireInSeconds: 60 * 60 },
  // After an upgrade all lines of the past are put into the tree.
  checkpoint: { ...ROUNDS, expireInSeconds: 60 * 60 },
  // All of the journal is read: hours, where it is long.
  'daily-check': { ...ROUNDS, expireInSeconds: 6 * 60 * 60, retentionSeconds: A_DAY },
} as const satisfies Record<QueueName, Omit<Queue, 'name'>>

/** Minutes, in China's time. */
const SCHEDULES = {
  sweep: '* * * * *',
  remind: '*/5 * * * *',
  digest: '*/10 * * * *',
  'daily-check': '30 3 * * *',
  checkpoint: '0 * * * *',
}

/** Brings pg-boss's own schema, our queues and our schedules up to date; for the owner of the database. */
export async function installJobs(ownerUrl: string, db: Db): Promise<void> {
  const connection = { connectionString: ownerUrl, max: 1 }
  const boss = new PgBoss({ ...connection, supervise: false, schedule: false, registerInstance: false })
  const faults: Error[] = []
  boss.on('error', (error) => faults.push(error))
  await boss.start()
  for (const [name, options] of Object.entries(QUEUES)) await boss.createQueue(name, options)
  for (const [name, when] of Object.entries(SCHEDULES))
    await boss.schedule(name, when, null, { tz: 'Asia/Shanghai' })
  await boss.stop({ graceful: false })
  if (faults[0]) throw faults[0]
  await grantToApplication(db)
}

/** What a process that enqueues and works needs: no queue, table or function can be changed or removed with it. */
const grantToApplication = (db: Db) =>
  sql`
    grant usage on schema pgboss to ${sql.raw(APPLICATION_ROLE)};
    grant select on all tables in schema pgboss to ${sql.raw(APPLICATION_ROLE)};
    grant insert, update, delete on pgboss.job, pgboss.job_common, pgboss.job_dependency, pgboss.instance,
      pgboss.warning to ${sql.raw(APPLICATION_ROLE)};
    grant insert, update on pgboss.queue to ${sql.raw(APPLICATION_ROLE)};
    grant update on pgboss.version, pgboss.schedule to ${sql.raw(APPLICATION_ROLE)}
  `.execute(db)
