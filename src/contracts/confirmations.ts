import { z } from 'zod'
import { CONFIRMATION_STANDINGS, OCCASIONS } from '../domain/confirmation/period.ts'
import { LONGEST } from '../domain/longest.ts'
import { day, dayOf, done, instant, named, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import { studentBrief } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { optionalText, search } from './typed.ts'

const tags = ['confirmations']
const year = z.coerce.number<number | string>().int().min(1900).max(2200)
const standing = z.enum(CONFIRMATION_STANDINGS)
/** SHA-256 of what was seen, in hex. */
export const seenHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ['0'.repeat(64)] })

/** What is reported of a graduate, in names; null and empty where nothing is known. Pay in fen a month. */
export const reportedShown = z.object({
  category: named.nullable(),
  holder: z.string(),
  position: z.string(),
  region: named.nullable(),
  industry: named.nullable(),
  nature: named.nullable(),
  pay: z.int().nullable(),
})
export type ReportedShown = z.output<typeof reportedShown>

const period = z.object({
  opensOn: day,
  closesOn: day,
  words: z.string(),
  version: z.int(),
  isOpen: z.boolean(),
})

const myConfirmation = z.object({
  graduationYear: z.int(),
  /** Null where the school has not asked, or the student is not counted among the graduates. */
  period: period.nullable(),
  reported: reportedShown,
  seenHash,
  standing,
  confirmedAt: instant.nullable(),
})
export type MyConfirmation = z.output<typeof myConfirmation>

export const getMyConfirmation = {
  method: 'GET',
  url: '/api/schools/:school/my/confirmation',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'What would be reported of the student now, and whether they have confirmed it',
    params: schoolParams,
    response: { 200: myConfirmation },
  },
} as const satisfies Endpoint

export const confirmDestination = {
  method: 'POST',
  url: '/api/schools/:school/my/confirmation',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Confirm what would be reported, as it was seen; refused where it is another by now',
    params: schoolParams,
    body: z.object({ seenHash }),
    response: { 200: myConfirmation },
  },
} as const satisfies Endpoint

/** Heads by where they stand. */
const tally = z.object({
  unanswered: z.int(),
  changed: z.int(),
  objected: z.int(),
  confirmed: z.int(),
}) satisfies z.ZodType<Record<z.infer<typeof standing>, number>>

const progress = z.object({
  /** The one asked for; else the latest that has begun. */
  year: z.int(),
  years: z.array(z.int()),
  period: period.nullable(),
  /** The last times that all who had not confirmed were told, the newest first; null: under way. */
  rounds: z.array(z.object({ occasion: z.enum(OCCASIONS), day, doneAt: instant.nullable() })),
  total: tally,
  /** In the order of their numbers. */
  colleges: z.array(z.object({ id: z.string(), name: z.string(), tally })),
})
export type ConfirmationProgress = z.output<typeof progress>

export const getConfirmationProgress = {
  method: 'GET',
  url: '/api/schools/:school/confirmations/progress',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'The period in which a year’s graduates are asked, and how many have confirmed, by college',
    params: schoolParams,
    querystring: z.object({ year: year.optional() }),
    response: { 200: progress },
  },
} as const satisfies Endpoint

const row = z.object({
  id: z.uuid(),
  student: studentBrief,
  className: z.string(),
  standing,
  /** When the student confirmed, also what has changed since. */
  confirmedAt: instant.nullable(),
})
export type ConfirmationRow = z.output<typeof row>

export const listConfirmations = {
  method: 'GET',
  url: '/api/schools/:school/confirmations',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'A year’s graduates by where they stand, by their numbers, going on from one of them; of none named, the latest year that has begun',
    params: schoolParams,
    querystring: paging.extend({
      year: year.optional(),
      standing: standing.optional(),
      college: optionalText(20).optional(),
      q: search,
      after: uuid.optional(),
      before: uuid.optional(),
    }),
    response: { 200: pageOf(row) },
  },
} as const satisfies Endpoint

export const saveConfirmationPeriod = {
  method: 'POST',
  url: '/api/schools/:school/confirmations/period',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Set from when until when a year’s graduates are asked, and in which words',
    params: schoolParams,
    body: z.object({
      year,
      /** 0 where there is none yet. */
      seenVersion: z.int().min(0),
      opensOn: dayOf('season'),
      closesOn: dayOf('season'),
      periodText: optionalText(LONGEST.reason),
    }),
    response: { 200: progress },
  },
} as const satisfies Endpoint

export const remindOfConfirmation = {
  method: 'POST',
  url: '/api/schools/:school/confirmations/remind',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Remind all of a year who have not confirmed, within minutes; once a day',
    params: schoolParams,
    body: z.object({ year }),
    response: { 200: done },
  },
} as const satisfies Endpoint
