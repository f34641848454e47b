import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { me } from './accounts.ts'
import { done, instant, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { recoveryCodes } from './second-factor.ts'
import { broughtBack, line, secret } from './typed.ts'

const tags = ['accounts']

/** What the browser's authenticator is asked, as JSON (WebAuthn Level 3 §5.1.8, §5.1.9); good once, for five minutes. */
const options = z.object({ options: z.string() })
/** As its owner calls it. */
const name = line(LONGEST.passkeyName)
const params = z.object({ id: uuid })

export const listPasskeys = {
  method: 'GET',
  url: '/api/me/passkeys',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'One’s own passkeys, and under which name of the site one can be made here',
    response: {
      200: z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            /** Under which name of the site it was made: it works there alone. */
            host: z.string(),
            /** Whether its maker keeps it on several devices. */
            synced: z.boolean(),
            userAgent: z.string(),
            madeAt: instant,
            usedAt: instant.nullable(),
          }),
        ),
        /** Null where the site was opened by an address that knows none. */
        host: z.string().nullable(),
      }),
    },
  },
} as const satisfies Endpoint

export const beginPasskey = {
  method: 'POST',
  url: '/api/me/passkeys/begin',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'What an authenticator is asked to make a passkey by',
    body: z.object({ password: secret }),
    response: { 200: options },
  },
} as const satisfies Endpoint

/** Where it switches the second factor on it answers the codes for a lost device, and every other session ends. */
export const addPasskey = {
  method: 'POST',
  url: '/api/me/passkeys',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'Add the passkey that was made (`RegistrationResponseJSON`)',
    body: z.object({ name, answer: broughtBack }),
    response: { 200: recoveryCodes },
  },
} as const satisfies Endpoint

export const renamePasskey = {
  method: 'PUT',
  url: '/api/me/passkeys/:id',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Call a passkey by another name',
    params,
    body: z.object({ name }),
    response: { 200: done },
  },
} as const satisfies Endpoint

/** Ends every other session of the account; the last thing that is asked for switches the second factor off with it. */
export const removePasskey = {
  method: 'POST',
  url: '/api/me/passkeys/:id/remove',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Remove a passkey',
    params,
    body: z.object({ password: secret }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const beginPassByPasskey = {
  method: 'POST',
  url: '/api/me/second-factor/passkey/begin',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'What one’s own passkeys are asked beside the password',
    response: { 200: options },
  },
} as const satisfies Endpoint

export const passByPasskey = {
  method: 'POST',
  url: '/api/me/second-factor/passkey',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'Show a passkey in the place of a code (`AuthenticationResponseJSON`)',
    body: z.object({ answer: broughtBack }),
    response: { 200: me },
  },
} as const satisfies Endpoint

export const beginEntryByPasskey = {
  method: 'POST',
  url: '/api/auth/passkey/begin',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'What any passkey of this site is asked at the door; the same for everybody',
    response: { 200: options },
  },
} as const satisfies Endpoint

/** The passkey says whose it is, so no log-in is asked; its owner was asked for by the device, so it is both factors. */
export const enterByPasskey = {
  method: 'POST',
  url: '/api/auth/passkey',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Sign in by a passkey alone (`AuthenticationResponseJSON`)',
    body: z.object({ answer: broughtBack }),
    response: { 200: me },
  },
} as const satisfies Endpoint
