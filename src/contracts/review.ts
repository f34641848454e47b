import { z } from 'zod'
import { SIDES } from '../domain/lifecycle.ts'
import { REVIEW_LEVELS } from '../domain/review.ts'
import { instant, keyParams, pageOf, paging, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { optionalText, search } from './typed.ts'

/** Several at once, each its own transaction: what became of each. */
export const outcomes = z.object({
  results: z.array(
    z.object({
      id: z.uuid(),
      passed: z.boolean(),
      code: z.string().nullable(),
      title: z.string().nullable(),
    }),
  ),
})
/** What was read of each of the things that are passed at once. */
export const batch = z.object({
  items: z
    .array(z.object({ id: uuid, seenVersion: z.int().min(1) }))
    .min(1)
    .max(100),
})
export const levelsOfReview = z.array(z.enum(REVIEW_LEVELS))
export const holder = z.enum([...SIDES, ...REVIEW_LEVELS])
/** Whose turn it is as an employer's lists tell it: a school's levels are one. */
export const turn = z.enum([...SIDES, 'school'])
const counts = z.record(z.string(), z.int())
const colleges = z.array(z.object({ id: z.string(), name: z.string() }))
/** What a queue of a school is narrowed to: `mine` is what waits for this reviewer, oldest first; else newest first. */
const narrowing = <Status extends z.ZodType>(status: Status) => ({
  q: search,
  status: status.optional(),
  college: optionalText(20).optional(),
  queue: z.enum(['mine', 'all']).default('mine'),
  /** Only what has waited long (`LONG_HOURS`). */
  waited: z.literal('long').optional(),
})
export const queueQuery = <Status extends z.ZodType>(status: Status) => paging.extend(narrowing(status))
/** A page of a queue with how many there are by status, and the colleges within the reader's scope. */
export const queueOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ counts, colleges })

/** A case in a queue. `at` is the instant by which the queue is ordered: with the id, the place where it stands. */
const placed = z.object({ id: z.uuid(), at: instant, student: z.string() })
export type Placed = z.infer<typeof placed>
const neighbours = z.object({
  /** The case itself is in the queue as it is narrowed: false once it has been decided. */
  isHere: z.boolean(),
  previous: placed.nullable(),
  next: placed.nullable(),
  /** How many stand before its place, and how many in the whole queue. */
  before: z.int(),
  total: z.int(),
})
export type Neighbours = z.infer<typeof neighbours>
/** `at` is where the case stood: given, its neighbours are found after it has been decided too. */
export const neighboursQuery = <Status extends z.ZodType>(status: Status) =>
  z.object({ ...narrowing(status), at: instant.optional() })
/** What stands before and after a case in a queue, narrowed as its list is. */
export const neighboursIn = <const Folder extends string, Query extends z.ZodObject>(
  folder: Folder,
  querystring: Query,
) =>
  ({
    method: 'GET',
    url: `/api/schools/:school/${folder}/:id/neighbours`,
    config: { access: 'staff' },
    schema: {
      tags: [folder],
      summary: 'What stands before and after it in a queue, which leads a reviewer on',
      params: keyParams,
      querystring,
      response: { 200: neighbours },
    },
  }) as const satisfies Endpoint
