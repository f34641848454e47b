import { z } from 'zod'
import { GROUND_CODES } from '../domain/dissolution/grounds.ts'
import { LONGEST } from '../domain/longest.ts'
import { SIGNED_ACTS } from '../domain/signing/bound.ts'
import { MOST_POINTS, MOST_STROKES, SHEET } from '../domain/signing/drawing.ts'
import { PIN_FORM } from '../domain/signing/pin.ts'
import { done, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { typedTerms } from './terms.ts'
import { broughtBack, secret, text } from './typed.ts'

const tags = ['signing']

/** SHA-256, hex, of the canonical JSON of what is signed. */
export const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ['0'.repeat(64)] })
/**
 * What an act by which a party is bound carries: the signature that was made for it. Without one the act is refused
 * (`signature-needed`), with one of other content too (`signed-otherwise`).
 */
export const signed = { signature: uuid.optional() }

const pin = z
  .string()
  .regex(PIN_FORM)
  .meta({ format: 'password', examples: ['480726'] })
/** How many are signed at once: as many as may be asked in one request. */
const MOST_AT_ONCE = 50
const toSign = z.object({
  act: z.enum(SIGNED_ACTS),
  /** What it is about, such as `invitation:<id>`; `student:<id>` for a new invitation, `agreement:<id>` for a request to dissolve. */
  subject: z
    .string()
    .toLowerCase()
    .regex(/^[a-z-]{1,30}:[0-9a-f-]{36}$/)
    .meta({ examples: ['invitation:01970f3e-5c00-7000-8000-000000000001'] }),
  fingerprint,
})
const items = z.array(toSign).min(1).max(MOST_AT_ONCE)

const point = z.tuple([z.int().min(0).max(SHEET.width), z.int().min(0).max(SHEET.height)])
/** What is drawn now, the name in its place, or what was used last. */
export const drawingGiven = z.union([
  z.object({ kind: z.literal('drawn'), strokes: z.array(z.array(point).max(MOST_POINTS)).max(MOST_STROKES) }),
  z.object({ kind: z.literal('typed') }),
  z.object({ kind: z.literal('last') }),
])
export type DrawingGiven = z.input<typeof drawingGiven>

/** A signature drawn by hand as the path of an SVG on the sheet; or the name, in its place. */
export const drawingShown = z.union([
  z.object({ kind: z.literal('drawn'), path: z.string() }),
  z.object({ kind: z.literal('typed'), name: z.string() }),
])
export type DrawingShown = z.infer<typeof drawingShown>

export const getSigning = {
  method: 'GET',
  url: '/api/me/signing',
  config: { access: 'person' },
  schema: {
    tags,
    summary:
      'By what one signs: PIN, passkeys that work here, the last drawn signature, consent to the electronic form',
    response: {
      200: z.object({
        pin: z.enum(['none', 'set', 'locked']),
        /** Whether one of one’s passkeys works by the name under which the site was opened. */
        hasPasskey: z.boolean(),
        /** The last one that was used. */
        drawing: drawingShown.nullable(),
        /** Whether the edition that holds now was agreed to. */
        hasConsented: z.boolean(),
        edition: z.int(),
      }),
    },
  },
} as const satisfies Endpoint

/** Also unlocks: whoever knows the password sets it anew. */
export const setPin = {
  method: 'PUT',
  url: '/api/me/signing/pin',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Set the signing PIN, by the password',
    body: z.object({ password: secret, pin }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const beginSigningByPasskey = {
  method: 'POST',
  url: '/api/me/signing/passkey/begin',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'What one’s own passkeys are asked to sign these acts; good for exactly these, once',
    body: z.object({ items }),
    response: { 200: z.object({ options: z.string() }) },
  },
} as const satisfies Endpoint

/** Each is good once, in this session, for ten minutes, for its own act and content. */
export const makeSignatures = {
  method: 'POST',
  url: '/api/me/signing/signatures',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Sign acts by the PIN or a passkey (`AuthenticationResponseJSON`), before they are sent',
    body: z.object({
      items,
      by: z.union([
        z.object({ method: z.literal('pin'), pin }),
        z.object({ method: z.literal('passkey'), answer: broughtBack }),
      ]),
      /** Null for none: a student has one. */
      drawing: drawingGiven.nullable().default(null),
      /** The edition of the consent to the electronic form that was read and agreed to, where it still is to be. */
      edition: z.int().min(1).optional(),
    }),
    response: { 200: z.object({ signatures: z.array(z.uuid()) }) },
  },
} as const satisfies Endpoint

/** What is shown before it is sent is what is signed: the server brings what was typed into its form, and says its fingerprint. */
export const fingerprintTerms = {
  method: 'POST',
  url: '/api/me/signing/terms',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The fingerprint of terms that are still to be sent',
    body: z.object({ terms: typedTerms }),
    response: { 200: z.object({ fingerprint }) },
  },
} as const satisfies Endpoint

export const fingerprintRequest = {
  method: 'POST',
  url: '/api/me/signing/request',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'The fingerprint of a request to dissolve that is still to be sent',
    body: z.object({ agreement: uuid, ground: z.enum(GROUND_CODES), reason: text(LONGEST.reason) }),
    response: { 200: z.object({ fingerprint }) },
  },
} as const satisfies Endpoint
