import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { MOST_TRANSFERS } from '../domain/transfer/labels.ts'
import {
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
  type TransferStatus,
  transferLife,
} from '../domain/transfer/life.ts'
import { TRANSFER_WARNINGS } from '../domain/transfer/receiver.ts'
import { type NumberKind, TRANSFER_METHODS } from '../domain/transfer/record.ts'
import { ENVELOPES, TRANSFER_CHANNELS } from '../domain/transfer/way.ts'
import {
  day,
  dayOf,
  instant,
  keyParams,
  pageOf,
  paging,
  schoolNamed,
  schoolParams,
  uuid,
  uuids,
} from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { year } from './figures.ts'
import { looking } from './roster.ts'
import { fileItself, language, XLSX } from './sheets.ts'
import { code, optionalLine, optionalPrintedLine, optionalText, phone, search } from './typed.ts'

/** 档案、户口转递记录 (AT-39 to AT-43): where what leaves the school for a graduate has gone. */
const tags = ['transfers']
/** So many are handed over at once, as many as a list lets one tick. */
export const MOST_HANDED_OVER = 100
/** So many records are made at once. */
export const MOST_PREPARED = 1000

const where = {
  /** 档案接收; empty of a household. */
  method: z.string(),
  receiver: z.string(),
  address: z.string(),
  postcode: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
}
const way = { channel: z.enum(TRANSFER_CHANNELS), envelope: z.enum(ENVELOPES).nullable() }
/** As others have numbered it; empty where it is not known. */
const numbers = z.object({
  tracking: z.string(),
  transfer: z.string(),
  verification: z.string(),
  migration: z.string(),
} satisfies Record<NumberKind, z.ZodString>)

const transferRow = z.object({
  id: z.uuid(),
  kind: z.enum(TRANSFER_KINDS),
  /** 发档号. */
  dispatchNumber: z.string(),
  /** Which try it is, from 1. */
  nth: z.int(),
  student: studentBrief,
  studentId: z.uuid(),
  status: z.enum(TRANSFER_STATUSES),
  version: z.int(),
  ...where,
  ...way,
  batch: z.string(),
  numbers,
  preparedAt: instant,
  sentOn: day.nullable(),
  receivedOn: day.nullable(),
  returnedOn: day.nullable(),
  /** Why it came back, or is not sent. */
  reason: z.string().nullable(),
  /** To be looked at: before it goes, and where what the student signed says another receiver by now. */
  warnings: z.array(z.enum(TRANSFER_WARNINGS)),
  /** On its way for eleven months, and nobody has said that it came. */
  isUnconfirmed: z.boolean(),
})
export type TransferRow = z.infer<typeof transferRow>

export const transferView = transferRow.extend({
  school: schoolNamed,
  remark: z.string(),
  /** The last day on which the post traces it; null before it is sent. */
  tracedUntil: day.nullable(),
  /** What holds the student's place says now; null where nothing says it. */
  said: z.object(where).nullable(),
  actions: z.array(z.enum(transferLife.offers)),
  timeline: z.array(timelineEntry),
})
export type TransferView = z.infer<typeof transferView>

const narrowed = {
  kind: z.enum(TRANSFER_KINDS).default('file'),
  q: search,
  status: z.enum(TRANSFER_STATUSES).optional(),
  channel: z.enum(TRANSFER_CHANNELS).optional(),
  college: optionalText(20).optional(),
  batch: optionalLine(LONGEST.title).optional(),
  /** On its way and unconfirmed for eleven months. */
  only: z.enum(['unconfirmed']).optional(),
}
const counts = z.object({
  prepared: z.int(),
  sent: z.int(),
  received: z.int(),
  returned: z.int(),
  cancelled: z.int(),
} satisfies Record<TransferStatus, z.ZodInt>)
const colleges = z.array(z.object({ id: z.string(), name: z.string() }))

export const listTransfers = {
  method: 'GET',
  url: '/api/schools/:school/transfers',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'What was sent for graduates within the reader’s scope, the latest first, going on from one of them; and how much of it is in each state',
    params: schoolParams,
    querystring: paging.extend({ ...narrowed, after: uuid.optional(), before: uuid.optional() }),
    response: { 200: pageOf(transferRow).extend({ counts, colleges }) },
  },
} as const satisfies Endpoint
export type TransferPage = z.infer<(typeof listTransfers.schema.response)[200]>

