import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { instant, pageOf, paging, schoolCode, uuid } from './atoms.ts'
import { timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { entryLink, login } from './staff.ts'
import { hostName, line, optionalText, organisation, search, signingName, text } from './typed.ts'

const tags = ['platform']
/** `:code`, not `:school`: an operator is of no school. */
const params = z.object({ code: schoolCode })

export const operatedSchool = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  openedAt: instant,
  /** By which it is reached under a name of its own; null where it has none. */
  host: z.string().nullable(),
  suspendedAt: instant.nullable(),
  administrators: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      login: z.string(),
      /** Whether the account has a password: before that the operator may give a link anew. */
      begun: z.boolean(),
      disabled: z.boolean(),
      /** Until when the link opens it; null where there is none. */
      linkUntil: instant.nullable(),
    }),
  ),
})

export const listOperatedSchools = {
  method: 'GET',
  url: '/api/platform/schools',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'The schools of this platform, with who runs them',
    querystring: paging.extend({ q: search }),
    response: { 200: pageOf(operatedSchool) },
  },
} as const satisfies Endpoint

export const getOperatedSchool = {
  method: 'GET',
  url: '/api/platform/schools/:code',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'A school with who runs it, and what operators did to it',
    params,
    response: { 200: operatedSchool.extend({ timeline: z.array(timelineEntry) }) },
  },
} as const satisfies Endpoint

export const openSchool = {
  method: 'POST',
  url: '/api/platform/schools',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Open a school with its first administrator, who then begins by a link',
    body: z.object({
      code: schoolCode,
      name: organisation,
      nameEn: line(LONGEST.organisation),
      administrator: z.object({ login, name: signingName }),
    }),
    response: { 200: operatedSchool },
  },
} as const satisfies Endpoint

export const setSchoolHost = {
  method: 'POST',
  url: '/api/platform/schools/:code/host',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Give a school a host name of its own, by which its front is found at `/`, or take it away',
    params,
    body: z.object({ host: hostName.nullable() }),
    response: { 200: operatedSchool },
  },
} as const satisfies Endpoint

export const suspendSchool = {
  method: 'POST',
  url: '/api/platform/schools/:code/suspend',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Suspend a school: its people do not get in, employers send it nothing, nothing is lost',
    params,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: { 200: operatedSchool },
  },
} as const satisfies Endpoint

export const resumeSchool = {
  method: 'POST',
  url: '/api/platform/schools/:code/resume',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Let a suspended school go on',
    params,
    body: z.object({ reason: optionalText(LONGEST.reason) }),
    response: { 200: operatedSchool },
  },
} as const satisfies Endpoint

export const addAdministrator = {
  method: 'POST',
  url: '/api/platform/schools/:code/administrators',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Give a school one more administrator, who then begins by a link; its staff are told',
    params,
    body: z.object({ login, name: signingName, reason: text(LONGEST.reason) }),
    response: { 200: operatedSchool },
  },
} as const satisfies Endpoint

/** Kept nowhere: asked again it gives another, and the one before opens nothing. */
export const giveAdministratorLink = {
  method: 'POST',
  url: '/api/platform/schools/:code/administrators/link',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'A one-time link for an administrator who has not begun',
    params,
    body: z.object({ userId: uuid }),
    response: { 200: entryLink },
  },
} as const satisfies Endpoint
