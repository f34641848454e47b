import { z } from 'zod'
import { TOPICS } from '../domain/audit/topics.ts'
import { LONGEST } from '../domain/longest.ts'
import { instant, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { format, year } from './figures.ts'
import { looking } from './roster.ts'
import { fileItself, language } from './sheets.ts'
import { line, optionalLine } from './typed.ts'

const tags = ['audits']
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ examples: ['0'.repeat(64)] })
const topic = z.enum(TOPICS)
const signing = z.object({
  id: z.uuid(),
  signatory: z.string(),
  signatoryPosition: z.string(),
  signedAt: instant,
  hash,
})
export type AuditSigning = z.infer<typeof signing>

export const getAudit = {
  method: 'GET',
  url: '/api/schools/:school/audit',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'The file for an audit of a year’s destinations: its nine topics with how much each has, and who has signed it, the latest first',
    params: schoolParams,
    querystring: z.object({ year: year.optional() }),
    response: {
      200: z.object({
        year: z.int(),
        years: z.array(z.int()),
        topics: z.array(z.object({ topic, count: z.int() })),
        signings: z.array(signing),
        maySign: z.boolean(),
      }),
    },
  },
} as const satisfies Endpoint

export const listAuditRows = {
  method: 'GET',
  url: '/api/schools/:school/audit/rows',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'A topic’s rows as the file has them, page by page; all rows of one graduate are on one page',
    params: schoolParams,
    querystring: z.object({
      year,
      topic,
      /** Behind the row of this key. */
      after: optionalLine(LONGEST.line),
      language,
    }),
    response: {
      200: z.object({
        headings: z.array(z.string()),
        rows: z.array(z.array(z.string())),
        next: z.string().nullable(),
      }),
    },
  },
} as const satisfies Endpoint

export const getAuditContent = {
  method: 'GET',
  url: '/api/schools/:school/audit/content',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'By which all rows of the file are known again, as they are now, and which topics are others than those last signed',
    params: schoolParams,
    querystring: z.object({ year }),
    response: {
      200: z.object({
        hash,
        /** It has been signed as it is. */
        isSigned: z.boolean(),
        topics: z.array(
          z.object({
            topic,
            rows: z.int(),
            sha256: hash,
            /** Null where nothing has been signed. */
            isChanged: z.boolean().nullable(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

export const signAudit = {
  method: 'POST',
  url: '/api/schools/:school/audit/sign',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Sign the file by name and time, as it was read: what was signed is fixed by its hash',
    params: schoolParams,
    body: z.object({ year, signatoryPosition: line(LONGEST.position), seenHash: hash }),
    response: { 200: signing },
  },
} as const satisfies Endpoint

/** Not asked again under a key: a file is no answer that is kept. */
export const takeAudit = {
  method: 'POST',
  url: '/api/schools/:school/audit/download',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary:
      'The file as a zip that is made while it is sent: a sheet a topic, the sign-offs, and the evidence with its manifest if wished; journaled before the first byte',
    params: schoolParams,
    body: looking.extend({ year, format, withFiles: z.boolean(), language }),
    produces: ['application/zip'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint
