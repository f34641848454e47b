import { z } from 'zod'
import { SECOND_FACTS } from '../domain/first-login.ts'
import { DOCUMENT_TYPES } from '../domain/identity-document.ts'
import { me } from './accounts.ts'
import { named, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { code, email, mobile, personName, secret } from './typed.ts'

const tags = ['verification']
const rosterData = z.object({
  name: z.string(),
  studentNumber: z.string(),
  documentType: z.enum(DOCUMENT_TYPES),
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
      name: personName,
      idNumberTail: code().regex(/^[\dA-Z]{6}$/),
      secondFact: code().or(z.literal('')).default(''),
      rosterConfirmed: z.literal(true),
      electronicFormAgreed: z.literal(true),
      phone: mobile,
      email: email.default(''),
      password: secret,
    }),
    response: { 200: me },
  },
} as const satisfies Endpoint
