import { z } from 'zod'
import { DIMENSIONS, REPORTED_BY } from '../domain/figures/dimensions.ts'
import { type Measure, STANDINGS } from '../domain/figures/parts.ts'
import { LONGEST } from '../domain/longest.ts'
import { MOMENT_STATUSES, momentLife } from '../domain/moment/life.ts'
import { dayOf, instant, keyParams, named, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import { act, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { chosen, EITHER_SHEET, figureFilter, format, measure, narrowed, tally, year } from './figures.ts'
import { looking } from './roster.ts'
import { fileItself, language, XLSX } from './sheets.ts'
import { line } from './typed.ts'
import { time } from './venues.ts'

const tags = ['moments']
const name = line(LONGEST.organisation)

const brief = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(MOMENT_STATUSES),
  at: instant,
  planner: z.string(),
  plannedAt: instant,
})
export const moment = brief.extend({
  version: z.int(),
  keptAt: instant.nullable(),
  /** Classes of which there were graduates then; none before it is kept. */
  years: z.array(z.int()),
  /** The one kept before it, by its time. */
  previous: brief.nullable(),
  actions: z.array(z.enum(momentLife.offers)),
  timeline: z.array(timelineEntry),
})
export type MomentView = z.output<typeof moment>
export type MomentBrief = z.output<typeof brief>

export const listMoments = {
  method: 'GET',
  url: '/api/schools/:school/moments',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Moments 定格 at which the school’s figures are or will be kept, the latest first',
    params: schoolParams,
    querystring: paging.extend({ status: z.enum(MOMENT_STATUSES).optional() }),
    response: { 200: pageOf(brief).extend({ mayPlan: z.boolean() }) },
  },
} as const satisfies Endpoint

export const getMoment = {
  method: 'GET',
  url: '/api/schools/:school/moments/:id',
  config: { access: 'staff' },
  schema: { tags, summary: 'A moment', params: keyParams, response: { 200: moment } },
} as const satisfies Endpoint

export const planMoment = {
  method: 'POST',
  url: '/api/schools/:school/moments',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Keep the figures at once, or as they will stand at a clock time in China',
    params: schoolParams,
    body: z.object({ name, when: z.object({ day: dayOf('ahead'), time }).nullable() }),
    response: { 200: moment },
  },
} as const satisfies Endpoint

const on = <Body extends z.ZodType>(verb: string, summary: string, body: Body) =>
  ({
    method: 'POST',
    url: `/api/schools/:school/moments/:id/${verb}`,
    config: { access: 'reviewer' },
    schema: { tags, summary, params: keyParams, body, response: { 200: moment } },
  }) as const satisfies Endpoint
const seen = act.pick({ seenVersion: true })
export const momentActs = {
  rename: on('rename', 'Call it otherwise, before its time', seen.extend({ name })),
  cancel: on('cancel', 'Give it up, before its time', seen),
} as const satisfies Record<(typeof momentLife.offers)[number], Endpoint>

const standing = z.enum(STANDINGS)
/** Without `later` the figures as they are now. */
const compared = { later: uuid.optional(), year: year.optional() }
const side = z.object({ name: z.string().nullable(), at: instant })
/** What they were at the moment, and are at the later one or now. */
const both = z.object({ was: tally, is: tally })

export const compareMoments = {
  method: 'GET',
  url: '/api/schools/:school/moments/:id/comparison',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The figures of a moment beside those of another, or of now: all together and by one dimension',
    params: keyParams,
    querystring: z.object({ ...compared, by: z.enum(DIMENSIONS).default('college') }),
    response: {
      200: z.object({
        year: z.int(),
        years: z.array(z.int()),
        was: side,
        is: side,
        total: both,
        groups: z.array(both.extend({ ...named.shape, key: z.string() })),
        /** How many went from which class to which; null where they were, or are, not counted. */
        moves: z.array(z.object({ was: standing.nullable(), is: standing.nullable(), n: z.int() })),
      }),
    },
  },
} as const satisfies Endpoint
export type Comparison = z.output<(typeof compareMoments.schema.response)[200]>

/** Of who is, or was, not counted at all. */
export const UNCOUNTED = 'uncounted'
const classAsked = z.enum([...STANDINGS, UNCOUNTED]).optional()
const changedRow = z.object({
  id: z.uuid(),
  /** Empty of who has been forgotten since. */
  studentNumber: z.string(),
  name: z.string(),
  college: z.string(),
  major: z.string(),
  was: z.object({ standing, category: named.nullable() }).nullable(),
  is: z.object({ standing, category: named.nullable() }).nullable(),
})
export type ChangedRow = z.output<typeof changedRow>

