import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { NOTICE_KINDS } from '../domain/notice-text.ts'
import { instant, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { printedText, text } from './typed.ts'

const tags = ['schools']
const params = schoolParams.extend({ notice: z.enum(NOTICE_KINDS).meta({ examples: ['signing'] }) })

/** A text that people read before they act, a paragraph a line. */
export const noticeText = z.object({ version: z.int().min(1), zh: z.string(), en: z.string() })
/** With an act: the version that was on the screen. Refused where the school has worded it anew since. */
export const noticeRead = { noticeVersion: noticeText.shape.version }
/** `ours`: the product's own words. Saved by nobody in particular where the product has brought them. */
const noticeVersion = noticeText.extend({ ours: z.boolean(), savedAt: instant, savedBy: z.string() })

export const getNoticeText = {
  method: 'GET',
  url: '/api/schools/:school/notice-texts/:notice',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'The school’s notice of this kind 须知 as it holds now',
    params,
    response: { 200: noticeVersion },
  },
} as const satisfies Endpoint

export const listNoticeVersions = {
  method: 'GET',
  url: '/api/schools/:school/notice-texts/:notice/versions',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Every version of a notice, newest first: by whom and when',
    params,
    querystring: paging,
    response: { 200: pageOf(noticeVersion) },
  },
} as const satisfies Endpoint

/** Of the version that was read. */
const seen = z.object({ seenVersion: z.int().min(1) })

export const saveNoticeText = {
  method: 'PUT',
  url: '/api/schools/:school/notice-texts/:notice',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Word a notice anew: a new version, and those before it stay',
    params,
    body: seen.extend({ zh: printedText(LONGEST.noticeText), en: text(LONGEST.noticeText) }),
    response: { 200: noticeVersion },
  },
} as const satisfies Endpoint

export const restoreNoticeText = {
  method: 'POST',
  url: '/api/schools/:school/notice-texts/:notice/restore',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Back to the product’s own words: a new version',
    params,
    body: seen,
    response: { 200: noticeVersion },
  },
} as const satisfies Endpoint
