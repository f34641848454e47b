import { z } from 'zod'
import { schoolCode } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { creditCode } from './typed.ts'

const tags = ['employers']

export const employerWorkbench = {
  method: 'GET',
  url: '/api/employer/workbench',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'What waits for the employer, and the schools that admitted it',
    response: {
      200: z.object({
        pendingInvitations: z.int(),
        endingSoon: z.int(),
        returnedAgreements: z.int(),
        toAnswer: z.int(),
        dissolutionsToAnswer: z.int(),
        inReview: z.int(),
        effective: z.int(),
        schools: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            admitted: z.boolean(),
            defaultDays: z.int(),
            minDays: z.int(),
            maxDays: z.int(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

/** The name as it is registered here; null for a well-formed code that is not on the platform. */
export const findEmployerByCreditCode = {
  method: 'GET',
  url: '/api/schools/:school/employers/:creditCode',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The employer’s name by its unified social credit code',
    params: z.object({ school: schoolCode, creditCode }),
    response: { 200: z.object({ name: z.string().nullable() }) },
  },
} as const satisfies Endpoint
