import { z } from 'zod'
import { creditCodeProblem, normalCreditCode } from '../domain/identifiers.ts'
import { agreementRow, agreementView } from './agreements.ts'
import {
  day,
  type Endpoint,
  keyParams,
  pageOf,
  paging,
  reason,
  schoolCode,
  schoolParams,
} from './endpoint.ts'
import { evidenceIds } from './evidence.ts'
import { termsSchema } from './terms.ts'

const tags = ['paper agreements']
const creditCode = z
  .string()
  .trim()
  .max(40)
  .refine((text) => creditCodeProblem(text) === null)
  .transform(normalCreditCode)

/** What the paper says: with whom, when, on which terms; and its scans. */
export const paperRegistration = z.object({
  employer: z.object({ creditCode, name: z.string().trim().min(1).max(100) }),
  signedOn: day,
  terms: termsSchema,
  evidence: evidenceIds,
})
export type PaperRegistration = z.infer<typeof paperRegistration>

/** `reasons`: all that stands in the way of registering one now (R10, R27). */
export const listMyPaper = {
  method: 'GET',
  url: '/api/schools/:school/my/paper-agreements',
  config: { access: 'student' },
  schema: {
    tags,
    summary: '纸质签约: the student’s paper agreements, newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(agreementRow).extend({ reasons: z.array(reason) }) },
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

export const registerPaper = {
  method: 'POST',
  url: '/api/schools/:school/my/paper-agreements',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Register a paper agreement for review (R10, R19)',
    params: schoolParams,
    body: paperRegistration.extend({ confirmed: z.literal(true) }),
    response: { 200: agreementView },
  },
} as const satisfies Endpoint

export const correctPaper = {
  method: 'POST',
  url: '/api/schools/:school/agreements/:id/correct',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Correct a paper registration before its review has passed; all levels again',
    params: keyParams,
    body: paperRegistration.extend({ seenVersion: z.int().min(1) }),
    response: { 200: agreementView },
  },
} as const satisfies Endpoint
