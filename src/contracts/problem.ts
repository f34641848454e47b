import { z } from 'zod'
import { REFUSAL_CODES, REMOVERS } from '../domain/refusal.ts'

export const reason = z.object({
  code: z.enum(REFUSAL_CODES),
  remover: z.enum(REMOVERS),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

/**
 * RFC 9457 problem details. `code` is a refusal's, or `internal` (ours to mend) or `unavailable` (it passes); `errors` names every field that was not right, at once,
 * and `reasons` everything that stands in the way (R27).
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum([...REFUSAL_CODES, 'internal', 'unavailable']),
  /** By which the operator finds it in the log. */
  requestId: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  reasons: z.array(reason).optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
