import { z } from 'zod'
import { SIDES } from '../domain/lifecycle.ts'
import { REVIEW_LEVELS } from '../domain/review.ts'
import { pageOf, paging, uuid } from './atoms.ts'
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
/** What a queue of a school may be asked for: `mine` is what waits for this reviewer, oldest first. */
export const queueQuery = <Status extends z.ZodType>(status: Status) =>
  paging.extend({
    q: search,
    status: status.optional(),
    college: optionalText(20).optional(),
    queue: z.enum(['mine', 'all']).default('mine'),
  })
/** A page of a queue with how many there are by status, and the colleges within the reader's scope. */
export const queueOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ counts, colleges })
