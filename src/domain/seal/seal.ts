/**
 * 印章图样: the picture of a seal that an employer or a school shows on what it signs or certifies. A picture alone: what
 * proves a document is its electronic seal and the journal (`docs/evidence.md`).
 */
export const SEAL_MADE = ['uploaded', 'drawn', 'none'] as const
/** As it was uploaded; drawn by us with the name round its edge; or none from now on. */
export type SealMade = (typeof SEAL_MADE)[number]

/** What one may choose beside a picture of one's own. */
export const SEAL_CHOICES = ['drawn', 'none'] as const satisfies readonly SealMade[]
export type SealChoice = (typeof SEAL_CHOICES)[number]

/** Which picture an act or a document bears: versions of one owner count from 1, SHA-256 of the picture in hex. */
export type SealMark = { readonly id: string; readonly version: number; readonly sha256: string }

/** What stands on a page or in a document of it. */
export type SealPicture = {
  readonly mediaType: 'image/png' | 'image/svg+xml'
  readonly bytes: Uint8Array
}
