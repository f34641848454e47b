import type { PgBoss } from 'pg-boss'
import type { QueueName } from '../../contracts/health.ts'
import { TRIED_TOO_OFTEN } from '../../domain/document/sealed.ts'
import type { DocumentKey, ToSeal } from '../features/documents/queries.ts'
import { giveUpSealing, resumeSealing, sealDocument } from '../features/documents/sealing.ts'
import { giveUpMessages, handOver } from '../features/messages/handing-over.ts'
import type { MessageKey } from '../features/messages/queueing.ts'
import type { LinkKey } from '../features/notifications/addresses.ts'
import { type CopyKey, giveUp, sendCopies } from '../features/notifications/copies.ts'
import { sendLinks } from '../features/notifications/link-mail.ts'
import { tellDigests } from '../features/saved-searches/digests.ts'
import { makeCheckpoint } from '../features/transparency/checkpoints.ts'
import { type DeliveryKey, deliver, giveUpDeliveries } from '../features/webhooks/delivering.ts'
import type { Services } from '../services/services.ts'
import { checkDaily } from './daily-check.ts'
import { answerForgotten, type Forgotten } from './forgotten.ts'
import { remind } from './reminders.ts'
import { sweep } from './sweep.ts'

/** At most so many e-mails, or messages, are on their way at once; with two connections that is well within a job's five minutes. */
const EMAILS = 10
/**
 * Made at once: while one is laid out another is sealed and kept. More than one, for pg-boss goes on without a pause only after
 * a batch of several that was full.
 */
const SEALS = 4

/** Does all of a batch at once; one that fails is tried again by itself and holds up no other. */
const eachApart =
  <Work>(work: (data: Work) => Promise<void>) =>
  (jobs: readonly { readonly id: string; readonly data: Work }[]) =>
    Promise.all(
      jobs.map(async ({ id, data }) => {
        try {
          await work(data)
          return { id, status: 'completed' as const }
        } catch (error) {
          return { id, status: 'failed' as const, output: { error: String(error).slice(0, 500) } }
        }
      }),
    )

/** Does all of a batch as one; what `work` names, each with what went wrong, is tried again. */
const together =
  <Work>(
    work: (data: readonly Work[]) => Promise<ReadonlyMap<string, string | null>>,
    nameOf: (data: Work) => string,
  ) =>
  async (jobs: readonly { readonly id: string; readonly data: Work }[]) => {
    const again = await work(jobs.map(({ data }) => data))
    return jobs.map(({ id, data }) =>
      again.has(nameOf(data))
        ? { id, status: 'failed' as const, output: { error: again.get(nameOf(data)) } }
        : { id, status: 'completed' as const },
    )
  }

/** Takes up the work of every queue; any number of instances may, and each job is done by one of them. */
export async function startWorkers(boss: PgBoss, services: Services): Promise<void> {
  const byTheClock = (queue: QueueName, work: (services: Services) => Promise<unknown>) =>
    boss.work(queue, { pollingIntervalSeconds: 5 }, async () => {
      await work(services)
    })
  await byTheClock('sweep', sweep)
  await byTheClock('remind', remind)
  await byTheClock('digest', tellDigests)
  await byTheClock('daily-check', checkDaily)
  await byTheClock('checkpoint', makeCheckpoint)

  const idOf = ({ id }: { readonly id: string }) => id
  const emails = { batchSize: EMAILS, burstWhenBatchFull: true, perJobResults: true } as const
  const copying = async (keys: readonly CopyKey[]) => {
    const outcomes = await sendCopies(services, keys)
    return new Map(outcomes.filter(({ end }) => end === 'later').map((one) => [one.key.id, one.error]))
  }
  await boss.work<CopyKey>('mail', emails, together(copying, idOf))
  const linking = await boss.work<LinkKey>(
    'email-link',
    emails,
    together(
      (keys) => sendLinks(services, keys),
      ({ pendingId }) => pendingId,
    ),
  )
  const answering = await boss.work<Forgotten>(
    'forgotten',
    emails,
    eachApart((data) => answerForgotten(services, data)),
  )
  const sealing = await boss.work<ToSeal>(
    'seal',
    {
      pollingIntervalSeconds: 0.5,
      batchSize: SEALS,
      burstWhenBatchFull: true,
      perJobResults: true,
    },
    eachApart((data) => sealDocument(services, data)),
  )
  await boss.work<DocumentKey>('seal-failed', { pollingIntervalSeconds: 5 }, async ([job]) => {
    if (job) await giveUpSealing(services, job.data, TRIED_TOO_OFTEN)
  })
  await resumeSealing(services)
  const handing = await boss.work<MessageKey>(
    'message',
    emails,
    together<MessageKey>((keys) => handOver(services, keys), idOf),
  )
  await boss.work<MessageKey>(
    'message-failed',
    { batchSize: 100, pollingIntervalSeconds: 5 },
    async (jobs) => {
      await giveUpMessages(
        services,
        jobs.map(({ data }) => data),
      )
    },
  )
  const delivering = await boss.work<DeliveryKey>(
    'webhook',
    emails,
    together<DeliveryKey>((keys) => deliver(services, keys), idOf),
  )
  await boss.work<DeliveryKey>(
    'webhook-failed',
    { batchSize: 100, pollingIntervalSeconds: 5 },
    async (jobs) => {
      await giveUpDeliveries(
        services,
        jobs.map(({ data }) => data),
      )
    },
  )
  await boss.work<CopyKey>('mail-failed', { batchSize: 100, pollingIntervalSeconds: 5 }, async (jobs) => {
    await giveUp(
      services,
      jobs.map(({ data }) => data),
    )
  })
  // Somebody waits for these: a link, a code, a seal. Copies of notices are looked for as they are, many together.
  for (const [queue, worker] of [
    ['email-link', linking],
    ['forgotten', answering],
    ['message', handing],
    ['webhook', delivering],
    ['seal', sealing],
  ] as const)
    services.jobs.whenEnqueued(queue, () => boss.notifyWorker(worker))
}
