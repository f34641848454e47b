import { CASE_KINDS } from '../../domain/case.ts'
import { DOCUMENT_KINDS, DOCUMENT_SUBJECT, type DocumentKind } from '../../domain/document/kind.ts'
import { agreementSealed } from '../features/agreements/document.ts'
import { registrationSealed } from '../features/destinations/sheet.ts'
import { dissolvedSealed, dissolvingSealed } from '../features/dissolutions/certificates.ts'
import type { SealedKind, SealedOfCase } from '../features/documents/kind.ts'
import type { DocumentKey } from '../features/documents/queries.ts'
import { recommendationSealed } from '../features/recommendations/sheet.ts'
import type { AnyChange } from './all.ts'

type ChangeOf<K extends DocumentKind> = Extract<AnyChange, { kind: (typeof DOCUMENT_SUBJECT)[K] }>

/** Every kind of sealed document, each as the slice of its subject answers for it. */
export const DOCUMENTS = {
  agreement: agreementSealed,
  dissolving: dissolvingSealed,
  dissolved: dissolvedSealed,
  registration: registrationSealed,
  recommendation: recommendationSealed,
} as const satisfies {
  readonly [K in DocumentKind]: [ChangeOf<K>] extends [never] ? SealedKind : SealedOfCase<ChangeOf<K>>
}

const OF_CASES = DOCUMENT_KINDS.filter((kind) => CASE_KINDS.some((one) => one === DOCUMENT_SUBJECT[kind]))

/** What this change orders, of its own case and in the version that the case has now. */
export function documentsOrderedBy(change: AnyChange): DocumentKey[] {
  const { schoolId: school, id, version } = change.after
  const kinds = OF_CASES.filter((kind) => isOrderedBy(kind, change))
  return kinds.map((kind) => ({ school, kind, id, version }))
}

const isOrderedBy = (kind: DocumentKind, change: AnyChange) =>
  DOCUMENT_SUBJECT[kind] === change.kind &&
  (DOCUMENTS[kind] as unknown as SealedOfCase<AnyChange>).isOrderedBy(change)
