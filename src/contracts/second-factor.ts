import { z } from 'zod'
import { me } from './accounts.ts'
import { done, instant } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { secret } from './typed.ts'

const tags = ['accounts']
/** Kept nowhere: asked for again they are others. None where those before still open. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const getSecondFactor = {
  method: 'GET',
  url: '/api/me/second-factor',
  config: { access: 'entering' },
  schema: {
    tags,
    summary:
      'Whether a code is asked for beside the password, and what is left of the codes for a lost telephone',
    response: {
      200: z.object({
        /** Since when; null where it is off. */
        since: instant.nullable(),
        /** The school wants it of all its staff. */
        required: z.boolean(),
        recoveryLeft: z.int(),
        authenticator: z.boolean(),
        /** Under which names of the site there are passkeys: they work there alone. */
        passkeyHosts: z.array(z.string()),
        /** Whether any works where the site was opened. */
        passkeyHere: z.boolean(),
      }),
    },
  },
} as const satisfies Endpoint

/** Begun again it is another secret, until one is confirmed. */
export const beginSecondFactor = {
  method: 'POST',
  url: '/api/me/second-factor/begin',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'A secret for an authenticator (RFC 6238), not asked for before a code of it was shown',
    body: z.object({ password: secret }),
    response: { 200: z.object({ secret: z.string(), uri: z.string() }) },
  },
} as const satisfies Endpoint

/** Ends every other session of the account. */
export const confirmSecondFactor = {
  method: 'POST',
  url: '/api/me/second-factor/confirm',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'Switch it on by a first code; answers the codes for a lost telephone',
    body: z.object({ code: secret }),
    response: { 200: recoveryCodes },
  },
} as const satisfies Endpoint

export const passSecondFactor = {
  method: 'POST',
  url: '/api/me/second-factor/pass',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'Show a code at signing in, of the authenticator or one for a lost telephone',
    body: z.object({ code: secret }),
    response: { 200: me },
  },
} as const satisfies Endpoint

export const renewRecoveryCodes = {
  method: 'POST',
  url: '/api/me/second-factor/recovery-codes',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'New codes for a lost telephone in the place of those before',
    body: z.object({ password: secret }),
    response: { 200: recoveryCodes },
  },
} as const satisfies Endpoint

/** Of who has passkeys that only open the door; answers the codes for a lost device. */
export const switchOnSecondFactor = {
  method: 'POST',
  url: '/api/me/second-factor/on',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Ask for a passkey beside the password too',
    body: z.object({ password: secret }),
    response: { 200: recoveryCodes },
  },
} as const satisfies Endpoint

/** Of staff and operators the passkeys go too: theirs are always asked for. */
export const switchOffSecondFactor = {
  method: 'POST',
  url: '/api/me/second-factor/off',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Ask for the password alone again, where the school does not want more',
    body: z.object({ password: secret }),
    response: { 200: done },
  },
} as const satisfies Endpoint
