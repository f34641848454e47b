import { z } from 'zod'
import { instant, pageOf, paging } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['transparency']
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'] })
const sizeAsked = z.coerce
  .number<number | string>()
  .int()
  .min(1)
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ examples: [120] })
/** The same as a part of a path. */
const sizeInPath = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .meta({ examples: ['120'] })

export const checkpoint = z.object({
  /** Lines of the journal since the beginning. */
  size: z.int(),
  /** Of their Merkle tree (RFC 9162 §2.1), hex. */
  root: z.string(),
  at: instant,
  /** What is signed, with its signatures: a C2SP checkpoint. */
  note: z.string(),
})

export const listCheckpoints = {
  method: 'GET',
  url: '/api/public/checkpoints',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'What the site has signed of its whole journal, the newest first; and the keys that it signs by',
    querystring: paging,
    response: {
      200: pageOf(checkpoint).extend({
        /** As `<name>+<id>+<base64>` (C2SP signed-note, Ed25519), the one in use first. */
        keys: z.array(z.string()),
      }),
    },
  },
} as const satisfies Endpoint

const note = { produces: ['text/plain'], response: { 200: z.string() } } as const

export const readLatestCheckpoint = {
  method: 'GET',
  url: '/api/public/checkpoints/latest',
  config: { access: 'public' },
  schema: { tags, summary: 'The latest checkpoint, as it is signed', ...note },
} as const satisfies Endpoint

export const readCheckpoint = {
  method: 'GET',
  url: '/api/public/checkpoints/of/:size',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'The checkpoint of this size, as it is signed',
    params: z.object({ size: sizeInPath }),
    ...note,
  },
} as const satisfies Endpoint

export const proveConsistency = {
  method: 'GET',
  url: '/api/public/checkpoints/consistency',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Proves the tree of `from` lines to be the beginning of that of `to` (RFC 9162 §2.1.4)',
    querystring: z.object({ from: sizeAsked, to: sizeAsked }),
    response: { 200: z.object({ from: z.int(), to: z.int(), proof: z.array(z.string()) }) },
  },
} as const satisfies Endpoint

export const proveInclusion = {
  method: 'GET',
  url: '/api/public/checkpoints/inclusion',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Proves the line with this leaf hash to be in the tree of `size` lines (RFC 9162 §2.1.3)',
    querystring: z.object({ leaf: hash, size: sizeAsked }),
    response: { 200: z.object({ size: z.int(), index: z.int(), path: z.array(z.string()) }) },
  },
} as const satisfies Endpoint
