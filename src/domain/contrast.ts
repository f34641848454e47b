import { Refusal } from './refusal.ts'

/** A colour as `#rrggbb` in small letters. */
export const COLOUR_FORM = /^#[0-9a-f]{6}$/

/** What a school's colour is for decides how well it must be told from what lies behind (WCAG 2.2: 1.4.3, 1.4.11). */
const LEAST = { colour: 4.5, accent: 3 } as const

/** The light that one channel of sRGB gives, 0 to 1. */
const light = (hex: string): number => {
  const channel = Number.parseInt(hex, 16) / 255
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
/** Relative luminance of `#rrggbb` or `#rgb`, 0 to 1. */
function luminance(colour: string): number {
  const hex = colour.slice(1)
  const whole = hex.length === 3 ? [...hex].map((one) => one + one).join('') : hex
  const [red, green, blue] = [0, 2, 4].map((at) => light(whole.slice(at, at + 2))) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How well one colour is told from another: 1 (not at all) to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** How well a colour is told from the least favourable of these, and how well it would have to be. */
export function readability(use: keyof typeof LEAST, colour: string, grounds: readonly string[]) {
  const least = LEAST[use]
  const ratio = Math.min(...grounds.map((ground) => contrast(colour, ground)))
  // Downwards, so that what is refused never reads as enough.
  return { isEnough: ratio >= least, ratio: Math.floor(ratio * 10) / 10, least }
}

/** Refuses `colour-unreadable`, with the field and both figures, what cannot be read on these or have them written on it. */
export function refuseUnlessReadable(
  colours: Readonly<Record<keyof typeof LEAST, string | null>>,
  grounds: readonly string[],
): void {
  for (const use of ['colour', 'accent'] as const) {
    const colour = colours[use]
    if (colour === null) continue
    const { isEnough, ratio, least } = readability(use, colour, grounds)
    if (!isEnough) throw new Refusal('colour-unreadable', { field: use, ratio, least })
  }
}
