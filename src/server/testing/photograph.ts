import sharp from 'sharp'

export type Taken = {
  /** Degrees by which the page lies askew. */
  readonly turned?: number
  /** How much further off its top is than its bottom: 0 from straight above, 0.5 from a chair. */
  readonly tilt?: number
  /** Of the light that there is, between 0 and 1. */
  readonly light?: number
  /** Standard deviation of an unsteady hand, in pixels. */
  readonly blur?: number
  /** Pixels of the picture's longer side. */
  readonly size?: number
}

const TABLE = { r: 96, g: 74, b: 58 }

/** A page as a phone takes it: lying askew on a table, seen from one side, in little light, as JPEG. */
export async function photograph(
  page: Buffer,
  { turned = 0, tilt = 0, light = 1, blur = 0.5, size = 2000 }: Taken,
): Promise<Buffer> {
  const { data: from, info } = await sharp(page).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const into = Buffer.alloc(width * height * 3)
  const middle = width / 2
  // Rows further off are nearer to each other and narrower: a projection, whose lines stay straight.
  for (let row = 0; row < height; row++) {
    const above = (height - row) / height
    const far = 1 / (1 - (tilt * above) / (1 + tilt))
    const y = Math.round(height - (height - row) * far)
    for (let column = 0; column < width; column++) {
      const x = Math.round(middle + (column - middle) * far)
      const at = (row * width + column) * 3
      const isPaper = x >= 0 && x < width && y >= 0 && y < height
      const source = (y * width + x) * 3
      into[at] = isPaper ? from[source]! : TABLE.r
      into[at + 1] = isPaper ? from[source + 1]! : TABLE.g
      into[at + 2] = isPaper ? from[source + 2]! : TABLE.b
    }
  }
  const edge = Math.round(width / 12)
  const lying = await sharp(into, { raw: { width, height, channels: 3 } })
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background: TABLE })
    .rotate(turned, { background: TABLE })
    .png()
    .toBuffer()
  return sharp(lying)
    .resize({ width: size, height: size, fit: 'inside' })
    .blur(blur)
    .modulate({ brightness: light })
    .jpeg({ quality: 75 })
    .toBuffer()
}

/** How much two pictures of one page differ, seen as small as a hand: the mean of all pixels, of 255. */
export async function differenceOf(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((picture) =>
      sharp(picture).greyscale().resize(105, 148, { fit: 'fill' }).normalise().raw().toBuffer(),
    ),
  )
  return a!.reduce((sum, value, at) => sum + Math.abs(value - b![at]!), 0) / a!.length
}
