import { z } from 'zod'
import { plainCode, SECOND_FACTS } from '../domain/first-login.ts'
import { isMobile } from '../domain/identifiers.ts'
import { me, secret } from './accounts.ts'
import { named, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['verification']
const rosterData = z.object({
  name: z.string(),
  studentNumber: z.string(),
  maskedIdNumber: z.string(),
  college: z.string(),
  major: z.string(),
  educationLevel: named,
  graduationYear: z.int(),
  /** What the school asks for beside name and ID number, and whether the roster has it; null where nothing is asked. */
  secondFact: z.object({ kind: z.enum(SECOND_FACTS), onRoster: z.boolean() }).nullable(),
})

export const getVerification = {
  method: 'GET',
  url: '/api/schools/:school/verification',
  config: { access: 'newcomer' },
  schema: {
    tags,
    summary: 'The roster data to confirm at the first login',
    params: schoolParams,
    response: { 200: rosterData },
  },
} as const satisfies Endpoint

/** Name and the ID number’s last six characters are typed again, compared with the roster. */
export const passVerification = {
  method: 'POST',
  url: '/api/schools/:school/verification',
  config: { access: 'newcomer' },
  schema: {
    tags,
    summary: 'Pass the first-login verification (R20)',
    params: schoolParams,
    body: z.object({
      name: z.string().trim().min(1).max(50),
      idNumberTail: z
        .string()
        .transform(plainCode)
        .refine((tail) => /^[0-9A-Z]{6}$/.test(tail)),
      secondFact: z.string().trim().max(32).default(''),
      rosterConfirmed: z.literal(true),
      electronicFormAgreed: z.literal(true),
      phone: z.string().transform(plainCode).refine(isMobile),
      email: z.union([z.email().max(120), z.literal('')]).default(''),
      password: secret,
    }),
    response: { 200: me },
  },
} as const satisfies Endpoint
