import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { FORM_COPIES } from '../domain/paper-form/corner.ts'
import { SCAN_STANDINGS } from '../domain/paper-form/scan.ts'
import { done, instant, keyParams, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { fileName, text } from './typed.ts'

/** What is accepted, told by content and not by name; said on the page before an upload begins. */
export const EVIDENCE = {
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/webp'],
  mostBytes: 20 * 1024 * 1024,
  mostFiles: 9,
} as const

const tags = ['evidence']
export const evidenceFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  uploadedAt: instant,
  /** Of what is shown as a copy: whether the reader may have it as it was uploaded, or must say why; null where there is none. */
  original: z.enum(['freely', 'for-a-reason']).nullable(),
  /** The page of a paper form that a picture shows, by the codes in its corners; null where none was recognised. */
  form: z
    .object({
      number: z.string(),
      copy: z.enum(FORM_COPIES),
      page: z.int(),
      standing: z.enum(SCAN_STANDINGS),
    })
    .nullable(),
})
export type EvidenceFile = z.infer<typeof evidenceFile>

/** What an act takes: files that its author has uploaded, or those that are with the case already. In their order. */
export const evidenceIds = z.array(uuid).max(EVIDENCE.mostFiles)

const fileItself = z.unknown().meta({ type: 'string', format: 'binary' })

/** The body is the file itself, streamed; an act names its id afterwards. Unused files are removed after a day. */
export const uploadEvidence = {
  method: 'POST',
  url: '/api/schools/:school/evidence',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'Upload one file of evidence: PDF, JPEG, PNG, HEIC or WebP',
    params: schoolParams,
    querystring: z.object({ name: fileName }),
    consumes: ['application/octet-stream'],
    body: fileItself,
    response: { 200: evidenceFile },
  },
} as const satisfies Endpoint

/**
 * `?download` asks the browser to save it; otherwise it is shown in place. Pictures are shown by an upright JPEG copy that says
 * nothing of place and device, in a list by a `small` one; the `original` is its uploader's, and the school's for a reason.
 */
export const readEvidence = {
  method: 'GET',
  url: '/api/schools/:school/evidence/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'The file, for those who may see its case',
    params: keyParams,
    querystring: z.object({
      download: z.literal('1').optional(),
      as: z.enum(['small', 'original']).optional(),
    }),
    produces: EVIDENCE.mediaTypes,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

/** For an hour its author may then read the `original`. */
export const openOriginal = {
  method: 'POST',
  url: '/api/schools/:school/evidence/:id/open-original',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Say why the school needs a picture as it was uploaded; it is journaled',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: { 200: done },
  },
} as const satisfies Endpoint

export const removeEvidence = {
  method: 'DELETE',
  url: '/api/schools/:school/evidence/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'Remove one’s own upload that no act has taken yet',
    params: keyParams,
    response: { 200: done },
  },
} as const satisfies Endpoint
