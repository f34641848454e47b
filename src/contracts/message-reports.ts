import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { GATEWAY_FAULTS } from '../domain/message/delivery.ts'
import { done, instant, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { optionalLine } from './typed.ts'

/** Signed as `docs/message-gateway.md` has it; whoever cannot sign is told nothing but that. */
export const reportDelivery = {
  method: 'POST',
  url: '/api/public/schools/:school/message-reports',
  config: { access: 'public' },
  schema: {
    tags: ['messages'],
    summary: 'A gateway tells what became of a message',
    params: schoolParams,
    body: z.object({
      type: z.enum(['message.delivered', 'message.failed']),
      timestamp: instant,
      data: z.object({
        /** The `webhook-id` under which the message came. */
        id: uuid,
        reason: z.enum(GATEWAY_FAULTS).default('refused'),
        /** For the school’s administrators. */
        said: optionalLine(LONGEST.line),
      }),
    }),
    response: { 200: done },
  },
} as const satisfies Endpoint
