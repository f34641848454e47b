import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { me, portal } from './accounts.ts'
import { schoolCode } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line, secret } from './typed.ts'

const tags = ['accounts']

/** Answered in one way and in one time, whether there is such an account, and an address of it, or not. */
export const askForLink = {
  method: 'POST',
  url: '/api/auth/forgotten',
  config: { access: 'public' },
  schema: {
    tags,
    summary:
      'Have a one-time link sent to the confirmed address of an account; a student without one asks the school',
    body: z.object({ portal, school: schoolCode.optional(), login: line(LONGEST.login) }),
    /** Whether this site sends e-mail at all. */
    response: { 200: z.object({ mails: z.boolean() }) },
  },
} as const satisfies Endpoint

/** Uses the code up and signs in. Every other session of the account ends. */
export const recoverByCode = {
  method: 'POST',
  url: '/api/auth/recover',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Set a student’s password by the code that the school has given, and sign in',
    body: z.object({
      school: schoolCode,
      login: line(LONGEST.login),
      code: secret,
      password: secret,
      language: me.shape.language,
    }),
    response: { 200: me },
  },
} as const satisfies Endpoint
