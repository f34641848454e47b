import { z } from 'zod'
import { BATCH_STANDINGS, MOST_ROWS, ROW_STANDINGS } from '../domain/invitation-batch/batch.ts'
import { BATCH_SHEET, type ColumnKey } from '../domain/invitation-batch/columns.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { noticeRead } from './notice-texts.ts'
import { minimumWage } from './places.ts'
import { aboutSheet, fileItself, language, toldFault, XLSX } from './sheets.ts'
import { fingerprint, signed } from './signing.ts'
import { fileName } from './typed.ts'

const tags = ['invitation batches']
const KEYS = BATCH_SHEET.keys as readonly [ColumnKey, ...ColumnKey[]]

/** What may be sent: told by content, read where it can do no harm; said on the page before an upload begins. */
export const BATCH_FILE = {
  mostBytes: 10 * 1024 * 1024,
  mostRows: MOST_ROWS,
  endings: ['.xlsx', '.csv', '.txt'],
} as const

export const invitationBatchRow = z.object({
  id: z.uuid(),
  school: schoolNamed,
  status: z.enum(BATCH_STANDINGS),
  by: z.string(),
  begunAt: instant,
  endedAt: instant.nullable(),
  fileName: z.string(),
  fileSize: z.int(),
  rowsRead: z.int(),
  /** `right` is still to be sent; `refused` was right when it was checked, and no more when it was to be sent. */
  counts: z.object({ right: z.int(), faulty: z.int(), sent: z.int(), refused: z.int() }),
  /** Why it could not be read, in words. */
  failure: z.string().nullable(),
  actions: z.array(z.enum(['send', 'cancel'])),
})

export const invitationBatch = invitationBatchRow.extend({
  /** What the file is and has; null while it is read, and once its rows are gone. */
  about: aboutSheet(z.enum(KEYS)).nullable(),
  /** Rows whose pay is below the minimum wage of their place, the first of them: doubtful, and sent all the same. */
  belowMinimum: z.array(z.object({ row: z.int(), pay: z.int(), minimum: minimumWage })),
  /** Its rows can be looked at. */
  isShown: z.boolean(),
  /** Of what is still to be sent: signed once for all of it; null where nothing is to be sent. */
  fingerprint: fingerprint.nullable(),
  /** What a column can be, in the order of the template and the reader's language. */
  columns: z.array(z.object({ key: z.enum(KEYS), name: z.string() })),
})
export type InvitationBatchView = z.infer<typeof invitationBatch>

export const readInvitationTemplate = {
  method: 'GET',
  url: '/api/employer/invitation-template',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'A sheet to fill in, one invitation a row',
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const listInvitationBatches = {
  method: 'GET',
  url: '/api/employer/invitation-batches',
  config: { access: 'employer', token: 'invitations.prepare' },
  schema: {
    tags,
    summary: 'The employer’s files of invitations across schools, the newest first',
    querystring: paging,
    response: { 200: pageOf(invitationBatchRow) },
  },
} as const satisfies Endpoint

/**
 * The body is the file, streamed; the answer comes once all of it is here, while it is still being checked: ask for the
 * batch to see how far it is. One that the same person brought before and has not sent is replaced. A student who is not
 * found counts against whoever looks, as one who is looked up alone.
 */
export const uploadInvitations = {
  method: 'POST',
  url: '/api/schools/:school/invitation-batches',
  config: { access: 'employer', token: 'invitations.prepare' },
  schema: {
    tags,
    summary: 'Upload invitations to be checked row by row: xlsx or csv (UTF-8, GBK)',
    params: schoolParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: invitationBatch },
  },
} as const satisfies Endpoint

export const getInvitationBatch = {
  method: 'GET',
  url: '/api/schools/:school/invitation-batches/:id',
  config: { access: 'employer', token: 'invitations.prepare' },
  schema: {
    tags,
    summary: 'A file of invitations: how far it is, and how many rows are right, wrong and sent',
    params: keyParams,
    response: { 200: invitationBatch },
  },
} as const satisfies Endpoint

const batchRow = z.object({
  id: z.string(),
  /** As on the sheet. */
  row: z.int(),
  studentNumber: z.string(),
  name: z.string(),
  position: z.string(),
  /** The invitation that it became. */
  invitationId: z.uuid().nullable(),
  faults: z.array(toldFault),
})

export const listBatchRows = {
  method: 'GET',
  url: '/api/schools/:school/invitation-batches/:id/rows',
  config: { access: 'employer', token: 'invitations.prepare' },
  schema: {
    tags,
    summary: 'Rows of a file of invitations by what became of them',
    params: keyParams,
    querystring: paging.extend({ standing: z.enum(ROW_STANDINGS).default('faulty') }),
    response: { 200: pageOf(batchRow) },
  },
} as const satisfies Endpoint

export const readBatchReport = {
  method: 'GET',
  url: '/api/schools/:school/invitation-batches/:id/report',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Every row that was not sent, with what is wrong: it can be corrected and uploaded again',
    params: keyParams,
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** Answers when it has begun. Each row is an act of its own, judged again: what is right no more is told as such. */
export const sendInvitationBatch = {
  method: 'POST',
  url: '/api/schools/:school/invitation-batches/:id/send',
  config: { access: 'employer', signs: 'invitation.send' },
  schema: {
    tags,
    summary: 'Send every row that is right, or go on where it was broken off; no row is sent twice',
    params: keyParams,
    body: z.object({ ...noticeRead, ...signed }),
    response: { 200: invitationBatch },
  },
} as const satisfies Endpoint

export const cancelInvitationBatch = {
  method: 'POST',
  url: '/api/schools/:school/invitation-batches/:id/cancel',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Send no more of a file; what was sent stays sent',
    params: keyParams,
    response: { 200: invitationBatch },
  },
} as const satisfies Endpoint
