import { z } from 'zod'
import {
  MOST_TOKENS,
  SCOPES_OF,
  TOKEN_SCOPES,
  TOKEN_STATES,
  type TokenScope,
} from '../domain/api-token/token.ts'
import { LONGEST } from '../domain/longest.ts'
import { day, dayOf, done, idParams, instant, keyParams, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line } from './typed.ts'

const tags = ['api-tokens']

const apiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  madeBy: z.string(),
  madeAt: instant,
  /** The last day on which it is taken. */
  endsOn: day,
  /** The last day on which it was used; null where it never was. */
  lastUsedOn: day.nullable(),
  state: z.enum(TOKEN_STATES),
})
export type ApiToken = z.output<typeof apiToken>
/** All that were not revoked, newest first. */
const listed = z.object({ items: z.array(apiToken).max(MOST_TOKENS) })
/** Shown once: only its hash is kept. */
const made = z.object({ id: z.uuid(), token: z.string() })
const typed = <Scope extends TokenScope>(scopes: readonly Scope[]) =>
  z.object({
    name: line(LONGEST.tokenName),
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    endsOn: dayOf('token'),
  })

export const schoolTokens = {
  list: {
    method: 'GET',
    url: '/api/schools/:school/api-tokens',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'The school’s API tokens 接口令牌, without what they are known by',
      params: schoolParams,
      response: { 200: listed },
    },
  },
  make: {
    method: 'POST',
    url: '/api/schools/:school/api-tokens',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Make one: it is answered once and never shown again',
      params: schoolParams,
      body: typed(SCOPES_OF.school),
      response: { 200: made },
    },
  },
  revoke: {
    method: 'POST',
    url: '/api/schools/:school/api-tokens/:id/revoke',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Revoke one: its next request is refused',
      params: keyParams,
      response: { 200: done },
    },
  },
} as const satisfies Record<string, Endpoint>

export const employerTokens = {
  list: {
    method: 'GET',
    url: '/api/employer/api-tokens',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'The employer’s API tokens 接口令牌, without what they are known by',
      response: { 200: listed },
    },
  },
  make: {
    method: 'POST',
    url: '/api/employer/api-tokens',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Make one: it is answered once and never shown again',
      body: typed(SCOPES_OF.employer),
      response: { 200: made },
    },
  },
  revoke: {
    method: 'POST',
    url: '/api/employer/api-tokens/:id/revoke',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Revoke one: its next request is refused',
      params: idParams,
      response: { 200: done },
    },
  },
} as const satisfies Record<keyof typeof schoolTokens, Endpoint>
