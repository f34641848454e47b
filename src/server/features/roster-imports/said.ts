import { z } from 'zod'
import { ownKey as own } from '../../../contracts/own-fields.ts'
import { COLUMN_KEYS, type ColumnKey, type RosterKey } from '../../../domain/roster/columns.ts'
import { ROSTER_FAULTS } from '../../../domain/roster/fault.ts'
import { type AboutSheet, aboutSheet, sealed } from '../../services/sheets/sealed.ts'

const key = z.union([z.enum(COLUMN_KEYS as [ColumnKey, ...ColumnKey[]]), own])
const text = z.string()

export type About = AboutSheet<RosterKey>

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
export const sealedAbout = sealed(aboutSheet(key))
export const sealedSaid = sealed(said)
