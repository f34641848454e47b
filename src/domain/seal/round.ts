/**
 * A plain round seal with a name round its edge. In its middle stands that it is electronic, so that nobody takes it for
 * one that is registered with the police (公章备案).
 */

/** Units of an outline in its font's size: a stamp of 38 mm needs no finer ones, and each digit is kept for ever. */
export const EM = 250
/** An outline in these units, y upwards from the base line, as the path of an SVG. */
export type Glyph = { readonly path: string; readonly advance: number }

const IN_THE_MIDDLE = '电子'
const BELOW = 'ELECTRONIC'
/** What is not seen has no outline. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const seen = (name: string) => name.replace(UNSEEN, '').trim()
/** All that it bears, for whoever brings the outlines. */
export const textOfSeal = (name: string): string => seen(name) + IN_THE_MIDDLE + BELOW

const SIDE = 200
const CENTRE = SIDE / 2
/** Steps in one of these units: finer than paper shows at 38 mm. */
const FINE = 5
/** Half of how high a Chinese character stands above the base line: its middle is turned about. */
const MIDDLE = 0.36

/** Where characters stand: how far their middle is from the centre, and how much of the circle they may take, in degrees. */
type Ring = { readonly radius: number; readonly most: number }
const ONE: Ring = { radius: 78, most: 290 }
const OUTER: Ring = { radius: 82, most: 300 }
const INNER: Ring = { radius: 66, most: 270 }
const LARGEST = 25
const EDGE = { radius: 96, width: 4 }
/** Smaller than this on one ring, a name goes on two. */
const LEAST_ON_ONE = 13
const LARGEST_OF_TWO = 13
/** A short name is spread, so much wider than it would run. */
const SPREAD = 1.35

const lengthOf = (glyphs: readonly Glyph[]) => glyphs.reduce((sum, { advance }) => sum + advance, 0) / EM
const arcOf = ({ radius, most }: Ring) => (radius * most * Math.PI) / 180
const sizeOn = (ring: Ring, glyphs: readonly Glyph[], largest: number) =>
  Math.min(largest, arcOf(ring) / Math.max(1, lengthOf(glyphs)))

/** Where an outline goes: its beginning on the base line, from the centre, then turned about the centre, in degrees. */
type Place = { readonly x: number; readonly y: number; readonly scale: number; readonly turn: number }

/** Its points in whole numbers where they stand in the end: a PDF would write each with all digits of its own transform. */
function placed(path: string, { x, y, scale, turn }: Place): string {
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  return path.replace(/(-?\d+) (-?\d+)/g, (_pair, right: string, up: string) => {
    const [across, down] = [x + Number(right) * scale, y - Number(up) * scale]
    const at = (value: number) => Math.round((CENTRE + value) * FINE)
    return `${at(across * cos - down * sin)} ${at(across * sin + down * cos)}`
  })
}

/** Centred above the middle, read clockwise. */
function alongRing(ring: Ring, glyphs: readonly Glyph[], size: number): string {
  const { radius } = ring
  const spread = Math.min(SPREAD, arcOf(ring) / (lengthOf(glyphs) * size))
  const degrees = (ems: number) => ((ems * size * spread) / radius) * (180 / Math.PI)
  let at = -degrees(lengthOf(glyphs)) / 2
  return glyphs
    .map(({ path, advance }) => {
      const turn = at + degrees(advance / EM) / 2
      at += degrees(advance / EM)
      const scale = size / EM
      return placed(path, { x: -(advance * scale) / 2, y: -radius + MIDDLE * size, scale, turn })
    })
    .join('')
}

/** Centred on a line, whose base is so far below the centre. */
function onLine(glyphs: readonly Glyph[], size: number, base: number): string {
  const scale = size / EM
  let next = -(lengthOf(glyphs) * size) / 2
  return glyphs
    .map(({ path, advance }) => {
      const x = next
      next += advance * scale
      return placed(path, { x, y: base, scale, turn: 0 })
    })
    .join('')
}

/** Where a name that goes on two rings is parted: in proportion to them, and between words where there are some. */
function parted(name: readonly string[]): readonly [readonly string[], readonly string[]] {
  const ideal = Math.round((name.length * arcOf(OUTER)) / (arcOf(OUTER) + arcOf(INNER)))
  const blanks = name.flatMap((character, index) => (character === ' ' ? [index] : []))
  const nearest = blanks.reduce(
    (best, index) => (Math.abs(index - ideal) < Math.abs(best - ideal) ? index : best),
    Number.NEGATIVE_INFINITY,
  )
  const at = Math.abs(nearest - ideal) <= 8 ? nearest : ideal
  return [name.slice(0, at), name.slice(at)]
}

/** The seal as an SVG of outlines alone, in this colour: nothing in it is text, and the same name gives the same picture. */
export function roundSeal(name: string, glyphOf: (character: string) => Glyph, colour: string): string {
  const glyphs = (characters: Iterable<string>) => [...characters].map(glyphOf)
  const characters = [...seen(name)]
  const all = glyphs(characters)
  const size = sizeOn(ONE, all, LARGEST)
  const rim =
    size >= LEAST_ON_ONE
      ? alongRing(ONE, all, size)
      : parted(characters)
          .map((part, index) => {
            const ring = index === 0 ? OUTER : INNER
            const set = glyphs(part.join('').trim())
            return alongRing(ring, set, sizeOn(ring, set, LARGEST_OF_TWO))
          })
          .join('')
  const middle = onLine(glyphs(IN_THE_MIDDLE), 34, 8) + onLine(glyphs(BELOW), 10, 26)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE * FINE} ${SIDE * FINE}"><circle cx="${CENTRE * FINE}" cy="${CENTRE * FINE}" r="${EDGE.radius * FINE}" fill="none" stroke="${colour}" stroke-width="${EDGE.width * FINE}"/><path fill="${colour}" d="${rim}${middle}"/></svg>`
}
