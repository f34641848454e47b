import { z } from 'zod'
import { DOCUMENT_FORMS, SEAL_STATES } from '../domain/document/sealed.ts'
import { instant, keyParams, sealMark } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

/** Where the sealed PDF of something is, once it was ordered. */
export const documentState = z.object({
  state: z.enum(SEAL_STATES),
  sealedAt: instant.nullable(),
  /** The picture of the school's seal that it bears; null where the school had none. */
  seal: sealMark.nullable(),
})
export type DocumentState = z.infer<typeof documentState>

/**
 * A document as a PDF: `as=sealed` with its electronic seal, as it was made; `as=copy` made now, without a seal, and with its
 * mark across each page where it does not hold, or holds no longer. Without `as` it is the sealed one while what it says holds.
 */
export const documentAt = <const Url extends string>(url: Url, tag: string, summary: string) =>
  ({
    method: 'GET',
    url,
    config: { access: 'concerned' },
    schema: {
      tags: [tag],
      summary,
      params: keyParams,
      querystring: z.object({ download: z.literal('1').optional(), as: z.enum(DOCUMENT_FORMS).optional() }),
      produces: ['application/pdf'],
      response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }) },
    },
  }) as const satisfies Endpoint
