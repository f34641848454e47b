import type { SubjectKind } from '../case.ts'

/** What is made as a sealed PDF when something comes about, once, and kept as it was then. */
export const DOCUMENT_KINDS = [
  'agreement',
  'dissolving',
  'dissolved',
  'registration',
  'recommendation',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What each is a document of: on its chain of the journal stands that it was sealed, and who may see it may have it. */
export const DOCUMENT_SUBJECT = {
  agreement: 'agreement',
  dissolving: 'dissolution',
  dissolved: 'dissolution',
  registration: 'destination',
  recommendation: 'recommendation',
} as const satisfies Record<DocumentKind, SubjectKind>
export type DocumentSubject = (typeof DOCUMENT_SUBJECT)[DocumentKind]
