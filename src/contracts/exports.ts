import { z } from 'zod'
import { FIELD_GROUPS } from '../domain/export/fields.ts'
import { MOST_DIFFERING, MOST_READ_BACK } from '../domain/export/read-back.ts'
import { FORMS, MOST_COLUMNS, MOST_TEMPLATES } from '../domain/export/template.ts'
import { LONGEST } from '../domain/longest.ts'
import { COLUMN_KEYS, type ColumnKey } from '../domain/roster/columns.ts'
import { SHEET_LIMITS } from '../domain/sheet.ts'
import { done, instant, keyParams, named, schoolParams, uuid, uuids } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { chosen, EITHER_SHEET, figureFilter, format, measure, narrowed, year } from './figures.ts'
import { ownKey } from './own-fields.ts'
import { looking } from './roster.ts'
import { fileItself, language, toldFault } from './sheets.ts'
import { fileName, line, optionalLine } from './typed.ts'

const tags = ['exports']
/** So many students of a list can be ticked for one file. */
export const MOST_TICKED = 200

/** As it is typed, or stands in a file that was shared: what a field and a form may be is the school's catalogue to judge. */
const column = z.object({
  heading: optionalLine(LONGEST.fieldName),
  below: optionalLine(LONGEST.fieldName),
  field: optionalLine(LONGEST.fieldName),
  form: optionalLine(LONGEST.number),
  constant: optionalLine(LONGEST.line),
  need: optionalLine(LONGEST.number),
})
export type SharedColumn = z.output<typeof column>

const field = named.extend({
  key: z.string(),
  group: z.enum(FIELD_GROUPS),
  /** In which its value can be written; the first is what is meant where nothing is said. */
  forms: z.array(z.enum(FORMS)),
  /** Somebody's own number, address or mail: masked in a file for which no reason is given. */
  isPersonal: z.boolean(),
})
export type ExportField = z.output<typeof field>

const template = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Empty of the school's own. */
  nameEn: z.string(),
  version: z.int(),
  /** It comes with the product: it can be copied, not changed. */
  isShipped: z.boolean(),
  saved: z.object({ by: z.string(), at: instant }).nullable(),
  columns: z.array(column),
})
export type TemplateView = z.output<typeof template>

export const listExportTemplates = {
  method: 'GET',
  url: '/api/schools/:school/export-templates',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The templates that files are exported by, the product’s first; who may change them',
    params: schoolParams,
    response: { 200: z.object({ items: z.array(template), mayChange: z.boolean() }) },
  },
} as const satisfies Endpoint

export const listExportFields = {
  method: 'GET',
  url: '/api/schools/:school/export-fields',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'What a column can be filled with, the school’s own fields among it, and how each is written',
    params: schoolParams,
    response: { 200: z.object({ items: z.array(field) }) },
  },
} as const satisfies Endpoint

export const getExportTemplate = {
  method: 'GET',
  url: '/api/schools/:school/export-templates/:id',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'A template with its last versions, the newest first',
    params: keyParams,
    response: { 200: template.extend({ mayChange: z.boolean(), versions: z.array(template) }) },
  },
} as const satisfies Endpoint

const said = {
  templateName: line(LONGEST.templateName),
  exportColumns: z.array(column).min(1).max(MOST_COLUMNS),
}
const seen = { seenVersion: z.int().min(1) }

export const addExportTemplate = {
  method: 'POST',
  url: '/api/schools/:school/export-templates',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: `Add a template: new, a copy, or one that was shared as a file; at most ${MOST_TEMPLATES}`,
    params: schoolParams,
    body: z.object(said),
    response: { 200: template },
  },
} as const satisfies Endpoint

export const exportTemplateActs = {
  save: {
    method: 'POST',
    url: '/api/schools/:school/export-templates/:id/save',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'A new version of a template; files that were made by the one before stay told by it',
      params: keyParams,
      body: z.object({ ...said, ...seen }),
      response: { 200: template },
    },
  },
  end: {
    method: 'POST',
    url: '/api/schools/:school/export-templates/:id/end',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Export by it no more; its versions stay',
      params: keyParams,
      body: z.object(seen),
      response: { 200: done },
    },
  },
} as const satisfies Record<string, Endpoint>

/** Whom a file is of: graduates as figures count them, narrowed; of a list the ticked alone. No year: the latest that has begun. */
const selection = z.object({
  year: year.optional(),
  measure: measure.optional(),
  ...narrowed,
  ticked: uuids(MOST_TICKED).optional(),
})

