import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { isAskedFor, SIGN_IN_PORTALS, SIGN_IN_WAYS } from '../domain/school-sign-in.ts'
import { me } from './accounts.ts'
import { done, instant, schoolCode, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { broughtBack, optionalLine, secret, webAddress } from './typed.ts'

const tags = ['school-sign-in']

/** Where the browser is to go. */
const way = z.object({ url: z.string() })
/** What the address says that the browser comes back by, behind its `?`. */
const answer = z.object({ answer: broughtBack })

export const beginSchoolSignIn = {
  method: 'POST',
  url: '/api/auth/school-sign-in',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Begin to sign in by the university: where the browser is to go',
    body: z.object({ school: schoolCode, portal: z.enum(SIGN_IN_PORTALS) }),
    response: { 200: way },
  },
} as const satisfies Endpoint

/** Once, in the browser in which it was begun. */
export const finishSchoolSignIn = {
  method: 'POST',
  url: '/api/auth/school-sign-in/finish',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Sign in by what the university has answered',
    body: answer,
    response: { 200: me },
  },
} as const satisfies Endpoint

const schoolSignIn = z.object({
  way: z.enum(SIGN_IN_WAYS),
  server: z.string(),
  clientId: z.string(),
  agentId: z.string(),
  hasSecret: z.boolean(),
  claim: z.string(),
  alsoStaff: z.boolean(),
  enabled: z.boolean(),
  /** When somebody came through with just this. */
  triedAt: instant.nullable(),
  version: z.int(),
})
const shown = z.object({
  /** Null where the school has none. */
  signIn: schoolSignIn.nullable(),
  /** What the university's administrators have to enter on their side. */
  redirectUri: z.string(),
})

export const getSchoolSignIn = {
  method: 'GET',
  url: '/api/schools/:school/sign-in',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'How the school’s people sign in by the university’s accounts',
    params: schoolParams,
    response: { 200: shown },
  },
} as const satisfies Endpoint

/** Closed until it was tried as it now is. */
export const saveSchoolSignIn = {
  method: 'PUT',
  url: '/api/schools/:school/sign-in',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Set the sign-in by the university’s accounts',
    params: schoolParams,
    body: z
      .object({
        /** 0 where there is none yet. */
        seenVersion: z.int().min(0),
        way: z.enum(SIGN_IN_WAYS),
        /** Of WeCom, which is in one place, the empty text. */
        server: z.union([z.literal(''), webAddress]),
        clientId: optionalLine(LONGEST.line),
        /** Of WeCom the application. */
        agentId: optionalLine(LONGEST.number),
        /** Empty: what is kept stays, where server and client do. */
        secret: z.union([z.literal(''), secret]),
        claim: optionalLine(LONGEST.login),
        alsoStaff: z.boolean(),
      })
      .refine(({ way, server }) => isAskedFor(way, 'server') === (server !== ''), { path: ['server'] })
      .refine(({ way, clientId }) => !isAskedFor(way, 'clientId') || clientId !== '', { path: ['clientId'] })
      .refine(({ way, agentId }) => !isAskedFor(way, 'agentId') || agentId !== '', { path: ['agentId'] }),
    response: { 200: shown },
  },
} as const satisfies Endpoint

export const enableSchoolSignIn = {
  method: 'POST',
  url: '/api/schools/:school/sign-in/enable',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Open, or close, the sign-in by the university’s accounts',
    params: schoolParams,
    body: z.object({ seenVersion: z.int().min(1), enabled: z.boolean() }),
    response: { 200: shown },
  },
} as const satisfies Endpoint

export const removeSchoolSignIn = {
  method: 'DELETE',
  url: '/api/schools/:school/sign-in',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Forget it, with its secret',
    params: schoolParams,
    response: { 200: done },
  },
} as const satisfies Endpoint

export const trySchoolSignIn = {
  method: 'POST',
  url: '/api/schools/:school/sign-in/try',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Begin a trial round, which signs nobody in; refuses with what is wrong',
    params: schoolParams,
    response: { 200: way },
  },
} as const satisfies Endpoint

export const finishTrial = {
  method: 'POST',
  url: '/api/schools/:school/sign-in/try/finish',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'What came of a trial round; refuses with what is wrong',
    params: schoolParams,
    body: answer,
    response: {
      200: z.object({
        /** What stands in the claim, and whose number here it is. */
        number: z.string(),
        name: z.string().nullable(),
        /** What the university says of people, by name. */
        claims: z.array(z.string()),
      }),
    },
  },
} as const satisfies Endpoint
