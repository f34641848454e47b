import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { MOST_TRANSFER_ROWS } from '../domain/transfer/columns.ts'
import { TRANSFER_STATUSES } from '../domain/transfer/life.ts'
import type { NumberKind } from '../domain/transfer/record.ts'
import { dayOf, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { checkedSheet, fileItself, language, XLSX } from './sheets.ts'
import { code, fileName, optionalLine } from './typed.ts'

const tags = ['transfers']
/** What may be sent; said on the page before an upload begins. */
export const TRANSFER_FILE = {
  mostBytes: 5 * 1024 * 1024,
  endings: ['.xlsx', '.csv', '.txt', '.dbf'],
} as const

const number = code().optional()
/** What a row says of a record, as it was seen. */
const brought = z.object({
  id: uuid,
  seenVersion: z.int().min(1),
  sentOn: dayOf('signed').nullable(),
  receivedOn: dayOf('signed').nullable(),
  returnedOn: dayOf('signed').nullable(),
  reason: optionalLine(LONGEST.reason),
  numbers: z.object({
    tracking: number,
    transfer: number,
    verification: number,
    migration: number,
  } satisfies Record<NumberKind, typeof number>),
})
export type BroughtTransfer = z.infer<typeof brought>

const checked = z.object({
  ...checkedSheet,
  /** What is right and says something new: as it is sent, and as it is shown. */
  rows: z.array(
    z.object({
      row: z.int(),
      brought,
      dispatchNumber: z.string(),
      student: z.string(),
      receiver: z.string(),
      before: z.enum(TRANSFER_STATUSES),
      after: z.enum(TRANSFER_STATUSES),
      tracking: z.string(),
    }),
  ),
  same: z.int(),
})
export type CheckedTransfers = z.infer<typeof checked>

export const readTransferTemplate = {
  method: 'GET',
  url: '/api/schools/:school/transfers/template',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'A sheet to fill in: what has become of each record, by its dispatch number',
    params: schoolParams,
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** The body is the file; nothing is kept of it. */
export const checkTransferSheet = {
  method: 'POST',
  url: '/api/schools/:school/transfers/sheet',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'Read the post’s sheet and match it by dispatch number, row by row: xlsx, csv (UTF-8, GBK) or dbf',
    params: schoolParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: checked },
  },
} as const satisfies Endpoint

export const enterTransfers = {
  method: 'POST',
  url: '/api/schools/:school/transfers/rows',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Write what a sheet was found to say, all of it as it was previewed, or none; students are told',
    params: schoolParams,
    body: z.object({ transferRows: z.array(brought).min(1).max(MOST_TRANSFER_ROWS) }),
    response: { 200: z.object({ count: z.int() }) },
  },
} as const satisfies Endpoint
