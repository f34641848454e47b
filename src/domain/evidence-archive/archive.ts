import { CERTIFIED } from '../agreement/life.ts'
import type { CaseKind } from '../case.ts'
import { REGISTERED } from '../destination/life.ts'
import { COMPLETED } from '../dissolution/life.ts'
import { DOCUMENT_KINDS, DOCUMENT_SUBJECT, type DocumentKind } from '../document/kind.ts'

/** The kinds of case whose files a school takes with it, many at once. */
export const ARCHIVED = ['agreement', 'destination', 'dissolution'] as const satisfies readonly CaseKind[]
export type Archived = (typeof ARCHIVED)[number]
/** All cases, or those that came to something: certified, registered, dissolved. */
export const ARCHIVED_WHICH = ['settled', 'all'] as const
export type ArchivedWhich = (typeof ARCHIVED_WHICH)[number]
export const SETTLED: Readonly<Record<Archived, readonly string[]>> = {
  agreement: CERTIFIED,
  destination: REGISTERED,
  dissolution: COMPLETED,
}

/** What was sealed of each, beside what was uploaded to it. */
export const documentsOf = (kind: Archived): DocumentKind[] =>
  DOCUMENT_KINDS.filter((document) => DOCUMENT_SUBJECT[document] === kind)

/** A part is closed before it is larger, or has more files; a student's files are never in two. */
export const PART_OF_ARCHIVE = { bytes: 200 * 1024 * 1024, files: 5_000 } as const

/**
 * What became of a file on its way: it is there; it is gone from the store; it broke off; it is not what was recorded when it was
 * uploaded or sealed. `none`: the case has no file at all.
 */
export const FILE_STATES = ['packed', 'gone', 'broken', 'altered', 'none'] as const
export type FileState = (typeof FILE_STATES)[number]
