import { z } from 'zod'
import { isDay } from '../domain/day.ts'

/**
 * Who may call: `public` nobody in particular; `person` anybody signed in, verified or not; `student` a verified
 * student; `party` a verified student, an employer member or staff; `administrator` the school's.
 */
export type Access =
  | 'public'
  | 'person'
  | 'newcomer'
  | 'student'
  | 'employer'
  | 'staff'
  | 'administrator'
  | 'party'

/** Fastify's route options without the handler: the contract at both ends. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly config: { readonly access: Access }
  readonly schema: {
    readonly tags: readonly string[]
    readonly summary: string
    readonly params?: z.ZodObject
    readonly querystring?: z.ZodObject
    readonly body?: z.ZodType
    /** The body's media types where it is not JSON: it is then read as a stream. */
    readonly consumes?: readonly string[]
    readonly response: Readonly<Record<number, z.ZodType>>
  }
}

export const day = z.iso.date().refine(isDay)
/** An id in the one form in which subjects are built from it, however it was typed. */
export const uuid = z.uuid().toLowerCase()
export const instant = z.iso.datetime()
export const schoolCode = z.string().regex(/^\d{5}$/)
export const schoolParams = z.object({ school: schoolCode })
export const keyParams = z.object({ school: schoolCode, id: uuid })
export const paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
})
export const search = z.string().trim().max(50).default('')
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() })
/** A name out of a code table, in both languages. */
export const named = z.object({ name: z.string(), nameEn: z.string() })
export const done = z.object({ done: z.literal(true) })

/** RFC 9457 problem details; `errors` names every field that was not right, at once. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  reasons: z.array(z.unknown()).optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>

export const reason = z.object({
  code: z.string(),
  remover: z.enum(['student', 'employer', 'school', 'nobody']),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

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
export const levelsOfReview = z.array(z.enum(['college', 'school']))
export const holder = z.enum(['student', 'employer', 'college', 'school'])
const counts = z.record(z.string(), z.int())
const colleges = z.array(z.object({ id: z.string(), name: z.string() }))
/** What a queue of a school may be asked for: `mine` is what waits for this reviewer, oldest first. */
export const queueQuery = <Status extends z.ZodType>(status: Status) =>
  paging.extend({
    q: search,
    status: status.optional(),
    college: z.string().max(20).optional(),
    queue: z.enum(['mine', 'all']).default('mine'),
  })
/** A page of a queue with how many there are by status, and the colleges within the reader's scope. */
export const queueOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ counts, colleges })
/** The student as a list of cases shows them. */
export const studentBrief = z.object({
  name: z.string(),
  studentNumber: z.string(),
  college: z.string(),
  major: z.string(),
})
export const timelineEntry = z.object({
  at: instant,
  /** Such as `invitation.send`, `agreement.pass`. */
  action: z.string(),
  actorName: z.string(),
  actorRole: z.string(),
  reason: z.string().nullable(),
})

/** An act names the version its author had read; a reason where the act asks for one. */
export const act = z.object({ seenVersion: z.int().min(1), reason: z.string().trim().max(500).optional() })
