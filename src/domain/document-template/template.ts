import { DOCUMENT_KINDS, type DocumentKind } from '../document/kind.ts'

/** Documents that a school may lay out by a template of its own (decisions 56, 60): all that are sealed. */
export const TEMPLATE_KINDS = DOCUMENT_KINDS
export type TemplateKind = DocumentKind

/** Cases made up for the check of a template: between them they say all that a document can say. `over`: it holds no longer. */
export const TEMPLATE_SAMPLES = ['shortest', 'longest', 'over'] as const
export type TemplateSample = (typeof TEMPLATE_SAMPLES)[number]

/** Those of each kind: that a dissolution is complete holds for ever. */
export const SAMPLES_OF: Readonly<Record<TemplateKind, readonly TemplateSample[]>> = {
  agreement: TEMPLATE_SAMPLES,
  dissolving: TEMPLATE_SAMPLES,
  dissolved: ['shortest', 'longest'],
  registration: TEMPLATE_SAMPLES,
  recommendation: TEMPLATE_SAMPLES,
}

/** Of a template, in bytes of UTF-8: ours has 11,000, and a picture of a logo may stand in it. */
export const MOST_TEMPLATE_BYTES = 256 * 1024

/** What a laid-out document must not exceed: a document is kept for decades. */
export const MOST_PAGES = 20
export const MOST_BYTES = 1024 * 1024

/** What is wrong with a template. Lines are counted from 1. */
export type TemplateFault =
  /** A word that reaches beyond the template, or makes it say another thing another day. */
  | { readonly what: 'forbidden'; readonly line: number; readonly word: string }
  /** A character that no font has. */
  | { readonly what: 'unprinted'; readonly line: number; readonly character: string; readonly code: string }
  /** What the compiler says; no line where it has none. */
  | { readonly what: 'compile'; readonly line: number | null; readonly message: string }
  /** A part of the document that is not on its pages; `page` where it must stand on each. */
  | {
      readonly what: 'missing'
      readonly sample: TemplateSample
      readonly part: RequiredPart
      readonly label: string
      readonly page: number | null
    }
  | { readonly what: 'too-long'; readonly sample: TemplateSample; readonly pages: number }
  | { readonly what: 'too-large'; readonly sample: TemplateSample; readonly kilobytes: number }
  /** It took more time or memory than there is for one document. */
  | { readonly what: 'too-much'; readonly sample: TemplateSample }

/** What must be there, whatever else a school arranges or words. */
export const REQUIRED_PARTS = [
  'title',
  'number',
  'mark',
  'standing',
  'fact',
  'clause',
  'notice',
  'word',
  'act',
  'issued',
  'proof',
  'seal',
  'signature',
  'foot',
  'fingerprint',
  'code',
  'qr',
  'page',
  'keyword',
] as const
export type RequiredPart = (typeof REQUIRED_PARTS)[number]

/** As many faults as somebody mends at once. */
export const MOST_FAULTS = 30
