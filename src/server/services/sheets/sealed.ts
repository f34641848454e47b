import { z } from 'zod'
import { REFUSAL_CODES } from '../../../domain/refusal.ts'
import type { SheetFacts } from '../../../domain/sheet.ts'
import { HEADING_STATES, type ToldHeadings } from '../../../domain/sheets/told-headings.ts'
import { withoutHidden } from '../../../domain/text.ts'
import type { Secrets } from '../secrets.ts'

/** What is kept of a file: sealed, for it is all personal data. */
export const sealed =
  <T>(schema: z.ZodType<T>) =>
  (secrets: Secrets) => ({
    seal: (value: T) => secrets.seal(JSON.stringify(value)),
    open: (bytes: Buffer) => schema.parse(JSON.parse(secrets.open(bytes))),
  })

const text = z.string()

/** What a file is and has: `computed` are columns with formulas, of which the value counts that they showed last. */
export type AboutSheet<Key extends string> = ToldHeadings<Key> & {
  readonly sheet: SheetFacts
  readonly hiddenRows: number
  readonly computed: readonly string[]
}
export const aboutSheet = <Key extends string>(key: z.ZodType<Key>): z.ZodType<AboutSheet<Key>> =>
  z.object({
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
    computed: z.array(text).readonly(),
  })

/** The same as its page shows it. */
export const aboutShown = <Key extends string>(about: AboutSheet<Key>) => ({
  sheet: {
    ...about.sheet,
    name: withoutHidden(about.sheet.name),
    others: about.sheet.others.map(withoutHidden),
    hiddenColumns: [...about.sheet.hiddenColumns],
  },
  headingRow: about.row,
  headings: about.headings.map((one) => ({ ...one, examples: [...one.examples] })),
  missing: [...about.missing],
  hiddenRows: about.hiddenRows,
  computed: [...about.computed],
})

export const readRefusal = (code: string, details: unknown) => ({
  code: z.enum(REFUSAL_CODES).parse(code),
  details: z.record(text, z.union([text, z.number(), z.null()])).parse(details ?? {}),
})
