import { z } from 'zod'
import { COLUMN_KEYS, type ColumnKey } from '../domain/roster/columns.ts'
import { IMPORT_STATUSES, ROW_STANDINGS } from '../domain/roster/import.ts'
import { SHEET_LIMITS } from '../domain/sheet.ts'
import { instant, keyParams, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { ownKey } from './own-fields.ts'
import { looking } from './roster.ts'
import { aboutSheet, fileItself, language, toldFault, XLSX } from './sheets.ts'
import { fileName } from './typed.ts'

const tags = ['roster imports']
const KEYS = COLUMN_KEYS as readonly [ColumnKey, ...ColumnKey[]]
/** A column of ours, or a field of the school's own. */
const key = z.union([z.enum(KEYS), ownKey])

/** What may be sent: told by content, read where it can do no harm; said on the page before an upload begins. */
export const ROSTER_FILE = {
  mostBytes: SHEET_LIMITS.megabytes * 1024 * 1024,
  mostRows: SHEET_LIMITS.rows,
  endings: ['.xlsx', '.csv', '.txt', '.dbf'],
} as const

const counts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), faulty: z.int() })

export const rosterImportRow = z.object({
  id: z.uuid(),
  status: z.enum(IMPORT_STATUSES),
  /** Who brought it, and whether that is the reader. */
  by: z.string(),
  isMine: z.boolean(),
  begunAt: instant,
  endedAt: instant.nullable(),
  fileName: z.string(),
  fileSize: z.int(),
  rowsRead: z.int(),
  counts,
  /** Students of the same years whom no row is about; they stay. */
  missing: z.int(),
  /** Why it could not be read, in words. */
  failure: z.string().nullable(),
  /** What its reader may do. */
  actions: z.array(z.enum(['commit', 'cancel'])),
})

const namedMajors = z.array(z.object({ code: z.string(), name: z.string(), rows: z.int() }))

export const rosterImport = rosterImportRow.extend({
  /** What the file is and has; null while it is read, for who has not brought it, and once its rows are gone. */
  about: aboutSheet(key)
    .extend({
      /** Codes of majors that the school’s list has not, added as the rows are entered; and those that it has stopped. */
      majors: z.object({ added: namedMajors, stopped: namedMajors }),
    })
    .nullable(),
  /** What a column can be, in the order of the template and the reader's language. */
  columns: z.array(z.object({ key, name: z.string() })),
})
export type RosterImportView = z.infer<typeof rosterImport>

export const readRosterTemplate = {
  method: 'GET',
  url: '/api/schools/:school/roster-template',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'A sheet to fill in, with the school’s own colleges and code tables',
    params: schoolParams,
    querystring: z.object({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const listRosterImports = {
  method: 'GET',
  url: '/api/schools/:school/roster-imports',
  config: { access: 'administrator', token: 'roster.prepare' },
  schema: {
    tags,
    summary: 'The school’s imports, the newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(rosterImportRow) },
  },
} as const satisfies Endpoint

/**
 * The body is the file, streamed; the answer comes once all of it is here, while it is still being read: ask for the import
 * to see how far it is. One that the same person began before and did not enter is replaced.
 */
export const uploadRoster = {
  method: 'POST',
  url: '/api/schools/:school/roster-imports',
  config: { access: 'administrator', token: 'roster.prepare' },
  schema: {
    tags,
    summary: 'Upload a roster to be read and compared: xlsx, csv (UTF-8, GBK) or DBF',
    params: schoolParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: rosterImport },
  },
} as const satisfies Endpoint

export const getRosterImport = {
  method: 'GET',
  url: '/api/schools/:school/roster-imports/:id',
  config: { access: 'administrator', token: 'roster.prepare' },
  schema: {
    tags,
    summary: 'An import: how far it is, what its file has, and how many rows do what',
    params: keyParams,
    response: { 200: rosterImport },
  },
} as const satisfies Endpoint

const importedRow = z.object({
  id: z.string(),
  /** As on the sheet. */
  row: z.int(),
  studentNumber: z.string(),
  name: z.string(),
  /** Numbers of documents and telephones are masked on both sides. */
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  faults: z.array(toldFault),
})

export const listRosterRows = {
  method: 'GET',
  url: '/api/schools/:school/roster-imports/:id/rows',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Rows of an import by what they do, for who has brought it',
    params: keyParams,
    querystring: paging.extend({ standing: z.enum(ROW_STANDINGS).default('faulty') }),
    response: { 200: pageOf(importedRow) },
  },
} as const satisfies Endpoint

export const listMissingStudents = {
  method: 'GET',
  url: '/api/schools/:school/roster-imports/:id/missing',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Students of the same years who are in no row of the file; nothing happens to them',
    params: keyParams,
    querystring: paging,
    response: {
      200: pageOf(
        z.object({ id: z.uuid(), name: z.string(), studentNumber: z.string(), college: z.string() }),
      ),
    },
  },
} as const satisfies Endpoint

/** For a reason, which is journaled: it has the numbers whole. Not asked again under a key, for what is kept would keep them. */
export const readRosterReport = {
  method: 'POST',
  url: '/api/schools/:school/roster-imports/:id/report',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Every row with what it does or what is wrong; it can be corrected and uploaded again',
    params: keyParams,
    body: looking.extend({ language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** Kept for every file of the school; the file is to be uploaded again, for nothing of it is kept. */
export const nameHeadings = {
  method: 'POST',
  url: '/api/schools/:school/roster-imports/:id/name-headings',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Say what the headings of a file mean, for this file and all later ones',
    params: keyParams,
    body: z.object({
      headings: z
        .array(
          z.object({
            column: z
              .string()
              .regex(/^[A-Z]{1,3}$/)
              .meta({ examples: ['A'] }),
            /** `nothing`: it is not read; `automatic`: the school says no more about it. */
            means: z.union([key, z.enum(['nothing', 'automatic'])]),
          }),
        )
        .min(1)
        .max(SHEET_LIMITS.columns),
    }),
    response: { 200: rosterImport },
  },
} as const satisfies Endpoint

/** All of what was shown, or nothing: refused with `roster-changed` where the roster is not the one it was compared with. */
export const commitRosterImport = {
  method: 'POST',
  url: '/api/schools/:school/roster-imports/:id/commit',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Enter what was previewed: the new and the changed; who is missing in the file stays',
    params: keyParams,
    response: { 200: rosterImport },
  },
} as const satisfies Endpoint

export const cancelRosterImport = {
  method: 'POST',
  url: '/api/schools/:school/roster-imports/:id/cancel',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Give an import up while it is read or looked at: nothing of it is kept',
    params: keyParams,
    response: { 200: rosterImport },
  },
} as const satisfies Endpoint
