import sharp, { type Sharp } from 'sharp'
import { MOST_MEGAPIXELS, refuseUnlessSized } from '../../../domain/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'

/** What people see of a picture instead of it: JPEG, upright, and nothing but pixels. */
export type Copies = { readonly view: Uint8Array; readonly small: Uint8Array }

/** As many pixels as a page needs to be read, and as JPEG can count on one side. */
const MOST_SEEN = 16_000_000
const MOST_SIDE = 65_000
/** A list shows 48 px, on the sharpest screens four of the screen's own for each. */
const SMALL_SIDE = 160

sharp.cache(false)
sharp.concurrency(1)
// Nothing else is decoded, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** JPEG, PNG or WebP. A file that ends in the middle is refused; what readers shrug at is not. */
export async function copiesOfFile(file: Uint8Array): Promise<Copies> {
  const source = sharp(file, { limitInputPixels: MOST_MEGAPIXELS.any * 1_000_000, failOn: 'truncated' })
  // The header alone, whatever the number of pixels: an unlimited look, as a refusal names them.
  const { autoOrient } = await sharp(file, { limitInputPixels: false }).metadata()
  refuseUnlessSized(autoOrient, MOST_MEGAPIXELS.any)
  return copiesOf(source.autoOrient(), autoOrient)
}

export const copiesOfPixels = ({
  data,
  ...size
}: {
  data: Uint8ClampedArray
  width: number
  height: number
}): Promise<Copies> => copiesOf(sharp(data, { raw: { ...size, channels: 4 } }), size)

async function copiesOf(
  upright: Sharp,
  { width, height }: { width: number; height: number },
): Promise<Copies> {
  const scale = Math.min(1, Math.sqrt(MOST_SEEN / (width * height)), MOST_SIDE / Math.max(width, height))
  const view = await upright
    .resize({ width: Math.max(1, Math.round(width * scale)) })
    .flatten({ background: '#ffffff' })
    // Red seals on black print blur where colour has fewer pixels than light.
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toBuffer()
  await refuseBlank(view)
  return { view, small: await smallOf(view) }
}

/** What a list shows of a picture. */
export const smallOf = (view: Uint8Array): Promise<Uint8Array> =>
  sharp(view).resize(SMALL_SIDE, SMALL_SIDE, { fit: 'cover' }).jpeg({ quality: 70 }).toBuffer()

/** Lens on the table, page of nothing: no channel varies by more than what compression makes of one colour. */
async function refuseBlank(view: Uint8Array) {
  const { channels } = await sharp(view).stats()
  if (channels.every(({ min, max }) => max - min <= 6)) throw new Refusal('evidence-blank')
}
