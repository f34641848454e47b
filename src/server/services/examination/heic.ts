import libheif from 'libheif-js/wasm-bundle.js'
import { MOST_MEGAPIXELS, refuseUnlessSized } from '../../../domain/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'

/** The pixels of the picture that a HEIC file is about, upright: four bytes each, rows from the top. */
export async function decodeHeic(file: Uint8Array) {
  const images = new libheif.HeifDecoder().decode(file)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw new Refusal('evidence-unreadable')
  const [width, height] = [image.get_width(), image.get_height()]
  refuseUnlessSized({ width, height }, MOST_MEGAPIXELS.heic)
  const data = new Uint8ClampedArray(width * height * 4)
  await new Promise<void>((resolve, reject) =>
    image.display({ data, width, height }, (filled) =>
      filled ? resolve() : reject(new Refusal('evidence-unreadable')),
    ),
  )
  return { data, width, height }
}
