import { z } from 'zod'
import { DOCUMENT_FORMS, SEAL_STATES } from '../domain/document/sealed.ts'
import { instant } from './atoms.ts'

/** Where the sealed PDF of something is, once it was ordered. */
export const documentState = z.object({ state: z.enum(SEAL_STATES), sealedAt: instant.nullable() })

/** What is asked for, and how it is answered, wherever a document is downloaded. */
export const aDocument = {
  querystring: z.object({ download: z.literal('1').optional(), as: z.enum(DOCUMENT_FORMS).optional() }),
  produces: ['application/pdf'],
  response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }) },
}
