import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { dayOf, instant, keyParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line, text } from './typed.ts'

const tags = ['employers']

/** That the register has struck an employer out, as the school has read it. */
const deregistration = z.object({
  deregisteredOn: z.string(),
  readFrom: z.string(),
  notedBy: z.string(),
  notedAt: instant,
})
const answer = { 200: z.object({ deregistration: deregistration.nullable() }) }
const url = '/api/schools/:school/admissions/:id/deregistration'

export const getDeregistration = {
  method: 'GET',
  url,
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'Whether the school has noted that an employer, which has asked it for admission, is deregistered',
    params: keyParams,
    response: answer,
  },
} as const satisfies Endpoint

export const noteDeregistration = {
  method: 'POST',
  url,
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'Note that an employer is deregistered, since when and where that is read; the check then opens a case for each of its registrations, and changes none',
    params: keyParams,
    body: z.object({ deregisteredOn: dayOf('struck'), readFrom: line(LONGEST.line) }),
    response: answer,
  },
} as const satisfies Endpoint

export const withdrawDeregistration = {
  method: 'POST',
  url: `${url}/withdraw`,
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Withdraw the note, for a reason; its cases are then corrected by the check',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: answer,
  },
} as const satisfies Endpoint
