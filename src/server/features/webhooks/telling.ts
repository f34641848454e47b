import type { Happening } from '../../../domain/webhook/webhook.ts'
import type { Tx } from '../../db/database.ts'
import type { Jobs } from '../../services/jobs.ts'
import { addDeliveries } from './queries.ts'

/** Enqueued in the act's own transaction: servers are told exactly when it was done. Nothing is asked where nothing happened. */
export async function tellWebhooks(
  { tx, jobs, at }: { readonly tx: Tx; readonly jobs: Jobs; readonly at: Date },
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.length === 0) return
  const ids = await addDeliveries(tx, happenings, at)
  if (ids.length > 0)
    await jobs.enqueue(
      tx,
      'webhook',
      ids.map((id) => ({ id })),
    )
}