export const listMomentChanges = {
  method: 'GET',
  url: '/api/schools/:school/moments/:id/changes',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Whose class changed between a moment and another, or now: what it was and is',
    params: keyParams,
    querystring: paging.extend({
      ...compared,
      was: classAsked,
      is: classAsked,
      after: uuid.optional(),
      before: uuid.optional(),
    }),
    response: { 200: pageOf(changedRow).extend({ year: z.int(), wasAt: side, isAt: side }) },
  },
} as const satisfies Endpoint

const keptRow = z.object({
  id: z.uuid(),
  /** Empty, as the name, of who has been forgotten since. */
  studentNumber: z.string(),
  name: z.string(),
  college: z.string(),
  major: z.string(),
  standing,
  category: named.nullable(),
  since: instant.nullable(),
  /** Of the roster's row, and of the agreement or destination that counted. */
  studentVersion: z.int(),
  caseVersion: z.int().nullable(),
})
export type KeptRow = z.output<typeof keptRow>

export const listMomentRows = {
  method: 'GET',
  url: '/api/schools/:school/moments/:id/rows',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The graduates behind a figure of a moment: exactly its numerator, each as it was',
    params: keyParams,
    querystring: paging.extend({
      year: year.optional(),
      measure: measure.optional(),
      ...narrowed,
      after: uuid.optional(),
      before: uuid.optional(),
    }),
    response: { 200: pageOf(keptRow).extend({ year, moment: side, chosen: z.array(chosen) }) },
  },
} as const satisfies Endpoint

/** Not asked again under a key: the file is made as it is sent. */
export const downloadMomentRows = {
  method: 'POST',
  url: '/api/schools/:school/moments/:id/rows/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The same as a file, with the versions of what counted and without numbers of documents; who has had which is journaled',
    params: keyParams,
    body: looking.extend({ year, measure: measure.optional(), filter: figureFilter, format, language }),
    produces: EITHER_SHEET,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** What a class counts; what it counted at the moment before; null where there was none. */
const counted = z.object({ is: tally, was: tally.nullable() })
const ofMeasures = z.object({
  placed: z.string(),
  contract: z.string(),
  flexible: z.string(),
  'own-business': z.string(),
  'further-study': z.string(),
  waiting: z.string(),
  'not-seeking': z.string(),
  nothing: z.string(),
  known: z.string(),
}) satisfies z.ZodType<Record<Measure, string>>
/** What figures were called and how they were defined. */
export const definitions = z.object({ measure: ofMeasures, definition: ofMeasures, population: z.string() })
/** The week's report 就业周报 of one class, made from what a moment has kept alone: asked again it is the same. */
const report = z.object({
  school: named,
  moment: brief,
  year,
  years: z.array(z.int()),
  definitions: z.object({ 'zh-CN': definitions, en: definitions }),
  before: brief.nullable(),
  total: counted,
  /** The class before on the same day of its year; null where no record reaches back to it. */
  yearBefore: z.object({ year, at: instant, tally }).nullable(),
  sections: z.array(
    z.object({
      by: z.enum(REPORTED_BY),
      groups: z.array(counted.extend({ ...named.shape, key: z.string() })),
    }),
  ),
})
export type MomentReport = z.output<typeof report>

export const getMomentReport = {
  method: 'GET',
  url: '/api/schools/:school/moments/:id/report',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The week’s report 就业周报 of a moment: its figures by college and by education, beside the moment before and the same day of the year before',
    params: keyParams,
    querystring: z.object({ year: year.optional() }),
    response: { 200: report },
  },
} as const satisfies Endpoint

export const REPORT_FORMS = ['pdf', 'xlsx'] as const
/** Not asked again under a key: the file is made as it is sent. */
export const downloadMomentReport = {
  method: 'POST',
  url: '/api/schools/:school/moments/:id/report/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The same as a file, byte for byte the same each time (AT-30); who has taken it is journaled',
    params: keyParams,
    body: z.object({ year, reportForm: z.enum(REPORT_FORMS), language }),
    produces: ['application/pdf', XLSX[0]],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** Not asked again under a key: the file is made as it is sent. */
export const downloadComparison = {
  method: 'POST',
  url: '/api/schools/:school/moments/:id/comparison/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Two moments, or one and now, beside each other as a table; who has taken it is journaled',
    params: keyParams,
    body: z.object({ later: uuid.optional(), year, groupedBy: z.enum(DIMENSIONS), format, language }),
    produces: EITHER_SHEET,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint
