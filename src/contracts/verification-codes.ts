import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { LOOK_WAYS } from '../domain/verification-code/look.ts'
import { CODE_ACTS, CODE_STATES } from '../domain/verification-code/owning.ts'
import { day, dayOf, done, instant, keyParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line } from './typed.ts'

const tags = ['verification-codes']
const url = '/api/schools/:school/agreements/:id/verification-codes'
const ofCode = '/api/schools/:school/verification-codes/:id'

const looks = z.object({
  count: z.int(),
  /** The last of them, of a day, a way and a part of the network together. */
  last: z.array(
    z.object({ day, way: z.enum(LOOK_WAYS), origin: z.string(), count: z.int(), lastAt: instant }),
  ),
})
/** Where somebody looks by the code; and as it is typed. */
const shown = { code: z.string(), address: z.string() }

/** The codes of one agreement that are the reader's side's, and the one that its document bears. */
const codes = z.object({
  number: z.string(),
  studentName: z.string(),
  employerName: z.string(),
  printed: z.object({ ...shown, looks }).nullable(),
  items: z.array(
    z.object({
      id: z.uuid(),
      ...shown,
      purpose: z.string(),
      makerName: z.string(),
      madeAt: instant,
      endsOn: day,
      state: z.enum(CODE_STATES),
      looks,
      actions: z.array(z.enum(CODE_ACTS)),
    }),
  ),
  /** Whether another can be made, and the end it has where nothing else is said. */
  mayMake: z.boolean(),
  usualEnd: day,
  serverTime: instant,
})
export type VerificationCodes = z.output<typeof codes>

export const listVerificationCodes = {
  method: 'GET',
  url,
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'The reader’s side’s codes for an agreement, with the looks at them',
    params: keyParams,
    response: { 200: codes },
  },
} as const satisfies Endpoint

// Acts answer without a code: answers are kept for whoever asks again, and a code is kept nowhere in the clear.
export const makeVerificationCode = {
  method: 'POST',
  url,
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'Make a code by which somebody outside verifies the agreement',
    params: keyParams,
    body: z.object({ purpose: line(LONGEST.codePurpose), endsOn: dayOf('code') }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const extendVerificationCode = {
  method: 'POST',
  url: `${ofCode}/extend`,
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'Let a code last longer, also one that is over',
    params: keyParams,
    body: z.object({ endsOn: dayOf('code') }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const closeVerificationCode = {
  method: 'POST',
  url: `${ofCode}/close`,
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'Close a code for good: to whoever tries it there never was one',
    params: keyParams,
    response: { 200: done },
  },
} as const satisfies Endpoint
