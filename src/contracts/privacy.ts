import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { PURPOSES } from '../domain/unmasking.ts'
import { me } from './accounts.ts'
import { done, instant, schoolCode, schoolNamed, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { text } from './typed.ts'

const tags = ['privacy']

/** Whose text it is: a school's own, or the platform's, which every school begins with. */
const publisher = z.union([schoolCode, z.literal('platform')])

/** As it is read: `handler` is the school that answers for the data, null for people of no school. */
export const privacyNotice = z.object({
  handler: schoolNamed.nullable(),
  publisher,
  version: z.int(),
  publishedAt: instant,
  /** Plain paragraphs; a line that begins with `# ` is a heading. */
  text: z.string(),
  textEn: z.string(),
  responsible: z.string(),
})
export type PrivacyNotice = z.infer<typeof privacyNotice>

export const getPublicNotice = {
  method: 'GET',
  url: '/api/public/privacy-notice',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'What is told about personal data: by a school, or by the platform',
    querystring: z.object({ school: schoolCode.optional() }),
    response: { 200: privacyNotice },
  },
} as const satisfies Endpoint

const consent = z.object({
  publisher: z.string(),
  version: z.int(),
  agreedAt: instant,
  withdrawnAt: instant.nullable(),
})

export const getMyNotice = {
  method: 'GET',
  url: '/api/me/privacy-notice',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'What is told to whoever is signed in, and what they have agreed to',
    response: { 200: privacyNotice.extend({ consents: z.array(consent) }) },
  },
} as const satisfies Endpoint

export const agreeToNotice = {
  method: 'POST',
  url: '/api/me/privacy-notice/agree',
  config: { access: 'entering' },
  schema: {
    tags,
    summary: 'Agree to the notice that was read; refused where there is a newer one',
    body: z.object({ publisher, version: z.int().min(1) }),
    response: { 200: me },
  },
} as const satisfies Endpoint

export const withdrawConsent = {
  method: 'POST',
  url: '/api/me/privacy-notice/withdraw',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Withdraw the agreement to the notice: the account does nothing until it is agreed to again',
    response: { 200: done },
  },
} as const satisfies Endpoint

export const listNotices = {
  method: 'GET',
  url: '/api/schools/:school/privacy-notices',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'The school’s own notices, newest first, and what is told now',
    params: schoolParams,
    response: {
      200: z.object({
        now: privacyNotice,
        items: z.array(
          privacyNotice
            .omit({ handler: true, publisher: true })
            .extend({ publishedBy: z.string(), material: z.boolean() }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

export const publishNotice = {
  method: 'POST',
  url: '/api/schools/:school/privacy-notices',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Publish the school’s next notice; a material one is agreed to anew by everybody',
    params: schoolParams,
    body: z.object({
      /** The school's last own version that was read; 0 where there was none. */
      seenNotice: z.int().min(0),
      text: text(LONGEST.notice),
      textEn: text(LONGEST.notice),
      responsible: text(LONGEST.reason),
      material: z.boolean(),
    }),
    response: { 200: privacyNotice },
  },
} as const satisfies Endpoint

/** All of it, by table and row; columns as they are called in the database, what is sealed there in the clear. */
export const kept = z.object({
  name: z.string(),
  login: z.string(),
  madeAt: instant,
  sections: z.array(z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
  /** Who saw or downloaded whole numbers or original files, newest first; for what, where it was chosen from a list. */
  looks: z.array(
    z.object({
      at: instant,
      action: z.string(),
      by: z.string(),
      purpose: z.enum(PURPOSES).nullable(),
      reason: z.string().nullable(),
      subject: z.string(),
    }),
  ),
})
export type Kept = z.infer<typeof kept>

export const getKept = {
  method: 'GET',
  url: '/api/me/kept',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Everything that is kept about whoever is signed in, and who looked at it',
    response: { 200: kept },
  },
} as const satisfies Endpoint

export const getKeptPage = {
  method: 'GET',
  url: '/api/me/kept/page',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'The same as a page to keep',
    produces: ['text/html'],
    response: { 200: z.string() },
  },
} as const satisfies Endpoint
