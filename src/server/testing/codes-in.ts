import jsQr from 'jsqr'
import sharp from 'sharp'

/** What the codes in the corners of a drawn page say, from its top left around: read by another program than the product's. */
export async function codesIn(page: Buffer): Promise<string[]> {
  const { width, height } = await sharp(page).metadata()
  const side = Math.round(width / 5)
  const corners = [
    [0, 0],
    [width - side, 0],
    [width - side, height - side],
    [0, height - side],
  ] as const
  return Promise.all(
    corners.map(async ([left, top]) => {
      const { data, info } = await sharp(page)
        .extract({ left, top, width: side, height: side })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
      return jsQr(pixels, info.width, info.height, { inversionAttempts: 'dontInvert' })?.data ?? ''
    }),
  )
}
