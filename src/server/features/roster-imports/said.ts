import { z } from 'zod'
import { ownKey as own } from '../../../contracts/own-fields.ts'
import type { ToldMajors } from '../../../domain/major/told.ts'
import { isOwnKey } from '../../../domain/own-field/field.ts'
import {
  COLUMN_KEYS,
  type ColumnKey,
  type RosterKey,
  type RosterValues,
} from '../../../domain/roster/columns.ts'
import { ROSTER_FAULTS } from '../../../domain/roster/fault.ts'
import type { Secrets } from '../../services/secrets.ts'
import { type AboutSheet, aboutSheet, sealed } from '../../services/sheets/sealed.ts'
import { type EnteredRow, valuesOf } from '../students/roster-columns.ts'

const key = z.union([z.enum(COLUMN_KEYS as [ColumnKey, ...ColumnKey[]]), own])
const text = z.string()

const namedMajors = z.array(z.object({ code: text, name: text, rows: z.int() })).readonly()
export type About = AboutSheet<RosterKey> & { readonly majors: ToldMajors }

const said = z.object({
  /** A faulty row's as they stand, any other's as they are kept; in the order of the template. */
  cells: z.array(text).readonly(),
  /** The same of the school's own fields. */
  own: z.record(own, text).default({}),
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

/** Gone with the import's rows. */
export const sealedAbout = sealed<About>(
  aboutSheet(key).and(
    // A preview from before there was a list says none.
    z.object({
      majors: z.object({ added: namedMajors, stopped: namedMajors }).default({ added: [], stopped: [] }),
    }),
  ),
)
export const sealedSaid = sealed(said)

/** Of a row without faults: its values, and what they change. */
export const saidOfValues = (values: RosterValues, changes: Said['changes'] = []): Said => ({
  cells: COLUMN_KEYS.map((key) => values[key] ?? ''),
  own: Object.fromEntries(
    Object.keys(values).flatMap((key) => (isOwnKey(key) && values[key] ? [[key, values[key]]] : [])),
  ),
  faults: [],
  changes,
})

export type SaidRow = EnteredRow & { readonly saidCipher: Buffer | null }
/** What a row says; one that is new says what it enters, and nothing beside that is kept of it. */
export const saidReader = (secrets: Secrets) => {
  const { open } = sealedSaid(secrets)
  return (row: SaidRow): Said =>
    row.saidCipher === null ? saidOfValues(valuesOf(row, secrets)) : open(row.saidCipher)
}