export const takeTransfers = {
  method: 'POST',
  url: '/api/schools/:school/transfer-list',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The list as a sheet (转递清册), as far as the filter goes, without numbers of documents; who has had it is journaled',
    params: schoolParams,
    body: looking.extend({ transferFilter: z.object(narrowed), language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const listMyTransfers = {
  method: 'GET',
  url: '/api/schools/:school/my/transfers',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Where the student’s own file and household certificate are, the latest first',
    params: schoolParams,
    response: { 200: z.object({ items: z.array(transferRow) }) },
  },
} as const satisfies Endpoint

export const getTransfer = {
  method: 'GET',
  url: '/api/schools/:school/transfers/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'One record with its history, for its student and the school',
    params: keyParams,
    response: { 200: transferView },
  },
} as const satisfies Endpoint

/** Whom a batch is made for: graduates of a year who hold a place, or those who are named. */
const whom = {
  year: year.optional(),
  college: optionalText(20).optional(),
}
const candidate = z.object({
  id: z.uuid(),
  student: studentBrief,
  /** Who holds the student's place; null where nobody does. */
  holder: z.string().nullable(),
  ...where,
  warnings: z.array(z.enum(TRANSFER_WARNINGS)),
})
export type TransferCandidate = z.infer<typeof candidate>

export const listTransferCandidates = {
  method: 'GET',
  url: '/api/schools/:school/transfer-candidates',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'For whom a record can be made: graduates of a year whose destination is certain, or those who are named, without one that stands; and what to look at',
    params: schoolParams,
    querystring: paging.extend({
      kind: z.enum(TRANSFER_KINDS).default('file'),
      ...whom,
      ids: uuids(MOST_TRANSFERS).optional(),
      after: uuid.optional(),
      before: uuid.optional(),
    }),
    response: { 200: pageOf(candidate).extend({ year: z.int(), years: z.array(z.int()), colleges }) },
  },
} as const satisfies Endpoint
export type TransferCandidates = z.infer<(typeof listTransferCandidates.schema.response)[200]>

export const prepareTransfers = {
  method: 'POST',
  url: '/api/schools/:school/transfers',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'Make a record for each of these, filled from what they have signed: for as many as its author was shown, or for nobody',
    params: schoolParams,
    body: z.object({
      transferKind: z.enum(TRANSFER_KINDS),
      transferWay: z.object({ ...way, batch: optionalLine(LONGEST.title) }),
      transferWhom: z.object({ ...whom, students: z.array(uuid).min(1).max(MOST_TRANSFERS).optional() }),
      seenTotal: z.int().min(1).max(MOST_PREPARED),
    }),
    response: { 200: z.object({ count: z.int() }) },
  },
} as const satisfies Endpoint

export const handOverTransfers = {
  method: 'POST',
  url: '/api/schools/:school/transfers/hand-over',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'A batch is handed over: all of these records as they were read, or none',
    params: schoolParams,
    body: z.object({
      transfers: z
        .array(z.object({ id: uuid, seenVersion: z.int().min(1) }))
        .min(1)
        .max(MOST_HANDED_OVER),
      sentOn: dayOf('signed'),
    }),
    response: { 200: z.object({ count: z.int() }) },
  },
} as const satisfies Endpoint

const transferAct = actsOn('transfers', transferView)
const seen = { seenVersion: z.int().min(1) }
const number = z.union([z.literal(''), code()])
const typedNumbers = z.object({
  tracking: number,
  transfer: number,
  verification: number,
  migration: number,
} satisfies Record<NumberKind, typeof number>)
const typedContent = z.object({
  method: z.union([z.literal(''), z.enum(TRANSFER_METHODS)]),
  receiver: optionalPrintedLine(LONGEST.organisation),
  address: optionalPrintedLine(LONGEST.address),
  postcode: z.union([z.literal(''), code().regex(/^\d{6}$/)]).default(''),
  contactName: optionalPrintedLine(LONGEST.personName),
  contactPhone: z.union([z.literal(''), phone]).default(''),
  ...way,
  batch: optionalLine(LONGEST.title),
  remark: optionalLine(LONGEST.line),
})

/** The acts on one record, by their names in its lifecycle. */
export const transferActs = {
  change: transferAct(
    'change',
    'staff',
    'Where it goes, and how, is put right before it is sent',
    z.object({ ...seen, transferTo: typedContent }),
  ),
  send: transferAct(
    'send',
    'staff',
    'It is handed over: to the post, a messenger or whoever collects it; the student is told',
    z.object({ ...seen, sentOn: dayOf('signed'), transferNumbers: typedNumbers }),
  ),
  number: transferAct(
    'number',
    'staff',
    'The numbers that others have given it; each is one student’s only',
    z.object({ ...seen, transferNumbers: typedNumbers }),
  ),
  receive: transferAct(
    'receive',
    'staff',
    'The receiver has it; the student is told',
    z.object({ ...seen, receivedOn: dayOf('signed') }),
  ),
  return: transferAct(
    'return',
    'staff',
    'It has come back, and why; the next try is another record',
    act.extend({ returnedOn: dayOf('signed') }),
  ),
  cancel: transferAct('cancel', 'staff', 'It is not sent: say why', act),
} as const satisfies Record<(typeof transferLife.offers)[number], Endpoint>
