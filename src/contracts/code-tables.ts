import { z } from 'zod'
import { CODE_STANDINGS } from '../domain/code-row.ts'
import { LONGEST } from '../domain/longest.ts'
import { instant, pageOf, paging } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { code, line, search } from './typed.ts'

/** The product's code tables (dictionary.md), in the order in which they are shown. */
export const CODE_KINDS = [
  'destination',
  'employer_nature',
  'employer_size',
  'industry',
  'job_category',
  'education_level',
  'training_mode',
  'teacher_student',
  'gender',
  'ethnicity',
  'political_status',
  'file_transfer',
  'region',
] as const
export type CodeKind = (typeof CODE_KINDS)[number]

/** A graduation year; null where there is no such bound. */
const year = z.int().min(1990).max(2100).nullable()
const codeName = line(LONGEST.organisation)
const codeText = z.object({
  name: codeName,
  nameEn: codeName.nullable(),
  validFrom: year,
  validUntil: year,
})
const codeRow = codeText.extend({ code: z.string(), parent: z.string().nullable() })

const kinds = z.object({
  items: z.array(
    z.object({
      kind: z.enum(CODE_KINDS),
      rows: z.int(),
      /** Not the product's own any more, or changed by the product since. */
      changed: z.int(),
      /** Added here. */
      own: z.int(),
    }),
  ),
})
export const codeTable = pageOf(
  codeRow.extend({
    parentName: z.string().nullable(),
    standing: z.enum(CODE_STANDINGS),
    /** The product's own row; null where it has none of this code. */
    shipped: codeRow.nullable(),
  }),
).extend({
  /** The latest changes, newest first. */
  history: z.array(
    z.object({
      at: instant,
      by: z.string(),
      code: z.string(),
      name: z.string(),
      act: z.enum(['add', 'change', 'take']),
      changes: z.array(
        z.object({
          field: z.enum(['name', 'nameEn', 'parent', 'validFrom', 'validUntil']),
          before: z.union([z.string(), z.number()]).nullable(),
          after: z.union([z.string(), z.number()]).nullable(),
        }),
      ),
    }),
  ),
})
export type CodeTablePage = z.infer<typeof codeTable>

const tags = ['platform']
const params = z.object({ kind: z.enum(CODE_KINDS).meta({ examples: ['region'] }) })
const done = z.object({ done: z.literal(true) })

export const listCodeTables = {
  method: 'GET',
  url: '/api/platform/code-tables',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'The code tables, with how many rows differ from the product’s own',
    response: { 200: kinds },
  },
} as const satisfies Endpoint

export const getCodeTable = {
  method: 'GET',
  url: '/api/platform/code-tables/:kind',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'The rows of a code table beside the product’s own, and what was changed last',
    params,
    querystring: paging.extend({ q: search, standing: z.enum(CODE_STANDINGS).optional() }),
    response: { 200: codeTable },
  },
} as const satisfies Endpoint

export const addCode = {
  method: 'POST',
  url: '/api/platform/code-tables/:kind/rows',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Add a row; a destination’s category takes form and class from one that is there',
    params,
    body: codeText.extend({
      id: code(20),
      parent: code(20).nullable(),
      /** The category whose form, evidence and class it takes; for destinations alone. */
      like: code(20).nullable(),
    }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const changeCode = {
  method: 'PUT',
  url: '/api/platform/code-tables/:kind/rows/:row',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Change a row’s names and years; records that name it keep what they say',
    params: params.extend({ row: code(20).meta({ examples: ['420111'] }) }),
    body: codeText.extend({ seen: codeText }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const takeShippedCodes = {
  method: 'POST',
  url: '/api/platform/code-tables/:kind/take',
  config: { access: 'operator' },
  schema: {
    tags,
    summary: 'Take the product’s own rows for these codes',
    params,
    body: z.object({ codes: z.array(code(20)).min(1).max(500) }),
    response: { 200: z.object({ taken: z.int() }) },
  },
} as const satisfies Endpoint
