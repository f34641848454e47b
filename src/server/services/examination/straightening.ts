import { Matrix, solve } from 'ml-matrix'
import sharp from 'sharp'
import { cornerPlaces, FORM_GEOMETRY, type SeenCorner } from '../../../domain/paper-form/corner.ts'

/** Pixels for a millimetre of the page: a pencil's line has four. */
const FINENESS = 8
/** With fewer, what is far from them would be guessed. */
const LEAST_CORNERS = 3
/** Of a page that is read by people. */
const QUALITY = 82

export const isStraightened = (corners: readonly SeenCorner[]): boolean =>
  new Set(corners.map(({ corner }) => corner)).size >= LEAST_CORNERS

/** Numbers of about one size, so that none is lost beside another. */
const LARGE = 1000

/**
 * From places on the page (millimetres) to places in the picture (pixels): the eight numbers of a homography that fit all corners
 * that were read best (least squares).
 */
export function placesInPicture(corners: readonly SeenCorner[]) {
  const pairs = corners.flatMap(({ corner, points }) =>
    cornerPlaces(corner).flatMap((at, index) => {
      const seen = points[index]
      return seen ? [{ at, seen }] : []
    }),
  )
  const rows = pairs.flatMap(({ at, seen }) => {
    const [x, y, u, v] = [at.x / LARGE, at.y / LARGE, seen.x / LARGE, seen.y / LARGE]
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y],
      [0, 0, 0, x, y, 1, -v * x, -v * y],
    ]
  })
  const sides = pairs.flatMap(({ seen }) => [[seen.x / LARGE], [seen.y / LARGE]])
  const fit = solve(new Matrix(rows), new Matrix(sides), true).to1DArray()
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = fit
  return ({ x, y }: { readonly x: number; readonly y: number }) => {
    const [px, py] = [x / LARGE, y / LARGE]
    const w = g * px + h * py + 1
    return { x: ((a * px + b * py + c) / w) * LARGE, y: ((d * px + e * py + f) / w) * LARGE }
  }
}

const CHANNELS = 3

/** The page alone, straight and upright, as JPEG: each pixel is mixed of the four that are nearest in the picture. */
export async function straightened(picture: Uint8Array, corners: readonly SeenCorner[]): Promise<Uint8Array> {
  const { data: from, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const [width, height] = [FORM_GEOMETRY.width * FINENESS, FORM_GEOMETRY.height * FINENESS]
  // What lies outside the picture is the paper's white.
  const into = Buffer.alloc(width * height * CHANNELS, 255)
  const placeOf = placesInPicture(corners)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const { x, y } = placeOf({ x: (column + 0.5) / FINENESS, y: (row + 0.5) / FINENESS })
      const [left, top] = [Math.floor(x), Math.floor(y)]
      if (left < 0 || top < 0 || left + 1 >= info.width || top + 1 >= info.height) continue
      const [right, down] = [x - left, y - top]
      const at = (top * info.width + left) * CHANNELS
      const below = at + info.width * CHANNELS
      const target = (row * width + column) * CHANNELS
      for (let channel = 0; channel < CHANNELS; channel++)
        into[target + channel] =
          (from[at + channel]! * (1 - right) + from[at + CHANNELS + channel]! * right) * (1 - down) +
          (from[below + channel]! * (1 - right) + from[below + CHANNELS + channel]! * right) * down
    }
  return sharp(into, { raw: { width, height, channels: CHANNELS } })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
