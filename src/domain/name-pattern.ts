import { fileNameOf } from './file-name.ts'
import type { RefusalCode } from './refusal.ts'

/** How files of an archive are named: named pieces between braces and text that stands as it is; `/` begins a folder. */
export type NamePieces<Piece extends string> = {
  readonly pieces: readonly Piece[]
  /** Without which two people's files are not told apart, and the refusal that says so. */
  readonly needed: Piece
  readonly lacking: RefusalCode
}
/** What stands for each piece. */
export type Named<Piece extends string> = Readonly<Record<Piece, string>>

const MOST_FOLDERS = 2
/** In UTF-16 units: with its folders a path stays below 180, so that one of 260 (Windows) has room for where it is unpacked. */
const MOST = { folder: 40, file: 90 } as const

const PART = /\{([A-Z]+)\}|([^{}]+)/y
/** What parts a path or is no part of a name on Windows; a dot at the end of a folder is taken off there. */
const NOT_IN_NAMES = /[\\:*?"<>|]|\.(?=\/)/

/** Where a pattern cannot be read any further; null where all of it can. */
function unreadableIn(pattern: string, pieces: readonly string[]): string | null {
  for (let at = 0; at < pattern.length; at = PART.lastIndex) {
    PART.lastIndex = at
    const [, piece, fixed] = PART.exec(pattern) ?? []
    const isKnown = piece !== undefined && pieces.includes(piece)
    if (!isKnown && (fixed === undefined || NOT_IN_NAMES.test(fixed))) return pattern.slice(at, at + 12)
  }
  return null
}

export type NameFault = {
  readonly code: RefusalCode
  readonly details: { readonly part: string } | { readonly most: number }
}

/** What is wrong with a pattern: it cannot be read, lacks the piece that is needed in the file's own name, or has too many folders. */
export function patternFault<Piece extends string>(
  pattern: string,
  { pieces, needed, lacking }: NamePieces<Piece>,
): NameFault | null {
  const unreadable = unreadableIn(pattern, pieces)
  if (unreadable !== null) return { code: 'archive-names-unreadable', details: { part: unreadable } }
  const piece = `{${needed}}`
  if (!pattern.slice(pattern.lastIndexOf('/') + 1).includes(piece))
    return { code: lacking, details: { part: piece } }
  const folders = pattern.split('/')
  return folders.length > MOST_FOLDERS + 1 || folders.some((folder) => folder.trim() === '')
    ? { code: 'archive-names-folders', details: { most: MOST_FOLDERS } }
    : null
}

/** Whole characters from the beginning, as many as have room. */
function clipped(text: string, most: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept
}

/** What stands for nothing is a line, so that no folder is without a name. */
const filledIn = (pattern: string, of: Readonly<Record<string, string>>): string[] =>
  pattern.split('/').map((segment) => segment.replace(/\{([A-Z]+)\}/g, (_, piece) => of[piece] || '-'))

/**
 * Where a file stands in its archive, by a pattern that was judged before; `suffix` stands behind its name. `taken`: what is in the
 * archive, in small letters, for desks that know no others; it is added to. Where two would be called the same, the later is numbered.
 */
export function pathIn<Piece extends string>(
  pattern: string,
  of: Named<Piece>,
  { mediaType, suffix = '' }: { readonly mediaType: string; readonly suffix?: string },
  taken: Set<string>,
): string {
  const segments = filledIn(pattern, of)
  const folders = segments.slice(0, -1).map((segment) => fileNameOf(clipped(segment, MOST.folder), ''))
  const stem = clipped(segments[segments.length - 1] ?? '', MOST.file)
  for (let again = 1; ; again++) {
    const name = fileNameOf(`${stem}${suffix}${again === 1 ? '' : `_${again}`}`, mediaType)
    const path = [...folders, name].join('/')
    const key = path.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return path
  }
}
