import { z } from 'zod'
import { DOCUMENT_KINDS, type DocumentSubject } from '../domain/document/kind.ts'
import { LONGEST } from '../domain/longest.ts'
import { LOOK_WAYS } from '../domain/verification-code/look.ts'
import { CODE_ACTS, CODE_STATES } from '../domain/verification-code/owning.ts'
import { day, dayOf, done, instant, keyParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line } from './typed.ts'

const tags = ['verification-codes']
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

/** The codes of one subject that are the reader's side's, and the one that its document bears. */
const codes = z.object({
  /** The document that another code would be of. */
  kind: z.enum(DOCUMENT_KINDS),
  number: z.string(),
  studentName: z.string(),
  /** Null where the document names none. */
  employerName: z.string().nullable(),
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

const codesAt = <const Url extends string>(url: Url, what: string) =>
  ({
    method: 'GET',
    url,
    config: { access: 'concerned' },
    schema: {
      tags,
      summary: `The reader’s side’s codes for ${what}, with the looks at them`,
      params: keyParams,
      response: { 200: codes },
    },
  }) as const satisfies Endpoint

export const listVerificationCodes = {
  agreement: codesAt('/api/schools/:school/agreements/:id/verification-codes', 'an agreement'),
  dissolution: codesAt('/api/schools/:school/dissolutions/:id/verification-codes', 'a certificate'),
  destination: codesAt('/api/schools/:school/destinations/:id/verification-codes', 'a registration sheet'),
  recommendation: codesAt('/api/schools/:school/recommendations/:id/verification-codes', 'a recommendation'),
} as const satisfies Record<DocumentSubject, Endpoint>

// Acts answer without a code: answers are kept for whoever asks again, and a code is kept nowhere in the clear.
const makingAt = <const Url extends string>(url: Url, what: string) =>
  ({
    method: 'POST',
    url,
    config: { access: 'concerned' },
    schema: {
      tags,
      summary: `Make a code by which somebody outside verifies ${what}`,
      params: keyParams,
      body: z.object({ purpose: line(LONGEST.codePurpose), endsOn: dayOf('code') }),
      response: { 200: done },
    },
  }) as const satisfies Endpoint

export const makeVerificationCode = {
  agreement: makingAt('/api/schools/:school/agreements/:id/verification-codes', 'an agreement'),
  dissolution: makingAt('/api/schools/:school/dissolutions/:id/verification-codes', 'a certificate'),
  destination: makingAt('/api/schools/:school/destinations/:id/verification-codes', 'a registration sheet'),
  recommendation: makingAt('/api/schools/:school/recommendations/:id/verification-codes', 'a recommendation'),
} as const satisfies Record<DocumentSubject, Endpoint>

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
