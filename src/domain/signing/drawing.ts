import type { Side } from '../lifecycle.ts'
import { alongCurve, type Place, simplified } from '../polyline.ts'
import { Refusal } from '../refusal.ts'

/** 手写签名: lines on a sheet of so many units, as they were drawn; or the name, where somebody cannot draw. */
export const SHEET = { width: 600, height: 240 } as const
export const MOST_STROKES = 60
export const MOST_POINTS = 2_000
/** A tick or a slip is no signature. */
const LEAST_POINTS = 8

export type Point = readonly [x: number, y: number]
export type Drawing =
  | { readonly kind: 'drawn'; readonly strokes: readonly (readonly Point[])[] }
  | { readonly kind: 'typed'; readonly name: string }

/** Refuses what is too little or too much to be one: whole numbers within the sheet are the contract's to ask. */
export function refuseUnlessDrawn(strokes: readonly (readonly Point[])[]): void {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0)
  if (points > MOST_POINTS) throw new Refusal('drawing-too-long', { field: 'drawing' })
  if (points < LEAST_POINTS) throw new Refusal('drawing-needed', { field: 'drawing' })
}

/** As it is shown: the path of an SVG on the sheet, or the name. */
export type DrawnMark =
  | { readonly kind: 'drawn'; readonly path: string }
  | { readonly kind: 'typed'; readonly name: string }
export const markOf = (of: Drawing): DrawnMark =>
  of.kind === 'typed' ? of : { kind: 'drawn', path: pathOf(of.strokes) }

/** A student signs by hand, or by the name in its place; an employer may, beside its seal. */
export const needsDrawing = (side: Side): boolean => side === 'student'

/**
 * The lines as the path of an SVG on the sheet, smooth through the middle of each two points. Of numbers alone, so that
 * nothing else can stand in it.
 */
export function pathOf(strokes: readonly (readonly Point[])[]): string {
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => {
      const [first] = stroke
      const [x, y] = first!
      // A dot is a line of no length, which a round end makes visible.
      if (stroke.length === 1) return `M${x} ${y}L${x} ${y}`
      const middles = stroke.slice(1, -1).map(([cx, cy], i) => {
        const [nx, ny] = stroke[i + 2]!
        return `Q${cx} ${cy} ${(cx + nx) / 2} ${(cy + ny) / 2}`
      })
      const [endX, endY] = stroke.at(-1)!
      return `M${x} ${y}${middles.join('')}L${endX} ${endY}`
    })
    .join('')
}

/** Units of the sheet, which stands 15 mm high on paper: a twentieth of a millimetre. */
const TOLERANCE = 0.8

/**
 * The same lines for paper: straight ones between whole numbers. Whoever makes a PDF of curves writes a dozen digits for each number, and a
 * signature would weigh as much as a font.
 */
export function printedPath(path: string): string {
  const strokes: Place[][] = []
  for (const [, letter, numbers = ''] of path.matchAll(/([MLQ])([^MLQ]+)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const stroke = strokes[strokes.length - 1] ?? []
    const last = stroke[stroke.length - 1] ?? [a, b]
    if (letter === 'M') strokes.push([[a, b]])
    else stroke.push(...(letter === 'Q' ? alongCurve(last, [a, b], [c, d]) : [[a, b] as const]))
  }
  return strokes
    .map((stroke) => {
      const [first, ...rest] = simplified(stroke, TOLERANCE).map((place) => place.map(Math.round).join(' '))
      return `M${first}${rest.map((place) => `L${place}`).join('')}`
    })
    .join('')
}

/** How thick a line of the sheet is. */
export const PEN = 5

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * As a picture that anybody opens: the same of the same mark to the byte, for its SHA-256 is what the journal keeps of it
 * (`SignedData.drawingHash`). SVG.
 */
export function svgOf(mark: DrawnMark): string {
  const { width, height } = SHEET
  const shown =
    mark.kind === 'drawn'
      ? `<path d="${mark.path}" fill="none" stroke="currentColor" stroke-width="${PEN}" stroke-linecap="round" stroke-linejoin="round"/>`
      : `<text x="${width / 2}" y="${height / 2}" text-anchor="middle" font-size="60">${mark.name.replace(/[&<>]/g, (sign) => ESCAPED[sign]!)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${shown}</svg>\n`
}
