import { z } from 'zod'
import { employerRole } from './accounts.ts'
import { done, idParams, instant } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { entryLink } from './staff.ts'
import { login, signingName } from './typed.ts'

const tags = ['members']

const members = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      login: z.string(),
      role: employerRole,
      /** Whether the account has a password. */
      begun: z.boolean(),
      /** Until when a link opens it; null where there is none. */
      linkUntil: instant.nullable(),
      isMe: z.boolean(),
    }),
  ),
  /** Those who have left; what they sent is the employer's. */
  former: z.array(z.object({ id: z.uuid(), name: z.string(), leftAt: instant })),
})

export const listMembers = {
  method: 'GET',
  url: '/api/employer/members',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'The employer’s members, and the last who have left',
    response: { 200: members },
  },
} as const satisfies Endpoint

export const addMember = {
  method: 'POST',
  url: '/api/employer/members',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'Add an account of a member, which begins by a link',
    body: z.object({ memberName: signingName, login, memberRole: employerRole }),
    response: { 200: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

/** Kept nowhere: asked again it gives another, and the one before opens nothing. */
export const giveMemberLink = {
  method: 'POST',
  url: '/api/employer/members/:id/link',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'A one-time link to begin, or to set the password anew',
    params: idParams,
    response: { 200: entryLink },
  },
} as const satisfies Endpoint

export const changeMemberRole = {
  method: 'POST',
  url: '/api/employer/members/:id/change-role',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'Make a member an owner or a recruiter; an owner stays',
    params: idParams,
    body: z.object({ memberRole: employerRole }),
    response: { 200: members },
  },
} as const satisfies Endpoint

/** Sessions and links end at once; what the member sent stays with the employer. The last owner stays. */
export const removeMember = {
  method: 'POST',
  url: '/api/employer/members/:id/remove',
  config: { access: 'owner' },
  schema: { tags, summary: 'A member leaves', params: idParams, response: { 200: done } },
} as const satisfies Endpoint