/** Narrowed to who lacks what a column needs; going on `after` a student. */
export const previewExport = {
  method: 'GET',
  url: '/api/schools/:school/export-templates/:id/preview',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The first rows of a file as it would be, personal numbers masked',
    params: keyParams,
    querystring: selection.extend({
      lacking: z.coerce
        .number<number | string>()
        .int()
        .min(0)
        .max(MOST_COLUMNS - 1)
        .optional(),
      after: uuid.optional(),
    }),
    response: {
      200: z.object({
        /** Of all whom the file is of. */
        total: z.int(),
        headings: z.array(z.string()),
        items: z.array(z.object({ id: z.uuid(), name: z.string(), cells: z.array(z.string()) })),
        /** Behind whom there are more. */
        next: z.uuid().nullable(),
        /** What each filter that is set means. */
        chosen: z.array(chosen),
      }),
    },
  },
} as const satisfies Endpoint

export const checkExport = {
  method: 'GET',
  url: '/api/schools/:school/export-templates/:id/check',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'How many rows of a file would lack what a column needs',
    params: keyParams,
    querystring: selection,
    response: {
      200: z.object({
        total: z.int(),
        lacking: z.array(z.object({ column: z.int(), heading: z.string(), n: z.int() })),
      }),
    },
  },
} as const satisfies Endpoint

/** Not asked again under a key: the file is made as it is sent. */
export const takeExport = {
  method: 'POST',
  url: '/api/schools/:school/export-templates/:id/take',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The file, by the version that was seen: who has had whose data, by which filter and why, is journaled; personal numbers whole only for a reason in words',
    params: keyParams,
    body: looking.extend({
      ...seen,
      year,
      measure: measure.optional(),
      filter: figureFilter,
      ticked: z.array(uuid).min(1).max(MOST_TICKED).optional(),
      whole: z.boolean().default(false),
      format,
      language,
    }),
    produces: EITHER_SHEET,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** What may come back: told by content, read where it can do no harm. */
export const RETURNED_FILE = {
  mostBytes: SHEET_LIMITS.megabytes * 1024 * 1024,
  mostRows: MOST_READ_BACK,
  endings: ['.xlsx', '.csv', '.txt', '.dbf'],
} as const
const KEYS = COLUMN_KEYS as readonly [ColumnKey, ...ColumnKey[]]
const rosterField = z.union([z.enum(KEYS), ownKey])
const difference = z.object({
  /** As on the sheet. */
  row: z.int(),
  student: z.object({ id: z.uuid(), name: z.string(), studentNumber: z.string() }),
  /** Of the student as they were compared. */
  seenVersion: z.int(),
  /** Of the roster: the former value masked where it is a personal number, `value` as it would be kept. */
  changes: z.array(
    z.object({ key: rosterField, name: z.string(), from: z.string(), to: z.string(), value: z.string() }),
  ),
  /** Of an agreement, a destination or an employer: it is changed where that is. */
  elsewhere: z.array(z.object({ heading: z.string(), from: z.string(), to: z.string() })),
  faults: z.array(toldFault),
})
export type Difference = z.output<typeof difference>

/** Nothing of the file is kept: what is not corrected yet differs when it is read again. */
export const readExportBack = {
  method: 'POST',
  url: '/api/schools/:school/export-templates/:id/read-back',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: `Read a file that was exported by this template and corrected: who differs, at most ${MOST_DIFFERING} at a time`,
    params: keyParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: {
      200: z.object({
        rows: z.int(),
        same: z.int(),
        unknownRows: z.int(),
        unknown: z.array(z.object({ row: z.int(), studentNumber: z.string() })),
        differingRows: z.int(),
        items: z.array(difference),
      }),
    },
  },
} as const satisfies Endpoint
export type ReadBackView = z.output<(typeof readExportBack.schema.response)[200]>

export const correctByFile = {
  method: 'POST',
  url: '/api/schools/:school/export-templates/:id/correct',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary:
      'Correct students on the roster as a file says that came back: all of these as they were seen, or none',
    params: keyParams,
    body: z.object({
      /** As its owner calls it, for the journal. */
      returnedFile: fileName,
      corrections: z
        .array(
          z.object({
            studentId: uuid,
            seenVersion: z.int().min(1),
            values: z.partialRecord(rosterField, optionalLine(LONGEST.reason)),
          }),
        )
        .min(1)
        .max(MOST_DIFFERING),
    }),
    response: { 200: z.object({ corrected: z.int() }) },
  },
} as const satisfies Endpoint
