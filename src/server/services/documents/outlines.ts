import type { PathCommand } from 'fontkit'
import { EM, type Glyph } from '../../../domain/seal/round.ts'
import { HERE } from './fonts.ts'
import { CannotBePrinted } from './typesetter.ts'

/** Outlines of characters, of the fonts that documents are set in. */
export type Outlines = {
  /** Of each character of the text. Throws CannotBePrinted where no font has one of it. */
  of(text: string): Promise<(character: string) => Glyph>
}

/** A curve that is shorter than this looks straight; the fonts have hundreds of them in a name. */
const STRAIGHT = EM / 18

/**
 * As the path of an SVG of whole numbers. Curves are cubic, for a PDF has no other: converted there, they have a dozen
 * digits each.
 */
function pathOf(commands: readonly PathCommand[], toEm: (value: number) => number): string {
  let [x, y] = [0, 0]
  return commands
    .map(({ command, args }) => {
      const [a = 0, b = 0, c = 0, d = 0] = args
      const from = [x, y] as const
      ;[x = 0, y = 0] = args.slice(-2)
      const numbers = (values: readonly number[]) => values.map(toEm).join(' ')
      switch (command) {
        case 'moveTo':
          return `M${numbers(args)}`
        case 'lineTo':
          return `L${numbers(args)}`
        case 'quadraticCurveTo': {
          if (Math.max(Math.abs(toEm(c - from[0])), Math.abs(toEm(d - from[1]))) < STRAIGHT)
            return `L${numbers([c, d])}`
          const towards = (end: number, control: number) => end + ((control - end) * 2) / 3
          return `C${numbers([towards(from[0], a), towards(from[1], b), towards(c, a), towards(d, b), c, d])}`
        }
        case 'bezierCurveTo':
          return `C${numbers(args)}`
        default:
          return 'Z'
      }
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
