import { type Named, type NameFault, type NamePieces, pathIn, patternFault } from '../name-pattern.ts'
import { Refusal } from '../refusal.ts'

/** So many résumés are taken at once. */
export const MOST_RESUMES = 200

/** How an employer has résumés named: `WHAT` is the résumé itself or what was attached to it, `DATE` the day of the application. */
export const RESUME_NAME_PIECES = ['POST', 'NAME', 'EDUCATION', 'MAJOR', 'SCHOOL', 'DATE', 'WHAT'] as const
export type ResumeNamePiece = (typeof RESUME_NAME_PIECES)[number]
export const USUAL_RESUME_NAMES = '{POST}/{NAME}_{MAJOR}_{WHAT}'
const PIECES: NamePieces<ResumeNamePiece> = {
  pieces: RESUME_NAME_PIECES,
  needed: 'NAME',
  lacking: 'resume-names-lack',
}

/** What is wrong with a pattern; null for one that can be used. */
export const resumeNamesFault = (pattern: string): NameFault | null => patternFault(pattern, PIECES)

export function refuseUnlessResumeNames(pattern: string): void {
  const fault = resumeNamesFault(pattern)
  if (fault) throw new Refusal(fault.code, { ...fault.details, field: 'fileNames' })
}

/** Where a file stands in the archive; of two of one name the later is numbered. */
export const resumePathOf = (pattern: string, of: Named<ResumeNamePiece>, taken: Set<string>): string =>
  pathIn(pattern, of, { mediaType: 'application/pdf' }, taken)

/**
 * What became of a file: it is there; it is gone, from the store or after the school's retention; it broke off; it could not be made
 * into a PDF.
 */
export const RESUME_FILE_STATES = ['packed', 'gone', 'broken', 'failed'] as const
export type ResumeFileState = (typeof RESUME_FILE_STATES)[number]
