import { z } from 'zod'
import { LABELS_ON_SHEET, MOST_TRANSFERS } from '../domain/transfer/labels.ts'
import { TRANSFER_WARNINGS } from '../domain/transfer/receiver.ts'
import { schoolParams, uuids } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { fileItself } from './sheets.ts'

const tags = ['transfer papers']

/** Students, by their ids. */
const chosen = z.object({ ids: uuids(MOST_TRANSFERS) })

const transfer = z.object({
  id: z.uuid(),
  name: z.string(),
  studentNumber: z.string(),
  college: z.string(),
  major: z.string(),
  /** With whom the certified agreement is; null where there is none. */
  employer: z.string().nullable(),
  agreementNumber: z.string().nullable(),
  /** 发档号 of the record that stands; null where there is none. */
  dispatchNumber: z.string().nullable(),
  /** Where the file goes, as the record that stands has it, else that agreement. */
  file: z
    .object({
      method: z.string(),
      receiver: z.string(),
      address: z.string(),
      postcode: z.string(),
      contactName: z.string(),
      contactPhone: z.string(),
    })
    .nullable(),
  warnings: z.array(z.enum(TRANSFER_WARNINGS)),
  /** Whether there is an address to print. */
  hasLabel: z.boolean(),
})
export type TransferBrief = z.infer<typeof transfer>

export const checkTransfers = {
  method: 'GET',
  url: '/api/schools/:school/transfer-papers',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Where the files of these students go, and what to look at before anything is printed',
    params: schoolParams,
    querystring: chosen,
    response: { 200: z.object({ items: z.array(transfer) }) },
  },
} as const satisfies Endpoint

export const printTransferSlips = {
  method: 'GET',
  url: '/api/schools/:school/transfer-slips',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Transfer slips (学生档案转递通知单) with their receipts, as one PDF: a page for each student',
    params: schoolParams,
    querystring: chosen,
    produces: ['application/pdf'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const printAddressLabels = {
  method: 'GET',
  url: '/api/schools/:school/address-labels',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Address labels as one PDF, 24 on a sheet of A4; the first sheet may begin further on',
    params: schoolParams,
    querystring: chosen.extend({
      start: z.coerce.number<number | string>().int().min(1).max(LABELS_ON_SHEET).default(1),
    }),
    produces: ['application/pdf'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint
