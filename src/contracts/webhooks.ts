import { z } from 'zod'
import {
  DELIVERY_STATES,
  MOST_WEBHOOKS,
  OFF_REASONS,
  WEBHOOK_KINDS,
  WEBHOOK_KINDS_OF,
  type WebhookKind,
} from '../domain/webhook/webhook.ts'
import { done, idParams, instant, keyParams, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { webAddress } from './typed.ts'

const tags = ['webhooks']

const webhook = z.object({
  id: z.uuid(),
  address: z.string(),
  kinds: z.array(z.enum(WEBHOOK_KINDS)),
  madeBy: z.string(),
  madeAt: instant,
  /** Since when nothing was taken; null where the last delivery was, or there was none. */
  failingSince: instant.nullable(),
  /** Why nothing is sent any more; null where it is. */
  off: z.object({ at: instant, reason: z.enum(OFF_REASONS) }).nullable(),
  /** Until when the key before signs too; null where there is none. */
  formerKeyUntil: instant.nullable(),
})
export type WebhookView = z.output<typeof webhook>
const listed = z.object({ items: z.array(webhook).max(MOST_WEBHOOKS) })
/** `whsec_…`, shown once. */
const keyed = z.object({ id: z.uuid(), key: z.string() })
const typed = <Kind extends WebhookKind>(kinds: readonly Kind[]) =>
  z.object({ server: webAddress, kinds: z.array(z.enum(kinds)).min(1).max(kinds.length) })
const switching = z.object({ enabled: z.boolean() })

const delivery = z.object({
  /** The `webhook-id` that the other server is sent, the same however often. */
  id: z.uuid(),
  kind: z.enum(WEBHOOK_KINDS),
  subject: z.string(),
  number: z.string().nullable(),
  at: instant,
  state: z.enum(DELIVERY_STATES),
  tries: z.int(),
  triedAt: instant.nullable(),
  /** What the other server answered last; null where nobody did. */
  status: z.int().nullable(),
  said: z.string().nullable(),
})
export type Delivery = z.output<typeof delivery>
const deliveries = pageOf(delivery)

export const schoolWebhooks = {
  list: {
    method: 'GET',
    url: '/api/schools/:school/webhooks',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Where the school has its servers told of what happens 事件推送',
      params: schoolParams,
      response: { 200: listed },
    },
  },
  add: {
    method: 'POST',
    url: '/api/schools/:school/webhooks',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Have an address told; the key by which it knows us is answered once',
      params: schoolParams,
      body: typed(WEBHOOK_KINDS_OF.school),
      response: { 200: keyed },
    },
  },
  renewKey: {
    method: 'POST',
    url: '/api/schools/:school/webhooks/:id/renew-key',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Another key, answered once; the one before signs beside it for a day',
      params: keyParams,
      response: { 200: keyed },
    },
  },
  enable: {
    method: 'POST',
    url: '/api/schools/:school/webhooks/:id/enable',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Switch it off, or on again',
      params: keyParams,
      body: switching,
      response: { 200: done },
    },
  },
  remove: {
    method: 'POST',
    url: '/api/schools/:school/webhooks/:id/remove',
    config: { access: 'administrator' },
    schema: { tags, summary: 'Forget it, with its log', params: keyParams, response: { 200: done } },
  },
  deliveries: {
    method: 'GET',
    url: '/api/schools/:school/webhooks/:id/deliveries',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'What it was sent in the last thirty days, newest first, and what was answered',
      params: keyParams,
      querystring: paging,
      response: { 200: deliveries },
    },
  },
  replay: {
    method: 'POST',
    url: '/api/schools/:school/webhook-deliveries/:id/replay',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Send one once more, under the same id',
      params: keyParams,
      response: { 200: done },
    },
  },
} as const satisfies Record<string, Endpoint>

export const employerWebhooks = {
  list: {
    method: 'GET',
    url: '/api/employer/webhooks',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Where the employer has its servers told of what happens 事件推送',
      response: { 200: listed },
    },
  },
  add: {
    method: 'POST',
    url: '/api/employer/webhooks',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Have an address told; the key by which it knows us is answered once',
      body: typed(WEBHOOK_KINDS_OF.employer),
      response: { 200: keyed },
    },
  },
  renewKey: {
    method: 'POST',
    url: '/api/employer/webhooks/:id/renew-key',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Another key, answered once; the one before signs beside it for a day',
      params: idParams,
      response: { 200: keyed },
    },
  },
  enable: {
    method: 'POST',
    url: '/api/employer/webhooks/:id/enable',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Switch it off, or on again',
      params: idParams,
      body: switching,
      response: { 200: done },
    },
  },
  remove: {
    method: 'POST',
    url: '/api/employer/webhooks/:id/remove',
    config: { access: 'owner' },
    schema: { tags, summary: 'Forget it, with its log', params: idParams, response: { 200: done } },
  },
  deliveries: {
    method: 'GET',
    url: '/api/employer/webhooks/:id/deliveries',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'What it was sent in the last thirty days, newest first, and what was answered',
      params: idParams,
      querystring: paging,
      response: { 200: deliveries },
    },
  },
  replay: {
    method: 'POST',
    url: '/api/employer/webhook-deliveries/:id/replay',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Send one once more, under the same id',
      params: idParams,
      response: { 200: done },
    },
  },
} as const satisfies Record<keyof typeof schoolWebhooks, Endpoint>
