import { z } from 'zod'
import { schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { looking } from './roster.ts'
import { fileItself, language } from './sheets.ts'

const tags = ['school-copies']

export const weighCopy = {
  method: 'GET',
  url: '/api/schools/:school/copy',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary:
      'What a copy of all of the school’s data would have: how many students and files, and a csv of what',
    params: schoolParams,
    response: {
      200: z.object({
        students: z.int(),
        files: z.int(),
        /** Of the files together; those of the tables are not known before. */
        bytes: z.int(),
        included: z.array(z.object({ file: z.string(), name: z.string(), nameEn: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint
export type CopyWeight = z.infer<(typeof weighCopy)['schema']['response'][200]>

/** Not asked again under a key: a file is no answer that is kept. */
export const takeCopy = {
  method: 'POST',
  url: '/api/schools/:school/copy/download',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary:
      'All of the school’s data as a zip that is made while it is sent: a csv a table, what each column means, and the files; journaled for a reason before the first byte',
    params: schoolParams,
    body: looking.extend({
      /** Whether numbers of people are whole, or left empty. */
      whole: z.boolean(),
      withFiles: z.boolean(),
      language,
    }),
    produces: ['application/zip'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint
