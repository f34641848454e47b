import { z } from 'zod'
import { ARCHIVED, ARCHIVED_WHICH } from '../domain/evidence-archive/archive.ts'
import { TAKEN_KINDS } from '../domain/taken.ts'
import { PURPOSES } from '../domain/unmasking.ts'
import { instant, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const takenFile = z.object({
  /** Of the line in the school’s journal. */
  seq: z.int(),
  at: instant,
  by: z.string(),
  kind: z.enum(TAKEN_KINDS),
  purpose: z.enum(PURPOSES),
  reason: z.string().nullable(),
  students: z.int(),
  year: z.int().nullable(),
  /** Its name today; null for all that its taker may read. */
  college: z.string().nullable(),
  /** By which a report was made, by its name then. */
  template: z.string().nullable(),
  /** Of the files of cases: of which, and from the student of which number to that of which. */
  archive: z
    .object({ kind: z.enum(ARCHIVED), which: z.enum(ARCHIVED_WHICH), from: z.string(), to: z.string() })
    .nullable(),
})
export type TakenFile = z.infer<typeof takenFile>

export const listTakenFiles = {
  method: 'GET',
  url: '/api/schools/:school/taken-files',
  config: { access: 'staff' },
  schema: {
    tags: ['taken-files'],
    summary:
      'Who has taken data of many students as a file and why, the latest first, out of the school’s journal; a college’s reviewer reads what they have taken themselves',
    params: schoolParams,
    querystring: z.object({
      kind: z.union([z.literal(''), z.enum(TAKEN_KINDS)]).default(''),
      /** Behind the line of this number. */
      after: z.union([z.literal(''), z.string().regex(/^[1-9]\d{0,8}$/)]).default(''),
    }),
    response: { 200: z.object({ items: z.array(takenFile), next: z.string().nullable() }) },
  },
} as const satisfies Endpoint
