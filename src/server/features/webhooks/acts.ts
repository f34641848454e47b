import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { RefusedFields } from '../../../domain/refusal.ts'
import {
  formerKeyUntil,
  refuseOneMoreWebhook,
  refuseReplayOf,
  type WebhookKind,
} from '../../../domain/webhook/webhook.ts'
import { inTransaction } from '../../db/database.ts'
import type { Owner } from '../../db/owner.ts'
import type { Doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { lockOwner, recordOnOwner } from '../employers/owner.ts'
import * as webhooks from './queries.ts'

/** As Standard Webhooks writes it. */
const newKey = () => `whsec_${randomBytes(32).toString('base64')}`

type Keyed = { readonly id: string; readonly key: string }
type Adding = { readonly server: string; readonly kinds: readonly WebhookKind[] }

/** Not by `doing`: the key is answered once and kept sealed. */
export function add(
  { db, secrets, outward, now }: Pick<Services, 'db' | 'secrets' | 'outward' | 'now'>,
  request: FastifyRequest,
  owner: Owner,
  { server: address, ...typed }: Adding,
): Promise<Keyed> {
  if (!outward.isAllowed(address)) throw new RefusedFields('address-not-allowed', ['server'])
  const [at, actor, by] = [now(), actorOf(request), personOf(request).userId]
  const [id, key, kinds] = [uuidv7(), newKey(), [...new Set(typed.kinds)]]
  return inTransaction(db, async (tx) => {
    await lockOwner(tx, owner)
    refuseOneMoreWebhook(await webhooks.countWebhooks(tx, owner))
    await webhooks.addWebhook(tx, owner, { id, address, kinds, key: secrets.seal(key) }, { by, at })
    await recordOnOwner({ tx, actor, at }, owner, 'add-webhook', { id, address, kinds: kinds.join(' ') })
    return { id, key }
  })
}

/** Likewise. */
export function renewKey(
  { db, secrets, now }: Pick<Services, 'db' | 'secrets' | 'now'>,
  request: FastifyRequest,
  owner: Owner,
  id: string,
): Promise<Keyed> {
  const [at, actor, key] = [now(), actorOf(request), newKey()]
  return inTransaction(db, async (tx) => {
    const address = await webhooks.saveKey(tx, owner, id, secrets.seal(key), formerKeyUntil(at))
    await recordOnOwner({ tx, actor, at }, owner, 'renew-webhook-key', { id, address })
    return { id, key }
  })
}

export async function enable(
  { tx, actor, acting: { at } }: Doing,
  owner: Owner,
  id: string,
  enabled: boolean,
): Promise<void> {
  const address = await webhooks.saveOff(tx, owner, id, enabled ? null : { at, reason: 'by-hand' })
  await recordOnOwner({ tx, actor, at }, owner, enabled ? 'enable-webhook' : 'disable-webhook', {
    id,
    address,
  })
}

export async function remove({ tx, actor, acting: { at } }: Doing, owner: Owner, id: string): Promise<void> {
  const address = await webhooks.removeWebhook(tx, owner, id)
  await recordOnOwner({ tx, actor, at }, owner, 'remove-webhook', { id, address })
}

/** It tells nobody anything new, and stands in the log itself: no line in the journal. */
export async function replay({ tx, jobs }: Doing, owner: Owner, id: string): Promise<void> {
  refuseReplayOf(await webhooks.lockDelivery(tx, owner, id))
  await webhooks.saveWaiting(tx, id)
  await jobs.enqueue(tx, 'webhook', [{ id }])
}
