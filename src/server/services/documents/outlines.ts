import type { PathCommand } from 'fontkit'
import { alongCurve, type Place, simplified } from '../../../domain/polyline.ts'
import { EM, type Glyph } from '../../../domain/seal/round.ts'
import { HERE } from './fonts.ts'
import { CannotBePrinted } from './typesetter.ts'

/** Outlines of characters, of the fonts that documents are set in. */
export type Outlines = {
  /** Of each character of the text. Throws CannotBePrinted where no font has one of it. */
  of(text: string): Promise<(character: string) => Glyph>
}

/** In units of an outline: a twentieth of a millimetre in a seal of ten characters. */
const TOLERANCE = 2.5

const pairsOf = (numbers: readonly number[]): Place[] =>
  Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at]!, numbers[2 * at + 1]!])

/**
 * As the path of an SVG of whole numbers and straight lines: the fonts have hundreds of curves in a name, and a PDF writes each of
 * them with six numbers.
 */
function pathOf(commands: readonly PathCommand[], toEm: (value: number) => number): string {
  const outlines: Place[][] = []
  for (const { command, args } of commands) {
    const places = pairsOf(args.map(toEm))
    const outline = outlines[outlines.length - 1] ?? []
    const last = outline[outline.length - 1]
    if (command === 'moveTo') outlines.push(places)
    else if (command === 'lineTo') outline.push(...places)
    else if (command !== 'closePath' && last) outline.push(...alongCurve(last, ...places))
  }
  return outlines
    .map((outline) => {
      const [first, ...rest] = simplified(outline, TOLERANCE).map((place) => place.map(Math.round).join(' '))
      return `M${first}${rest.map((place) => `L${place}`).join('')}Z`
    })
    .join('')
}

/** Bold where we have it. The fonts are read for characters that nobody has asked for yet, and not kept. */
export function openOutlines(paths: readonly string[]): Outlines {
  const inOrder = [...new Set([...HERE.bold, ...paths])]
  const known = new Map<string, Glyph>()
  return {
    async of(text) {
      const { open } = await import('fontkit')
      const missing = new Set([...text].filter((character) => !known.has(character)))
      for (const path of inOrder) {
        if (missing.size === 0) break
        const opened = await open(path)
        for (const font of 'fonts' in opened ? opened.fonts : [opened])
          for (const character of missing) {
            const point = character.codePointAt(0)!
            if (!font.hasGlyphForCodePoint(point)) continue
            const { path: outline, advanceWidth } = font.glyphForCodePoint(point)
            const toEm = (value: number) => Math.round((value * EM) / font.unitsPerEm)
            known.set(character, { path: pathOf(outline.commands, toEm), advance: toEm(advanceWidth) })
            missing.delete(character)
          }
      }
      return (character) => {
        const glyph = known.get(character)
        if (glyph) return glyph
        const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`
        throw new CannotBePrinted({ character, code, position: [...text].indexOf(character) + 1 })
      }
    },
  }
}
