import { z } from 'zod'
import { REFUSAL_CODES, REMOVERS } from '../domain/refusal.ts'

export const reason = z.object({
  code: z.enum(REFUSAL_CODES),
  remover: z.enum(REMOVERS),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

/** What is nobody’s refusal: a fault of ours, an act of which we cannot say whether it was done, and what passes by itself. */
const FAULT_CODES = ['internal', 'outcome-unknown', 'unavailable'] as const

/**
 * RFC 9457 problem details. `code` is a refusal's, or a fault's; `errors` names every field that was not right, at once,
 * and `reasons` everything that stands in the way (R27).
 */
export const problem = z.object({
  type: z.string().meta({ examples: ['urn:qianyue:problem:content-changed'] }),
  title: z.string().meta({ examples: ['内容已更新，请重新阅读'] }),
  status: z.int().meta({ examples: [409] }),
  code: z.enum([...REFUSAL_CODES, ...FAULT_CODES]),
  /** By which the operator finds it in the log. */
  requestId: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  reasons: z.array(reason).optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
