import { z } from 'zod'
import { REQUIRED_PARTS, TEMPLATE_KINDS, TEMPLATE_SAMPLES } from '../domain/document-template/template.ts'
import { instant, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['document templates']

const ofKind = z.object({ kind: z.enum(TEMPLATE_KINDS).default('agreement') })
const anyVersion = z.int().min(1).max(1_000_000)
/** Of the school's own; left out: ours. */
const ofVersion = ofKind.extend({
  version: z.coerce.number<number | string>().pipe(anyVersion).optional(),
})

const kept = z.object({
  version: z.int(),
  /** Of its text, in hex. */
  sha256: z.string(),
  savedBy: z.string(),
  savedAt: instant,
})
export type KeptTemplate = z.infer<typeof kept>

const use = z.object({
  /** How often it was chosen, this time included. */
  number: z.int(),
  /** Null: ours. */
  version: z.int().nullable(),
  usedBy: z.string(),
  usedAt: instant,
})

/** With a page of all versions, newest first. */
const templates = pageOf(kept).extend({
  /** What documents are laid out by from now on; null where nothing was ever chosen, which is ours. */
  use: use.nullable(),
})
export type DocumentTemplates = z.infer<typeof templates>

const sample = z.enum(TEMPLATE_SAMPLES)
const line = z.int()
const fault = z.discriminatedUnion('what', [
  z.object({ what: z.literal('forbidden'), line, word: z.string() }),
  z.object({ what: z.literal('unprinted'), line, character: z.string(), code: z.string() }),
  z.object({ what: z.literal('compile'), line: line.nullable(), message: z.string() }),
  z.object({
    what: z.literal('missing'),
    sample,
    part: z.enum(REQUIRED_PARTS),
    label: z.string(),
    page: z.int().nullable(),
  }),
  z.object({ what: z.literal('too-long'), sample, pages: z.int() }),
  z.object({ what: z.literal('too-large'), sample, kilobytes: z.int() }),
  z.object({ what: z.literal('too-much'), sample }),
])

const checked = z.object({
  /** Under which it is kept; null where it is not, for what is wrong with it. */
  version: z.int().nullable(),
  faults: z.array(fault),
})
export type CheckedTemplate = z.infer<typeof checked>

export const documentTemplates = {
  list: {
    method: 'GET',
    url: '/api/schools/:school/document-templates',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'The school’s own templates of its documents, and which one is in use',
      params: schoolParams,
      querystring: paging.extend(ofKind.shape),
      response: { 200: templates },
    },
  },
  source: {
    method: 'GET',
    url: '/api/schools/:school/document-templates/source',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'The text (Typst) of one version; without a version the built-in one, to begin with',
      params: schoolParams,
      querystring: ofVersion,
      produces: ['text/plain'],
      response: { 200: z.unknown().meta({ type: 'string' }) },
    },
  },
  sample: {
    method: 'GET',
    url: '/api/schools/:school/document-templates/sample',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary:
        'A document of a case that never was, as one version lays it out (PDF); without a version as the built-in one does',
      params: schoolParams,
      querystring: ofVersion.extend({ sample: sample.default('longest') }),
      produces: ['application/pdf'],
      response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }) },
    },
  },
  check: {
    method: 'POST',
    url: '/api/schools/:school/document-templates',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary:
        'Check a template (UTF-8) with sample cases, and keep it as a version where nothing is wrong with it; it is not in use by that',
      params: schoolParams,
      querystring: ofKind,
      consumes: ['application/octet-stream'],
      body: z.unknown().meta({ type: 'string', format: 'binary' }),
      response: { 200: checked },
    },
  },
  use: {
    method: 'PUT',
    url: '/api/schools/:school/document-templates/use',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary:
        'Lay documents out by this version from now on, or by the built-in one; those that were ordered stay with theirs',
      params: schoolParams,
      querystring: ofKind,
      body: z.object({
        version: anyVersion.nullable(),
        /** The number of the use that was seen; 0 where there was none. */
        seenUse: z.int().min(0).max(1_000_000),
      }),
      response: { 200: templates },
    },
  },
} as const satisfies Record<string, Endpoint>
