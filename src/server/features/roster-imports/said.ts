import { z } from 'zod'
import { REFUSAL_CODES } from '../../../domain/refusal.ts'
import { COLUMN_KEYS, type ColumnKey } from '../../../domain/roster/columns.ts'
import { ROSTER_FAULTS } from '../../../domain/roster/fault.ts'
import { HEADING_STATES } from '../../../domain/roster/told-headings.ts'
import type { Secrets } from '../../services/secrets.ts'

/** What an import keeps of its file: sealed, for it is all personal data, and gone with the import's rows. */
const key = z.enum(COLUMN_KEYS as [ColumnKey, ...ColumnKey[]])
const text = z.string()

const about = z.object({
  sheet: z.object({
    format: z.enum(['xlsx', 'csv', 'dbf']),
    name: text,
    others: z.array(text).readonly(),
    hiddenColumns: z.array(text).readonly(),
  }),
  row: z.int(),
  headings: z
    .array(
      z.object({
        column: text,
        heading: text,
        examples: z.array(text).readonly(),
        state: z.enum(HEADING_STATES),
        means: key.nullable(),
        isSaid: z.boolean(),
      }),
    )
    .readonly(),
  missing: z.array(key).readonly(),
  hiddenRows: z.int(),
  /** Columns with formulas: what counts is the value they showed last. */
  computed: z.array(text).readonly(),
})
export type About = z.infer<typeof about>

const said = z.object({
  /** A faulty row's as they stand, any other's as they are kept; in the order of the template. */
  cells: z.array(text).readonly(),
  faults: z
    .array(
      z.object({
        row: z.int(),
        column: text.nullable(),
        key,
        value: text,
        fault: z.enum(ROSTER_FAULTS),
        details: z.record(text, z.union([text, z.number()])),
      }),
    )
    .readonly(),
  changes: z.array(z.object({ key, from: text, to: text })).readonly(),
})
export type Said = z.infer<typeof said>

const sealed =
  <T>(schema: z.ZodType<T>) =>
  (secrets: Secrets) => ({
    seal: (value: T) => secrets.seal(JSON.stringify(value)),
    open: (bytes: Buffer) => schema.parse(JSON.parse(secrets.open(bytes))),
  })
export const sealedAbout = sealed(about)
export const sealedSaid = sealed(said)

export const readRefusal = (code: string, details: unknown) => ({
  code: z.enum(REFUSAL_CODES).parse(code),
  details: z.record(text, z.union([text, z.number(), z.null()])).parse(details ?? {}),
})
