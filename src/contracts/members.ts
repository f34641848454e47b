import { z } from 'zod'
import { employerRole, me } from './accounts.ts'
import { done, instant, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { login, personName, secret } from './typed.ts'

const tags = ['members']
const idParams = z.object({ id: uuid })
/** What stands in a link to join, after the sign `#`: no log of addresses has it. */
const joinCode = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ examples: ['A'.repeat(43)] })

const members = z.object({
  items: z.array(
    z.object({ id: z.uuid(), name: z.string(), login: z.string(), role: employerRole, isMe: z.boolean() }),
  ),
  /** Those who have left; what they sent is the employer's. */
  former: z.array(z.object({ id: z.uuid(), name: z.string(), leftAt: instant })),
  /** Invitations to join that can still be used; never what is in their links. */
  links: z.array(z.object({ id: z.uuid(), role: employerRole, madeBy: z.string(), expiresAt: instant })),
})

export const listMembers = {
  method: 'GET',
  url: '/api/employer/members',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'The employer’s members, former ones, open invitations to join',
    response: { 200: members },
  },
} as const satisfies Endpoint

/** The link is shown this once; it is used once, within seven days. */
export const inviteMember = {
  method: 'POST',
  url: '/api/employer/member-links',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'Make a link by which one person joins',
    body: z.object({ memberRole: employerRole }),
    response: { 200: z.object({ code: z.string(), expiresAt: instant }) },
  },
} as const satisfies Endpoint

export const revokeLink = {
  method: 'POST',
  url: '/api/employer/member-links/:id/revoke',
  config: { access: 'owner' },
  schema: { tags, summary: 'Take an invitation to join back', params: idParams, response: { 200: members } },
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

/** Sessions end at once; what the member sent stays with the employer. The last owner stays. */
export const removeMember = {
  method: 'POST',
  url: '/api/employer/members/:id/remove',
  config: { access: 'owner' },
  schema: { tags, summary: 'A member leaves', params: idParams, response: { 200: done } },
} as const satisfies Endpoint

export const readLink = {
  method: 'POST',
  url: '/api/public/member-links/read',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'What an invitation to join is for; `link-over` where it can no longer be used',
    body: z.object({ joinCode }),
    response: { 200: z.object({ employer: z.string(), role: employerRole, expiresAt: instant }) },
  },
} as const satisfies Endpoint

export const join = {
  method: 'POST',
  url: '/api/public/member-links/join',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Join the employer with an account of one’s own, and be signed in',
    body: z.object({
      joinCode,
      memberName: personName,
      login,
      password: secret,
      language: me.shape.language,
    }),
    response: { 200: me },
  },
} as const satisfies Endpoint
