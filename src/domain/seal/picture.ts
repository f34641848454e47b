import { Refusal } from '../refusal.ts'

/** Of a file that is sent; what is kept of it is far less. */
export const MOST_SEAL_BYTES = 2 * 1024 * 1024
/** Pixels of a side of what is visible, without the clear margin around it: less is blurred on paper. */
export const LEAST_SEAL_SIDE = 150
/** Millions of pixels of the file. */
export const MOST_SEAL_MEGAPIXELS = 16
/** The longer side to the shorter: round, square and oval seals, no photograph of a page. */
export const MOST_SEAL_RATIO = 1.6
/** What is kept of it: 260 dots an inch at 38 mm, in so many shades of its one ink, so that 80 KB hold any picture. */
export const KEPT_SEAL = { side: 400, colours: 16 } as const

/** Of all pixels: a stamp on clear ground leaves more than this clear, and covers more than that. */
const LEAST_CLEAR = 0.1
const LEAST_COVERED = 0.005

/** A picture as it was decoded: shares of all its pixels, and the sides of what is visible, in pixels. */
export type SealMeasures = {
  readonly format: string
  readonly clear: number
  readonly covered: number
  readonly width: number
  readonly height: number
}

/** Refuses what is no seal on clear ground that can stand on a page. */
export function refuseUnlessSeal({ format, clear, covered, width, height }: SealMeasures): void {
  const field = 'file'
  if (format !== 'png') throw new Refusal('seal-not-png', { field })
  if (clear < LEAST_CLEAR) throw new Refusal('seal-not-clear', { field })
  if (covered < LEAST_COVERED) throw new Refusal('seal-empty', { field })
  if (Math.min(width, height) < LEAST_SEAL_SIDE)
    throw new Refusal('seal-too-small', { field, width, height, least: LEAST_SEAL_SIDE })
  if (Math.max(width, height) > MOST_SEAL_RATIO * Math.min(width, height))
    throw new Refusal('seal-too-long', { field, width, height })
}
