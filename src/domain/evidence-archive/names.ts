import { fileNameOf } from '../file-name.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'

/**
 * How a school has the files of an archive named (`domain-more.md` AT-53): named pieces between braces and text that stands as it
 * is, `/` begins a folder. Behind each name stands which file of the student it is: 软工一班/2023010001_张三_02.pdf.
 */
export const NAME_PIECES = ['COLLEGE', 'CLASS', 'MAJOR', 'YEAR', 'NUMBER', 'NAME', 'WHAT', 'FILE'] as const
export type NamePiece = (typeof NAME_PIECES)[number]
export const USUAL_NAMES = '{CLASS}/{NUMBER}_{NAME}_{WHAT}'
const MOST_FOLDERS = 2
/** In UTF-16 units: with its folders a path stays below 180, so that one of 260 (Windows) has room for where it is unpacked. */
const MOST = { folder: 40, file: 90 } as const

/** What stands for each piece: `WHAT` is the kind of document, `FILE` as its owner called it. */
export type Named = Readonly<Record<NamePiece, string>>

const PART = /\{([A-Z]+)\}|([^{}]+)/y
/** What parts a path or is no part of a name on Windows; a dot at the end of a folder is taken off there. */
const NOT_IN_NAMES = /[\\:*?"<>|]|\.(?=\/)/

type Part = { readonly piece: NamePiece } | { readonly fixed: string }
const isPiece = (text: string): text is NamePiece => NAME_PIECES.some((piece) => piece === text)

/** The parts of a pattern, or that which cannot be read. */
function partsOf(pattern: string): Part[] | string {
  const parts: Part[] = []
  for (let at = 0; at < pattern.length; at = PART.lastIndex) {
    PART.lastIndex = at
    const [, piece, fixed] = PART.exec(pattern) ?? []
    if (piece !== undefined && isPiece(piece)) parts.push({ piece })
    else if (fixed !== undefined && !NOT_IN_NAMES.test(fixed)) parts.push({ fixed })
    else return pattern.slice(at, at + 12)
  }
  return parts
}

type Fault = {
  readonly code: RefusalCode
  readonly details: { readonly part: string } | { readonly most: number }
}

/** What is wrong with a pattern: it cannot be read, lacks the student number, which alone tells two people of one name apart, or has too many folders. */
export function namesFault(pattern: string): Fault | null {
  const parts = partsOf(pattern)
  if (typeof parts === 'string') return { code: 'archive-names-unreadable', details: { part: parts } }
  if (!pattern.slice(pattern.lastIndexOf('/') + 1).includes('{NUMBER}'))
    return { code: 'archive-names-lack', details: { part: '{NUMBER}' } }
  const folders = pattern.split('/')
  return folders.length > MOST_FOLDERS + 1 || folders.some((folder) => folder.trim() === '')
    ? { code: 'archive-names-folders', details: { most: MOST_FOLDERS } }
    : null
}

/** Refuses such a pattern at the field in which it was given. */
export function refuseUnlessNames(pattern: string, field: 'names' | 'archiveNames'): void {
  const fault = namesFault(pattern)
  if (fault) throw new Refusal(fault.code, { ...fault.details, field })
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

/** Of a pattern that was judged before: what stands for nothing is a line, so that no folder is without a name. */
const filledIn = (pattern: string, of: Named): string[] =>
  pattern
    .split('/')
    .map((segment) =>
      segment.replace(/\{([A-Z]+)\}/g, (_, piece) => (isPiece(piece) ? of[piece] : '') || '-'),
    )

/**
 * Where a file stands in its archive. `nth`: which of the student's files it is, from 1. `taken`: what is in the archive, in small
 * letters, for desks that know no others; it is added to.
 */
export function pathOf(
  pattern: string,
  of: Named & { readonly mediaType: string; readonly nth: number },
  taken: Set<string>,
): string {
  const segments = filledIn(pattern, of)
  const folders = segments.slice(0, -1).map((segment) => fileNameOf(clipped(segment, MOST.folder), ''))
  const stem = clipped(segments[segments.length - 1] ?? '', MOST.file)
  const number = String(of.nth).padStart(2, '0')
  for (let again = 1; ; again++) {
    const name = fileNameOf(again === 1 ? `${stem}_${number}` : `${stem}_${number}_${again}`, of.mediaType)
    const path = [...folders, name].join('/')
    const key = path.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return path
  }
}
