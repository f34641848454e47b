import { z } from 'zod'
import { instant } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

/** Work that is done after the act, or by the clock. */
export const QUEUE_NAMES = [
  'mail',
  'email-link',
  'forgotten',
  'mail-failed',
  'seal',
  'seal-failed',
  'message',
  'message-failed',
  'webhook',
  'webhook-failed',
  'sweep',
  'remind',
  'digest',
  'daily-check',
  'checkpoint',
] as const
export type QueueName = (typeof QUEUE_NAMES)[number]

const count = z.int().min(0)
const bytes = count

export const health = z.object({
  instances: z.array(
    z.object({
      id: z.uuid(),
      host: z.string(),
      version: z.string(),
      startedAt: instant,
      seenAt: instant,
      /** Whether it has been seen lately: one that was killed says no good-bye. */
      isThere: z.boolean(),
    }),
  ),
  queues: z.array(
    z.object({
      name: z.enum(QUEUE_NAMES),
      /** Not begun, of which `failedBefore` were tried already. */
      waiting: count,
      failedBefore: count,
      running: count,
      /** Since when the oldest of them waits. */
      since: instant.nullable(),
    }),
  ),
  mail: z.object({
    isSent: z.boolean(),
    /** Days that `failed` looks back. */
    days: count,
    failed: count,
    /** The schools where most copies failed, at most ten. */
    schools: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), failed: count })),
  }),
  /** Certified agreements without their sealed document: on their way, and given up. */
  seals: z.object({
    waiting: count,
    givenUp: count,
    /** What stopped those that were given up, the most frequent first, at most five. */
    reasons: z.array(z.object({ reason: z.string(), count })),
  }),
  /** By SMS and WeChat, through the schools' own gateways. */
  messages: z.object({
    days: count,
    failed: count,
    schools: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), failed: count })),
  }),
  /** Of the machine that answers; null where files are kept elsewhere. */
  disk: z.object({ free: bytes, all: bytes }).nullable(),
  /** The last that was signed of the whole journal, and how many lines wait for the next; null before the first. */
  checkpoint: z.object({ size: count, at: instant }).nullable(),
  pendingLines: count,
  /** The last that ended; null before the first. */
  check: z
    .object({
      beganAt: instant,
      endedAt: instant,
      journalLines: count,
      journalFaults: count,
      files: count,
      fileBytes: bytes,
      databaseBytes: bytes,
    })
    .nullable(),
})
export type Health = z.infer<typeof health>

const tags = ['platform']

export const getHealth = {
  method: 'GET',
  url: '/api/platform/health',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'How the platform runs: processes, queues, failed copies, storage and the last daily check',
    response: { 200: health },
  },
} as const satisfies Endpoint

/** Answered before it is done; `getHealth` shows it waiting or running. */
export const startCheck = {
  method: 'POST',
  url: '/api/platform/health/check',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Make the daily check now; one that waits already is enough',
    response: { 200: health },
  },
} as const satisfies Endpoint
