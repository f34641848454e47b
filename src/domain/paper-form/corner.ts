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
