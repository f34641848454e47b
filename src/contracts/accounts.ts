import { z } from 'zod'
import { LACKING } from '../domain/lacking.ts'
import { LONGEST } from '../domain/longest.ts'
import { EMPLOYER_ROLES } from '../domain/membership.ts'
import { PORTALS } from '../domain/portal.ts'
import { STAFF_ROLES } from '../domain/staff.ts'
import { LANGUAGES } from '../words/language.ts'
import { done, instant, schoolCode, schoolNamed } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line, secret } from './typed.ts'

export const portal = z.enum(PORTALS)
export const employerRole = z.enum(EMPLOYER_ROLES)
export const staffRole = z.enum(STAFF_ROLES)

export const me = z.object({
  /** Of the account. */
  id: z.uuid(),
  portal,
  name: z.string(),
  login: z.string(),
  school: schoolNamed.nullable(),
  employer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  employerRole: employerRole.nullable(),
  staffRole: staffRole.nullable(),
  college: z.string().nullable(),
  /** False only for a student who has not passed the first-login verification (R20). */
  verified: z.boolean(),
  /** What this session still lacks: of the second factor, or that the privacy notice was agreed to; until then it may do nothing else. */
  lacks: z.enum(LACKING).nullable(),
  language: z.enum(LANGUAGES),
})
export type Me = z.infer<typeof me>

const tags = ['accounts']

/** `school` is needed by students and staff; the first time a student's secret is the ID number. */
export const signIn = {
  method: 'POST',
  url: '/api/auth/sign-in',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Sign in to one of the portals',
    body: z.object({
      portal,
      school: schoolCode.optional(),
      login: line(LONGEST.login),
      secret,
    }),
    response: { 200: me },
  },
} as const satisfies Endpoint

export const signOut = {
  method: 'POST',
  url: '/api/auth/sign-out',
  config: { access: 'entering' },
  schema: { tags, summary: 'End this session', response: { 200: done } },
} as const satisfies Endpoint

export const getMe = {
  method: 'GET',
  url: '/api/me',
  config: { access: 'entering' },
  schema: { tags, summary: 'Who is signed in', response: { 200: me } },
} as const satisfies Endpoint

export const setLanguage = {
  method: 'PUT',
  url: '/api/me/language',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'Remember the reader’s language',
    body: z.object({ language: z.enum(LANGUAGES) }),
    response: { 200: me },
  },
} as const satisfies Endpoint

/** Ends every other session of the account. */
export const changePassword = {
  method: 'POST',
  url: '/api/me/password',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Change the password',
    body: z.object({ current: secret, next: secret }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const listSessions = {
  method: 'GET',
  url: '/api/me/sessions',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'One’s own sessions',
    response: {
      200: z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            current: z.boolean(),
            startedAt: instant,
            ip: z.string(),
            userAgent: z.string(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

export const endOtherSessions = {
  method: 'POST',
  url: '/api/me/sessions/end-others',
  config: { access: 'person' },
  schema: { tags, summary: 'End all other sessions', response: { 200: z.object({ ended: z.int() }) } },
} as const satisfies Endpoint
