import { z } from 'zod'
import { MOST_STRUCK } from '../domain/deregistration/sheet.ts'
import { LONGEST } from '../domain/longest.ts'
import { day, dayOf, instant, keyParams, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { checkedSheet, fileItself } from './sheets.ts'
import { fileName, line, text } from './typed.ts'

const tags = ['employers']

/** That the register has struck an employer out, as the school has read it. */
const deregistration = z.object({
  deregisteredOn: z.string(),
  readFrom: z.string(),
  notedBy: z.string(),
  notedAt: instant,
})
const answer = { 200: z.object({ deregistration: deregistration.nullable() }) }
const url = '/api/schools/:school/admissions/:id/deregistration'

export const getDeregistration = {
  method: 'GET',
  url,
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'Whether the school has noted that an employer, which has asked it for admission, is deregistered',
    params: keyParams,
    response: answer,
  },
} as const satisfies Endpoint

export const noteDeregistration = {
  method: 'POST',
  url,
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'Note that an employer is deregistered, since when and where that is read; the check then opens a case for each of its registrations, and changes none',
    params: keyParams,
    body: z.object({ deregisteredOn: dayOf('struck'), readFrom: line(LONGEST.line) }),
    response: answer,
  },
} as const satisfies Endpoint

export const withdrawDeregistration = {
  method: 'POST',
  url: `${url}/withdraw`,
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Withdraw the note, for a reason; its cases are then corrected by the check',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: answer,
  },
} as const satisfies Endpoint

/** What may be sent; said on the page before an upload begins. */
export const STRUCK_FILE = { mostBytes: 5 * 1024 * 1024, endings: ['.xlsx', '.csv', '.txt', '.dbf'] } as const

const checked = z.object({
  ...checkedSheet,
  /** Employers of this school that are not noted yet, at most as many as can be noted together. */
  rows: z.array(
    z.object({
      row: z.int(),
      employerId: z.uuid(),
      name: z.string(),
      creditCode: z.string(),
      /** As the file calls it, where that is another name. */
      calledThere: z.string().nullable(),
      deregisteredOn: day.nullable(),
    }),
  ),
  /** How many more of them the file has: once these are noted, the same file brings the next. */
  further: z.int(),
  /** How many are noted already. */
  same: z.int(),
  /** How many have never asked this school for admission. */
  strangers: z.int(),
})
export type CheckedDeregistrations = z.output<typeof checked>

/** The body is the file; nothing is kept of it. */
export const checkDeregistrations = {
  method: 'POST',
  url: '/api/schools/:school/deregistrations/sheet',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'Read a list of deregistered employers and match it by credit code with those that have asked the school for admission: xlsx, csv (UTF-8, GBK) or dbf',
    params: schoolParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: checked },
  },
} as const satisfies Endpoint

export const enterDeregistrations = {
  method: 'POST',
  url: '/api/schools/:school/deregistrations',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'Note all of these employers as deregistered, as one would note each, or none where one has been noted meanwhile',
    params: schoolParams,
    body: z.object({
      readFrom: line(LONGEST.line),
      struckOut: z
        .array(z.object({ employerId: uuid, deregisteredOn: dayOf('struck') }))
        .min(1)
        .max(MOST_STRUCK),
    }),
    response: { 200: z.object({ count: z.int() }) },
  },
} as const satisfies Endpoint
