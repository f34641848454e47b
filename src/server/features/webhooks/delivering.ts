import { isOnItsWay, isTaken, offAfter, stateAfter } from '../../../domain/webhook/webhook.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { shortened, signedHeaders } from '../../services/webhook.ts'
import { tell } from '../notifications/tell.ts'
import {
  giveUp,
  listWaiting,
  saveStandings,
  saveTried,
  switchOff,
  type Tried,
  type Waiting,
} from './queries.ts'

/** Which delivery is to be made. */
export type DeliveryKey = { readonly id: string }
type Sending = Pick<Services, 'db' | 'secrets' | 'outward' | 'jobs' | 'now'>

/** Characters of another server's answer that are kept. */
const MOST_SAID = 200

/** All that is sent: which case, of what kind, when, and its number. */
const bodyOf = ({ kind, at, schoolId: school, subject, number }: Waiting): string =>
  JSON.stringify({ type: kind, timestamp: at.toISOString(), data: { school, subject, number } })

/** An answer, or what kept us from one. */
async function send(
  { secrets, outward }: Sending,
  row: Waiting,
  at: Date,
): Promise<Omit<Tried, 'id' | 'state'>> {
  const body = bodyOf(row)
  const keys = [row.key, ...(row.formerKey && row.formerUntil && row.formerUntil > at ? [row.formerKey] : [])]
  const signed = signedHeaders(
    keys.map((key) => secrets.open(key)),
    { id: row.id, at, body },
  )
  try {
    const headers = { ...signed, 'content-type': 'application/json' }
    const answer = await outward.fetch(row.address, { method: 'POST', headers, body })
    return { status: answer.status, said: shortened(await answer.text(), MOST_SAID) || null }
  } catch (error) {
    return { status: null, said: shortened((error as Error).message, MOST_SAID) }
  }
}

type Sent = { readonly row: Waiting; readonly status: number | null; readonly said: string | null }

/** Since when a webhook has taken nothing, after what was just tried of it; null: it has taken something. */
const failingSince = (of: readonly Sent[], at: Date): Date | null =>
  of.some(({ status }) => isTaken(status)) ? null : (of[0]!.row.failingSince ?? at)

/** Switched off where what was answered means so; those who set it are told. */
async function endIfOver({ jobs }: Sending, tx: Tx, of: readonly Sent[], at: Date): Promise<void> {
  const since = failingSince(of, at)
  const reason = since && of.map(({ status }) => offAfter(status, since, at)).find((one) => one !== null)
  const ended = reason && (await switchOff(tx, of[0]!.row.webhookId, reason, at))
  if (!ended) return
  const { id, address, schoolId, employerId } = ended
  const to = employerId ? { employerId } : { administratorsBut: NOBODY }
  const message = {
    kind: 'webhook.switched-off',
    school: schoolId,
    to,
    about: { kind: 'webhook', id },
  } as const
  await tell(tx, jobs, [{ ...message, params: { address } }], at)
}
/** No account: all administrators are told. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Tries to make these. Each is noted after the other server took it, so a crash in between sends it once more, under the
 * same id, and never loses it. Answers what went wrong with those that are to be tried again, by their ids.
 */
export async function deliver(sending: Sending, keys: readonly DeliveryKey[]): Promise<Map<string, string>> {
  const { db } = sending
  const at = sending.now()
  const rows = await listWaiting(
    db,
    keys.map(({ id }) => id),
  )
  const [on, off] = [rows.filter(({ offAt }) => !offAt), rows.filter(({ offAt }) => offAt)]
  if (off.length > 0)
    await giveUp(
      db,
      off.map(({ id }) => id),
    )
  const sent = await Promise.all(on.map(async (row) => ({ row, ...(await send(sending, row, at)) })))
  if (sent.length === 0) return new Map()
  const tried = sent.map(({ row, status, said }) => ({
    ...{ id: row.id, status, said },
    state: stateAfter(status),
  }))
  const byWebhook = [...Map.groupBy(sent, ({ row }) => row.webhookId)]
  await inTransaction(db, async (tx) => {
    await saveStandings(
      tx,
      byWebhook.map(([id, of]) => ({ id, failingSince: failingSince(of, at) })),
    )
    await saveTried(tx, tried, at)
    for (const [, of] of byWebhook) await endIfOver(sending, tx, of, at)
  })
  return new Map(tried.flatMap(({ id, state, said }) => (isOnItsWay(state) ? [[id, said ?? '']] : [])))
}
export const giveUpDeliveries = ({ db }: Pick<Services, 'db'>, keys: readonly DeliveryKey[]) =>
  giveUp(
    db,
    keys.map(({ id }) => id),
  )
