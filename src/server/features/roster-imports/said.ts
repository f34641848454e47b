import { z } from 'zod'
import { ownKey as own } from '../../../contracts/own-fields.ts'
import type { ToldMajors } from '../../../domain/major/told.ts'
import { COLUMN_KEYS, type ColumnKey, type RosterKey } from '../../../domain/roster/columns.ts'
import { ROSTER_FAULTS } from '../../../domain/roster/fault.ts'
import { type AboutSheet, aboutSheet, sealed } from '../../services/sheets/sealed.ts'

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
