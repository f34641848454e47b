import { z } from 'zod'
import { STANDINGS } from '../domain/figures/parts.ts'
import { HELP_WAYS, HELP_WISHES, MOST_TICKED } from '../domain/help/record.ts'
import { LONGEST } from '../domain/longest.ts'
import { day, dayOf, instant, keyParams, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import { studentBrief } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { year } from './figures.ts'
import { looking } from './roster.ts'
import { fileItself, language, XLSX } from './sheets.ts'
import { optionalText, search, text } from './typed.ts'

const tags = ['help']

/** By what the list is narrowed; what is not said narrows nothing. */
const narrowed = {
  year: year.optional(),
  college: optionalText(20).optional(),
  /** Nobody has spoken with them. */
  contact: z.enum(['never']).optional(),
  /** Last spoken with before this day, or never. */
  notSince: dayOf('season').optional(),
  /** As they said it when they were last asked. */
  wishFor: z.enum(HELP_WISHES).optional(),
  /** 困难类别, as the roster says it. */
  hardship: optionalText(LONGEST.line).optional(),
  q: search,
}
const content = {
  spokeOn: day,
  spokeBy: z.enum(HELP_WAYS),
  wishFor: z.enum(HELP_WISHES).nullable(),
  offered: z.string(),
  nextStep: z.string(),
  nextOn: day.nullable(),
}
const typedContent = {
  spokeOn: dayOf('contact'),
  spokeBy: z.enum(HELP_WAYS),
  wishFor: z.enum(HELP_WISHES).nullable(),
  offered: text(LONGEST.reason),
  nextStep: optionalText(LONGEST.reason),
  nextOn: dayOf('following').nullable(),
}

const helpRow = z.object({
  id: z.uuid(),
  student: studentBrief,
  className: z.string(),
  standing: z.enum(STANDINGS),
  /** Of the last contact; null before there is one. */
  spokeOn: day.nullable(),
  wishFor: z.enum(HELP_WISHES).nullable(),
  nextStep: z.string(),
  nextOn: day.nullable(),
  /** The next step's day has come. */
  isDue: z.boolean(),
})
export type HelpRow = z.output<typeof helpRow>

export const listToHelp = {
  method: 'GET',
  url: '/api/schools/:school/help',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'A year’s graduates without a destination, within the reader’s scope: those whose next step is due first, then by their numbers, going on from one of them',
    params: schoolParams,
    querystring: paging.extend({ ...narrowed, after: uuid.optional(), before: uuid.optional() }),
    response: {
      200: pageOf(helpRow).extend({
        /** The one asked for; else the latest that has begun. */
        year: z.int(),
        years: z.array(z.int()),
        colleges: z.array(z.object({ id: z.string(), name: z.string() })),
        /** Those of the year’s graduates. */
        hardships: z.array(z.string()),
      }),
    },
  },
} as const satisfies Endpoint

const record = z.object({
  id: z.uuid(),
  ...content,
  writer: z.string(),
  writtenAt: instant,
  version: z.int(),
  /** What it said before each correction, the oldest first. */
  earlier: z.array(z.object(content)),
  /** Its reader wrote it and can correct it. */
  isOwn: z.boolean(),
})
export type HelpRecordShown = z.output<typeof record>
const told = z.object({ id: z.uuid(), words: z.string(), writer: z.string(), sentAt: instant })
export type ToldNotice = z.output<typeof told>

const helped = z.object({
  id: z.uuid(),
  student: studentBrief,
  className: z.string(),
  standing: z.enum(STANDINGS),
  /** The latest first. */
  records: z.array(record),
  notices: z.array(told),
  /** Whether they agree to be named to the employment service of their home region, as they have said it last. */
  referral: z.object({ isReferred: z.boolean(), saidAt: instant }).nullable(),
})
export type Helped = z.output<typeof helped>

export const getHelped = {
  method: 'GET',
  url: '/api/schools/:school/help/students/:id',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'How a student is helped: what each contact came to, and what they were sent',
    params: keyParams,
    response: { 200: helped },
  },
} as const satisfies Endpoint

export const getMyHelp = {
  method: 'GET',
  url: '/api/schools/:school/my/help',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'What the school has written of its contacts with the student, and has sent them',
    params: schoolParams,
    response: { 200: helped },
  },
} as const satisfies Endpoint

export const sayReferral = {
  method: 'POST',
  url: '/api/schools/:school/my/help/referral',
  config: { access: 'student' },
  schema: {
    tags,
    summary:
      'Say whether the school may name one, as long as one has no work, to the employment service of one’s home region',
    params: schoolParams,
    body: z.object({ isReferred: z.boolean() }),
    response: { 200: helped },
  },
} as const satisfies Endpoint

const ofReferrals = { year: year.optional(), college: optionalText(20).optional() }
export const countReferrals = {
  method: 'GET',
  url: '/api/schools/:school/help/referrals',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'Of a year’s graduates without a destination: how many agree to be named, have not said, and refuse',
    params: schoolParams,
    querystring: z.object(ofReferrals),
    response: { 200: z.object({ agreed: z.int(), unanswered: z.int(), refused: z.int() }) },
  },
} as const satisfies Endpoint

/** Not asked again under a key: the file is made as it is sent. */
export const takeReferrals = {
  method: 'POST',
  url: '/api/schools/:school/help/referrals/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'A year’s graduates without a destination by home region, with what they have said; who refuses is counted and not on it; who has had it is journaled',
    params: schoolParams,
    body: looking.extend({ ...ofReferrals, language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const writeHelpRecord = {
  method: 'POST',
  url: '/api/schools/:school/help/students/:id/records',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Write what a contact with a student came to; the student is told and reads it',
    params: keyParams,
    body: z.object(typedContent),
    response: { 200: helped },
  },
} as const satisfies Endpoint

export const correctHelpRecord = {
  method: 'POST',
  url: '/api/schools/:school/help-records/:id/correct',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Correct what one has written oneself; what it said before is kept, and the student is told',
    params: keyParams,
    body: z.object({ seenVersion: z.int().min(1), ...typedContent }),
    response: { 200: helped },
  },
} as const satisfies Endpoint

const sent = told.extend({
  count: z.int(),
  /** How many have not been told yet. */
  left: z.int(),
})
export type SentNotice = z.output<typeof sent>

export const listHelpNotices = {
  method: 'GET',
  url: '/api/schools/:school/help/notices',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The notices that were sent to groups of graduates, the latest first; a college reviewer’s own college’s',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(sent) },
  },
} as const satisfies Endpoint

export const sendHelpNotice = {
  method: 'POST',
  url: '/api/schools/:school/help/notices',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'Send a notice to those of the list who are named, or to all whom a filter means: to as many as its writer was shown, or to nobody',
    params: schoolParams,
    body: z.object({
      helpText: text(LONGEST.reason),
      seenTotal: z.int().min(1),
      helpFilter: z.object({ ...narrowed, students: z.array(uuid).min(1).max(MOST_TICKED).optional() }),
    }),
    response: { 200: sent },
  },
} as const satisfies Endpoint
