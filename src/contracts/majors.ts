import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { code, majorCode, optionalText, printedLine, search } from './typed.ts'

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
