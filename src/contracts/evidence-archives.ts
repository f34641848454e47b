import { z } from 'zod'
import { ARCHIVED, ARCHIVED_WHICH } from '../domain/evidence-archive/archive.ts'
import { LONGEST } from '../domain/longest.ts'
import { schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { looking } from './roster.ts'
import { fileItself, language } from './sheets.ts'
import { line, optionalText } from './typed.ts'

const tags = ['evidence']

/** Of which cases. */
const filter = {
  kind: z.enum(ARCHIVED),
  which: z.enum(ARCHIVED_WHICH).default('settled'),
  college: optionalText(20).optional(),
  year: z.coerce.number<number | string>().int().min(1900).max(2200).optional(),
}
export const archiveFilter = z.object(filter)
export type ArchiveFilter = z.output<typeof archiveFilter>

/** The students of a part by their numbers, the first and the last of them in order. */
const span = z.object({ from: line(LONGEST.number), to: line(LONGEST.number) })
export type Span = z.output<typeof span>
const archivePart = span.extend({
  students: z.int(),
  cases: z.int(),
  files: z.int(),
  /** Together, in bytes. */
  bytes: z.int(),
})
export type ArchivePart = z.infer<typeof archivePart>

export const weighArchive = {
  method: 'GET',
  url: '/api/schools/:school/evidence-archive',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The parts in which the files of the cases that a filter means can be taken away, and how much each has',
    params: schoolParams,
    querystring: archiveFilter,
    response: {
      200: z.object({
        parts: z.array(archivePart),
        /** Within the reader’s scope. */
        colleges: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint

/** Not asked again under a key: a file is no answer that is kept. */
export const takeArchive = {
  method: 'POST',
  url: '/api/schools/:school/evidence-archive/download',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'One part as a zip that is made while it is sent: files by the names of a pattern, and a manifest; who has had which and why is journaled',
    params: schoolParams,
    body: looking.extend({
      filter: archiveFilter,
      span,
      /** Named pieces between braces (`{CLASS}/{NUMBER}_{NAME}`). */
      names: line(LONGEST.archiveNames),
      language,
    }),
    produces: ['application/zip'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint
