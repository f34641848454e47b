import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { checkedSheet, fileItself, language, XLSX } from './sheets.ts'
import { code, fileName, majorCode, optionalText, printedLine, search } from './typed.ts'

const tags = ['majors']
/** Of a college. */
const COLLEGE = 20
const named = z.object({ id: z.string(), name: z.string() })

const major = z.object({
  /** Of the national catalogue. */
  code: z.string(),
  name: z.string(),
  /** A code of the table of education levels. */
  educationLevel: z.string(),
  /** Those that teach it. */
  colleges: z.array(named),
  /** Offered where a major is chosen; one that is not stays with the students who have it. */
  inUse: z.boolean(),
  version: z.int(),
  /** On the roster. */
  students: z.int(),
})
export type Major = z.infer<typeof major>

const said = z.object({
  majorName: printedLine(LONGEST.line),
  educationLevel: code(),
  /** Ids of colleges. */
  colleges: z.array(code(COLLEGE)).max(200),
  inUse: z.boolean(),
})

/** So many rows are taken together; a sheet has no more. */
export const MOST_MAJORS = 1000
/** What may be sent; said on the page before an upload begins. */
export const MAJOR_FILE = {
  mostBytes: 5 * 1024 * 1024,
  endings: ['.xlsx', '.csv', '.txt', '.dbf'],
} as const
/** The row as it is to be; `seenVersion`: of what stood there when it was read, null for nothing. */
const brought = said.extend({ majorCode: majorCode.min(1), seenVersion: z.int().nullable() })
export type BroughtMajor = z.infer<typeof brought>

export const listMajors = {
  method: 'GET',
  url: '/api/schools/:school/majors',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'The school’s majors by their codes, with how many students have each',
    params: schoolParams,
    querystring: paging.extend({
      q: search,
      college: optionalText(COLLEGE).optional(),
      use: z.enum(['in-use', 'stopped']).optional(),
    }),
    response: { 200: pageOf(major) },
  },
} as const satisfies Endpoint

export const listOfferedMajors = {
  method: 'GET',
  url: '/api/schools/:school/offered-majors',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'All majors in use, where one is chosen for a student',
    params: schoolParams,
    response: {
      200: z.object({
        items: z.array(z.object({ code: z.string(), name: z.string(), educationLevel: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint

export const addMajor = {
  method: 'POST',
  url: '/api/schools/:school/majors',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Add a major; its code stays',
    params: schoolParams,
    body: said.omit({ inUse: true }).extend({ majorCode: majorCode.min(1) }),
    response: { 200: major },
  },
} as const satisfies Endpoint

export const changeMajor = {
  method: 'PUT',
  url: '/api/schools/:school/majors/:majorCode',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Change a major, or stop offering it; the students who have it keep what their roster says',
    params: schoolParams.extend({ majorCode: majorCode.min(1).meta({ examples: ['080901'] }) }),
    body: said.extend({ seenVersion: z.int() }),
    response: { 200: major },
  },
} as const satisfies Endpoint

export const readMajorSheet = {
  method: 'GET',
  url: '/api/schools/:school/majors/sheet',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'All majors as a sheet that can be changed and brought back',
    params: schoolParams,
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const readMajorTemplate = {
  method: 'GET',
  url: '/api/schools/:school/majors/template',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'A sheet to fill in, one major a row',
    params: schoolParams,
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

const shown = z.object({
  name: z.string(),
  educationLevel: z.string(),
  /** Names of those that teach it. */
  colleges: z.array(z.string()),
  inUse: z.boolean(),
})
const checkedMajors = z.object({
  ...checkedSheet,
  /** What is right and says something new: as it is sent, as it is shown, and what stands in its place. */
  rows: z.array(z.object({ row: z.int(), brought: brought, after: shown, before: shown.nullable() })),
  same: z.int(),
})
export type CheckedMajors = z.infer<typeof checkedMajors>

/** The body is the file; nothing is kept of it. */
export const checkMajorSheet = {
  method: 'POST',
  url: '/api/schools/:school/majors/sheet',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Read a sheet of majors and check it row by row: xlsx, csv (UTF-8, GBK) or dbf',
    params: schoolParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: checkedMajors },
  },
} as const satisfies Endpoint

export const enterMajors = {
  method: 'POST',
  url: '/api/schools/:school/majors/rows',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Add and change majors as a sheet was found to say, all or none',
    params: schoolParams,
    body: z.object({ listed: z.array(brought).min(1).max(MOST_MAJORS) }),
    response: { 200: z.object({ added: z.int(), changed: z.int() }) },
  },
} as const satisfies Endpoint
