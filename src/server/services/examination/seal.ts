import sharp from 'sharp'
import { Refusal } from '../../../domain/refusal.ts'
import { KEPT_SEAL, MOST_SEAL_MEGAPIXELS, refuseUnlessSeal } from '../../../domain/seal/picture.ts'

/** Of 255: less is seen by nobody, and more is ink. */
const CLEAR = 16
const INK = 96

/**
 * The picture of a seal as it is kept: PNG of pixels alone, without the clear margin around it, no larger than paper needs.
 * Refuses what is no PNG with a seal on clear ground.
 */
export async function sealOfFile(file: Uint8Array): Promise<Uint8Array> {
  const limitInputPixels = MOST_SEAL_MEGAPIXELS * 1_000_000
  const { format, width, height } = await sharp(file, { limitInputPixels: false }).metadata()
  if (width * height > limitInputPixels)
    throw new Refusal('evidence-too-heavy', { most: MOST_SEAL_MEGAPIXELS })
  const { data, info } = await sharp(file, { limitInputPixels, failOn: 'truncated' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { box, clear, covered } = visibleIn(data, info)
  refuseUnlessSeal({ format, clear, covered, ...box })
  return sharp(data, { raw: { ...info, channels: 4 } })
    .extract(box)
    .resize({ width: KEPT_SEAL.side, height: KEPT_SEAL.side, fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: KEPT_SEAL.colours, dither: 0, compressionLevel: 9 })
    .toBuffer()
}

/** The box around what is visible, and how much of all pixels is clear and is covered, from 0 to 1. */
function visibleIn(data: Buffer, { width, height }: { width: number; height: number }) {
  let [left, top, right, bottom] = [width, height, -1, -1]
  let [clear, covered] = [0, 0]
  for (let at = 0; at < width * height; at++) {
    const alpha = data[at * 4 + 3]!
    if (alpha < CLEAR) {
      clear++
      continue
    }
    if (alpha >= INK) covered++
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const all = width * height
  const box = { left, top, width: Math.max(0, right - left + 1), height: Math.max(0, bottom - top + 1) }
  return { box, clear: clear / all, covered: covered / all }
}
