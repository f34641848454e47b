import { readFormNumber } from './number.ts'

/** Who keeps each of the three copies (一式三份). */
export const FORM_COPIES = ['employer', 'student', 'school'] as const
export type FormCopy = (typeof FORM_COPIES)[number]
export const FORM_PAGES = 2

/** The corners of a page as one goes around it, beginning at its top left. */
export const CORNERS = ['A', 'B', 'C', 'D'] as const
export type Corner = (typeof CORNERS)[number]

/** Which page of which copy of which form it is. */
export type FormPage = { readonly number: string; readonly copy: FormCopy; readonly page: number }
export type CornerMark = FormPage & { readonly corner: Corner }

/** Where the codes stand, in millimetres: the page, and the outer edge of the black of each code from the page's edges. */
export const FORM_GEOMETRY = { width: 210, height: 297, inset: 8, side: 14 } as const

/** What the code in a corner says: only letters, digits and marks that make a small one (ISO/IEC 18004, alphanumeric). */
export const cornerText = ({ number, copy, page, corner }: CornerMark): string =>
  `QYF:${number}:${FORM_COPIES.indexOf(copy) + 1}:${page}:${corner}`

const TEXT = /^QYF:([^:]+):(\d):(\d):([ABCD])$/

/** What a code says; null for one that is not of a form of ours. */
export function readCornerText(text: string): CornerMark | null {
  const [, written = '', copyAt, pageAt, corner] = TEXT.exec(text) ?? []
  const number = readFormNumber(written)
  const [copy, page] = [FORM_COPIES[Number(copyAt) - 1], Number(pageAt)]
  const found = CORNERS.find((one) => one === corner)
  return number && copy && found && page >= 1 && page <= FORM_PAGES
    ? { number, copy, page, corner: found }
    : null
}

type Point = { readonly x: number; readonly y: number }
/** A code that was read in a picture, with the outer corners of its black, from its own top left around. */
export type MarkedCorner = { readonly text: string; readonly points: readonly Point[] }
/** A corner of a page: where it is in the picture. */
export type SeenCorner = { readonly corner: Corner; readonly points: readonly Point[] }

/** The page to which all codes of ours in a picture belong; null where there is none, or they are of several. */
export function onePage(
  codes: readonly MarkedCorner[],
): (FormPage & { readonly corners: readonly SeenCorner[] }) | null {
  const marks = codes.flatMap(({ text, points }) => {
    const mark = readCornerText(text)
    return mark ? [{ ...mark, points }] : []
  })
  const [first] = marks
  if (!first) return null
  const { number, copy, page } = first
  const isSame = marks.every((mark) => mark.number === number && mark.copy === copy && mark.page === page)
  return isSame
    ? { number, copy, page, corners: marks.map(({ corner, points }) => ({ corner, points })) }
    : null
}

/** The first page of a form in a file of several; null where none was read, or they are of several forms. */
export function oneForm(pages: readonly (FormPage | null)[]): FormPage | null {
  const read = pages.filter((page) => page !== null)
  return read.every(({ number }) => number === read[0]?.number) ? (read[0] ?? null) : null
}

/** Where the four outer corners of a code stand on the page, in millimetres, from its own top left around. */
export function cornerPlaces(corner: Corner): readonly Point[] {
  const { width, height, inset, side } = FORM_GEOMETRY
  const left = corner === 'A' || corner === 'D' ? inset : width - inset - side
  const top = corner === 'A' || corner === 'B' ? inset : height - inset - side
  return [
    { x: left, y: top },
    { x: left + side, y: top },
    { x: left + side, y: top + side },
    { x: left, y: top + side },
  ]
}
