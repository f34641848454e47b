import { z } from 'zod'
import { BATCH_SHEET, type ColumnKey } from '../../../domain/invitation-batch/columns.ts'
import { BATCH_FAULTS } from '../../../domain/invitation-batch/fault.ts'
import { REFUSAL_CODES } from '../../../domain/refusal.ts'
import { type AboutSheet, aboutSheet, sealed } from '../../services/sheets/sealed.ts'

const key = z.enum(BATCH_SHEET.keys as readonly [ColumnKey, ...ColumnKey[]])
const text = z.string()
const cell = { row: z.int(), column: text.nullable(), value: text }

const said = z.object({
  /** As they stand in the file, in the order of the template. */
  cells: z.array(text).readonly(),
  /** By which the student was sought. */
  named: z.object({ studentNumber: text, name: text }).nullable(),
  faults: z
    .array(
      z.union([
        z.object({
          ...cell,
          key,
          fault: z.enum(BATCH_FAULTS),
          details: z.record(text, z.union([text, z.number()])),
        }),
        z.object({
          ...cell,
          key: key.nullable(),
          refusal: z.enum(REFUSAL_CODES),
          details: z.record(text, z.union([text, z.number(), z.null()])),
        }),
      ]),
    )
    .readonly(),
})
export type Said = z.infer<typeof said>
/** Rows whose pay is below the minimum wage of their place: they are right all the same. */
const doubts = z
  .array(
    z.object({
      row: z.int(),
      pay: z.int(),
      minimum: z.object({ amount: z.int(), place: text, since: text }),
    }),
  )
  .readonly()
export type About = AboutSheet<ColumnKey> & { readonly belowMinimum: z.infer<typeof doubts> }

/** Gone with the batch's rows. */
export const sealedAbout = sealed<About>(
  z.intersection(aboutSheet(key), z.object({ belowMinimum: doubts.default([]) })),
)
export const sealedSaid = sealed(said)
