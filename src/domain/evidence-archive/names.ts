import { type Named, type NameFault, type NamePieces, pathIn, patternFault } from '../name-pattern.ts'
import { Refusal } from '../refusal.ts'

/**
 * How a school has the files of an archive named (`domain-more.md` AT-53). Behind each name stands which file of the student it is:
 * 软工一班/2023010001_张三_02.pdf. `WHAT` is the kind of document, `FILE` as its owner called it.
 */
export const NAME_PIECES = ['COLLEGE', 'CLASS', 'MAJOR', 'YEAR', 'NUMBER', 'NAME', 'WHAT', 'FILE'] as const
export type NamePiece = (typeof NAME_PIECES)[number]
export const USUAL_NAMES = '{CLASS}/{NUMBER}_{NAME}_{WHAT}'
/** The student number alone tells two people of one name apart. */
const PIECES: NamePieces<NamePiece> = {
  pieces: NAME_PIECES,
  needed: 'NUMBER',
  lacking: 'archive-names-lack',
}

/** What is wrong with a pattern; null for one that can be used. */
export const namesFault = (pattern: string): NameFault | null => patternFault(pattern, PIECES)

/** Refuses such a pattern at the field in which it was given. */
export function refuseUnlessNames(pattern: string, field: 'names' | 'archiveNames'): void {
  const fault = namesFault(pattern)
  if (fault) throw new Refusal(fault.code, { ...fault.details, field })
}

/** Where a file stands in its archive. `nth`: which of the student's files it is, from 1. */
export const pathOf = (
  pattern: string,
  { nth, mediaType, ...of }: Named<NamePiece> & { readonly mediaType: string; readonly nth: number },
  taken: Set<string>,
): string => pathIn(pattern, of, { mediaType, suffix: `_${String(nth).padStart(2, '0')}` }, taken)
