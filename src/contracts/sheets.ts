import { z } from 'zod'
import { HEADING_STATES } from '../domain/sheets/told-headings.ts'

/** Spreadsheets as they cross the wire, up and down. */
export const XLSX = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
export const fileItself = z.unknown().meta({ type: 'string', format: 'binary' })
/** Of headings and sentences in a file that is downloaded. */
export const language = z.enum(['zh-CN', 'en']).default('zh-CN')

/** What became of each heading of a file, and what else there is to know of it. */
export const aboutSheet = <Key extends z.ZodType<string>>(key: Key) =>
  z.object({
    sheet: z.object({
      format: z.enum(['xlsx', 'csv', 'dbf']),
      name: z.string(),
      others: z.array(z.string()),
      hiddenColumns: z.array(z.string()),
    }),
    headingRow: z.int(),
    headings: z.array(
      z.object({
        /** As on the sheet: `A`. */
        column: z.string(),
        heading: z.string(),
        examples: z.array(z.string()),
        state: z.enum(HEADING_STATES),
        means: key.nullable(),
        /** It was said before what it means. */
        isSaid: z.boolean(),
      }),
    ),
    /** Columns that no row can be without, and the file has none for. */
    missing: z.array(key),
    hiddenRows: z.int(),
    computed: z.array(z.string()),
  })

/** A cell that is wrong. */
export const toldFault = z.object({
  /** Its letters; null where the file has no such column. */
  column: z.string().nullable(),
  name: z.string(),
  value: z.string(),
  /** What is wrong, in words. */
  said: z.string(),
})

/** What is said of any sheet that is read while its sender waits, beside its rows. */
export const checkedSheet = {
  /** Headings that no row can be without, and the file has none for. */
  missing: z.array(z.string()),
  /** Headings that stand over more than one column. */
  twice: z.array(z.string()),
  /** Headings that nothing was read from. */
  unread: z.array(z.string()),
  /** How many rows have a fault; the first of these are told. */
  faultyRows: z.int(),
  faults: z.array(toldFault.extend({ row: z.int() })),
}
