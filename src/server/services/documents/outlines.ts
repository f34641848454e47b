import type { Glyph } from '../../../domain/seal/round.ts'
import { HERE } from './fonts.ts'
import { CannotBePrinted } from './typesetter.ts'

/** Outlines of characters, of the fonts that documents are set in. */
export type Outlines = {
  /** Of each character of the text. Throws CannotBePrinted where no font has one of it. */
  of(text: string): Promise<(character: string) => Glyph>
}

const EM = 1000
const LETTER = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const

/** Bold where we have it. The fonts are read when they are asked for, and kept no longer: a seal is drawn once in years. */
export function openOutlines(paths: readonly string[]): Outlines {
  const inOrder = [...new Set([...HERE.bold, ...paths])]
  return {
    async of(text) {
      const { open } = await import('fontkit')
      const found = new Map<string, Glyph>()
      const missing = new Set(text)
      for (const path of inOrder) {
        if (missing.size === 0) break
        const opened = await open(path)
        for (const font of 'fonts' in opened ? opened.fonts : [opened])
          for (const character of missing) {
            const point = character.codePointAt(0)!
            if (!font.hasGlyphForCodePoint(point)) continue
            const { path: outline, advanceWidth } = font.glyphForCodePoint(point)
            const toEm = (value: number) => Math.round((value * EM) / font.unitsPerEm)
            const path = outline.commands.map(
              ({ command, args }) => LETTER[command] + args.map(toEm).join(' '),
            )
            found.set(character, { path: path.join(''), advance: toEm(advanceWidth) })
            missing.delete(character)
          }
      }
      return (character) => {
        const glyph = found.get(character)
        if (glyph) return glyph
        const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`
        throw new CannotBePrinted({ character, code, position: [...text].indexOf(character) + 1 })
      }
    },
  }
}
