import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { STAFF_ACTIONS } from '../domain/staff.ts'
import { me, portal, staffRole } from './accounts.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { line, search, secret, signingName, text } from './typed.ts'

const tags = ['staff']

/** What somebody signs in as. */
export const login = line(LONGEST.login)

const duty = z.object({
  role: staffRole,
  /** A college exactly where the role reviews for one. */
  collegeId: line(20).nullable(),
})

export const staffMember = duty.extend({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  login: z.string(),
  college: z.string().nullable(),
  /** Whether the account has a password. */
  begun: z.boolean(),
  disabled: z.boolean(),
  /** Whether a code is asked for beside the password. */
  secondFactor: z.boolean(),
  /** Until when a link opens it; null where there is none. */
  linkUntil: instant.nullable(),
})

/** A link that opens an account once; shown to who made it and kept nowhere. */
export const entryLink = z.object({ link: z.string(), until: instant, name: z.string(), login: z.string() })

export const listStaff = {
  method: 'GET',
  url: '/api/schools/:school/staff',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'The school’s staff accounts',
    params: schoolParams,
    querystring: paging.extend({ q: search }),
    response: {
      200: pageOf(staffMember).extend({ colleges: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
  },
} as const satisfies Endpoint

export const getStaffMember = {
  method: 'GET',
  url: '/api/schools/:school/staff/:id',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'An account of staff with what was done to it, and the colleges that it can be given',
    params: keyParams,
    response: {
      200: staffMember.extend({
        colleges: z.array(z.object({ id: z.string(), name: z.string() })),
        timeline: z.array(timelineEntry),
        /** What this administrator may do to it now. */
        actions: z.array(z.enum(STAFF_ACTIONS)),
      }),
    },
  },
} as const satisfies Endpoint

export const addStaff = {
  method: 'POST',
  url: '/api/schools/:school/staff',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Add an account of staff, which begins by a link',
    params: schoolParams,
    body: duty.extend({ login, name: signingName }),
    response: { 200: staffMember },
  },
} as const satisfies Endpoint

export const changeDuty = {
  method: 'PUT',
  url: '/api/schools/:school/staff/:id',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Change the name, role or college of an account of staff',
    params: keyParams,
    body: duty.extend({ name: signingName, seenVersion: z.int().min(1) }),
    response: { 200: staffMember },
  },
} as const satisfies Endpoint

export const disableStaff = {
  method: 'POST',
  url: '/api/schools/:school/staff/:id/disable',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Disable an account: its sessions and links end at once',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: { 200: staffMember },
  },
} as const satisfies Endpoint

export const enableStaff = {
  method: 'POST',
  url: '/api/schools/:school/staff/:id/enable',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Enable an account that was disabled',
    params: keyParams,
    response: { 200: staffMember },
  },
} as const satisfies Endpoint

/** For whoever has lost the telephone and the codes: the password alone opens the account, which sets it up anew where it must. */
export const resetSecondFactor = {
  method: 'POST',
  url: '/api/schools/:school/staff/:id/reset-second-factor',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Take an account’s second factor away: its sessions end at once',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: { 200: staffMember },
  },
} as const satisfies Endpoint

/** Kept nowhere: asked again it gives another, and the one before opens nothing. */
export const giveStaffLink = {
  method: 'POST',
  url: '/api/schools/:school/staff/:id/link',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'A one-time link to begin, or to set the password anew',
    params: keyParams,
    response: { 200: entryLink },
  },
} as const satisfies Endpoint

/** The token comes in the body: addresses are written into logs. */
export const openLink = {
  method: 'POST',
  url: '/api/auth/link',
  config: { access: 'public' },
  schema: {
    tags: ['accounts'],
    summary: 'Whose account a one-time link opens',
    body: z.object({ token: secret }),
    response: {
      200: z.object({
        portal,
        name: z.string(),
        login: z.string(),
        school: schoolNamed.nullable(),
        /** The name of a member's. */
        employer: z.string().nullable(),
      }),
    },
  },
} as const satisfies Endpoint

/** Uses the link up and signs in. Every other session of the account ends. */
export const enterByLink = {
  method: 'POST',
  url: '/api/auth/link/enter',
  config: { access: 'public' },
  schema: {
    tags: ['accounts'],
    summary: 'Set the password by a one-time link, and sign in',
    body: z.object({ token: secret, password: secret, language: me.shape.language }),
    response: { 200: me },
  },
} as const satisfies Endpoint
