import { z } from 'zod'
import { DIMENSIONS } from '../domain/figures/dimensions.ts'
import { MEASURE_NAMES, type Tally } from '../domain/figures/parts.ts'
import { LONGEST } from '../domain/longest.ts'
import { day, done, instant, named, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { looking } from './roster.ts'
import { fileItself, language, XLSX } from './sheets.ts'
import { studentRow } from './students.ts'
import { optionalText } from './typed.ts'

const tags = ['figures']

/** A code; an empty one means those of whom nothing is known. */
const coded = optionalText(LONGEST.number).optional()
const ofRoster = {
  college: optionalText(20).optional(),
  /** By its name, as the roster has it. */
  major: optionalText(LONGEST.line).optional(),
  level: coded,
  gender: coded,
  home: coded,
}
export const narrowed = {
  ...ofRoster,
  region: coded,
  industry: coded,
  nature: coded,
  pay: coded,
}
export const figureFilter = z.object(narrowed)
/** As a moment has kept it; now where none is named. */
const moment = uuid.optional()
export type FigureFilterAsked = z.output<typeof figureFilter>
export const year = z.coerce.number<number | string>().int().min(1900).max(2200)
const by = z.enum(DIMENSIONS).default('college')
export const measure = z.enum(MEASURE_NAMES)

/** Heads by what they count as. */
export const tally = z.object({
  contract: z.int(),
  flexible: z.int(),
  'own-business': z.int(),
  'further-study': z.int(),
  waiting: z.int(),
  'not-seeking': z.int(),
  nothing: z.int(),
}) satisfies z.ZodType<Tally>
/** The key as filters take it; the name of what has no key is the page's to word. */
const group = named.extend({ key: z.string(), tally })
/** What a filter that is set means. */
export const chosen = named.extend({ dimension: z.enum(DIMENSIONS), key: z.string() })
export type FigureGroup = z.output<typeof group>

export const getFigures = {
  method: 'GET',
  url: '/api/schools/:school/figures',
  config: { access: 'staff', token: 'figures.read' },
  schema: {
    tags,
    summary:
      'What became of a year’s graduates within the reader’s scope, all together and by one dimension, now or as a moment has kept it; of the dimensions of work, of those who work',
    params: schoolParams,
    querystring: z.object({ year: year.optional(), by, moment, ...narrowed }),
    response: {
      200: z.object({
        /** The one asked for; else the latest that has begun. */
        year: z.int(),
        years: z.array(z.int()),
        at: instant,
        total: tally,
        groups: z.array(group),
        /** Graduates of whom an agreement or a destination waits for the school; null of a moment, which keeps what counts. */
        waiting: z.int().nullable(),
        moment: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        /** What each filter that is set means. */
        chosen: z.array(chosen),
      }),
    },
  },
} as const satisfies Endpoint
export type Figures = z.output<(typeof getFigures.schema.response)[200]>

export const getDevelopment = {
  method: 'GET',
  url: '/api/schools/:school/figures/development',
  config: { access: 'staff', token: 'figures.read' },
  schema: {
    tags,
    summary:
      'How a year’s figures grew, week by week, beside earlier years on the same days: from when agreements and destinations came into force; roster data as they are now',
    params: schoolParams,
    querystring: z.object({ year: year.optional(), ...ofRoster }),
    response: {
      200: z.object({
        year: z.int(),
        at: instant,
        /** The day of each point in the year asked for; an earlier year’s are the same days so many years before. */
        days: z.array(day),
        years: z.array(z.object({ year: z.int(), graduates: z.int(), points: z.array(tally) })),
      }),
    },
  },
} as const satisfies Endpoint
export type Development = z.output<(typeof getDevelopment.schema.response)[200]>

/** Going on from a place, as the roster does (docs/decisions/0024). */
export const listFigureRows = {
  method: 'GET',
  url: '/api/schools/:school/figures/rows',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The graduates behind a figure: exactly its numerator',
    params: schoolParams,
    querystring: paging.extend({
      year,
      measure: measure.optional(),
      ...narrowed,
      after: uuid.optional(),
      before: uuid.optional(),
    }),
    response: {
      200: pageOf(studentRow).extend({
        chosen: z.array(chosen),
      }),
    },
  },
} as const satisfies Endpoint
export type FigureRows = z.output<(typeof listFigureRows.schema.response)[200]>

export const SHEET_FORMS = ['xlsx', 'csv'] as const
const CSV = 'text/csv; charset=utf-8'
export const EITHER_SHEET = [XLSX[0], CSV] as const
export const format = z.enum(SHEET_FORMS).default('xlsx')

/** Not asked again under a key: the file is made as it is sent. */
export const downloadFigureTable = {
  method: 'POST',
  url: '/api/schools/:school/figures/table',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The table of a view of figures with its definitions, which is journaled',
    params: schoolParams,
    body: z.object({ year, groupedBy: z.enum(DIMENSIONS), moment, filter: figureFilter, format, language }),
    produces: EITHER_SHEET,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

const developmentFilter = z.object(ofRoster)
/** Not asked again under a key: the file is made as it is sent. */
export const downloadDevelopment = {
  method: 'POST',
  url: '/api/schools/:school/figures/development/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'How a year’s figures grew, week by week, as a file, which is journaled',
    params: schoolParams,
    body: z.object({ year, filter: developmentFilter, format, language }),
    produces: EITHER_SHEET,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** Not asked again under a key: the file is made as it is sent. */
export const downloadFigureRows = {
  method: 'POST',
  url: '/api/schools/:school/figures/rows/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The graduates behind a figure as a file, without numbers of documents; who has had which is journaled',
    params: schoolParams,
    body: looking.extend({ year, measure: measure.optional(), filter: figureFilter, format, language }),
    produces: EITHER_SHEET,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const PICTURES = ['parts', 'groups', 'development', 'comparison'] as const
export const PICTURE_FORMS = ['svg', 'png'] as const
/** The picture is drawn by the page; that it leaves the product is said here. */
export const takePicture = {
  method: 'POST',
  url: '/api/schools/:school/figures/pictures',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Journal that a picture of figures is taken',
    params: schoolParams,
    body: z.object({
      year,
      groupedBy: z.enum(DIMENSIONS),
      moment,
      filter: figureFilter,
      picture: z.enum(PICTURES),
      pictureForm: z.enum(PICTURE_FORMS),
    }),
    response: { 200: done },
  },
} as const satisfies Endpoint
