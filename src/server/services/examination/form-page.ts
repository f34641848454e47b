import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import { type FormPage, type MarkedCorner, onePage } from '../../../domain/paper-form/corner.ts'
import { isStraightened, straightened } from './straightening.ts'

/** Pixels of the longer side in which codes are sought: a module of ours on a page that fills the picture has five. */
const SOUGHT = 2400
/** Beside the four of a page there may be the employer's or a stamp's. */
const MOST_CODES = 12

/** The reader's WebAssembly is in the package: by itself it would be fetched from elsewhere. */
let prepared: Promise<void> | undefined
const prepare = () => {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    (wasm) => {
      prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
    },
  )
  return prepared
}

const pointsOf = ({ position: { topLeft, topRight, bottomRight, bottomLeft } }: ReadResult) => [
  topLeft,
  topRight,
  bottomRight,
  bottomLeft,
]

/** The codes of ours in a picture, at their places in its own pixels. */
async function marksIn(picture: Uint8Array): Promise<MarkedCorner[]> {
  await prepare()
  const { width: whole = SOUGHT } = await sharp(picture).metadata()
  const { data, info } = await sharp(picture)
    .resize({ width: SOUGHT, height: SOUGHT, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const pixels = {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width,
    height,
    colorSpace: 'srgb' as const,
  }
  const found = await readBarcodes(pixels, {
    formats: ['QRCode'],
    tryInvert: false,
    maxNumberOfSymbols: MOST_CODES,
  })
  const scale = whole / width
  return found.map((code) => ({
    text: code.text,
    points: pointsOf(code).map(({ x, y }) => ({ x: x * scale, y: y * scale })),
  }))
}

export type SeenPage = {
  readonly page: FormPage
  /** The page alone, as it was printed: JPEG; null where too few of its corners were read. */
  readonly straight: Uint8Array | null
}

/** Which page of a paper form a picture shows, where it is seen as it is; null where it shows none, several, or one that is not readable. */
export async function formPageOf(picture: Uint8Array): Promise<FormPage | null> {
  const seen = onePage(await marksIn(picture))
  return seen && { number: seen.number, copy: seen.copy, page: seen.page }
}

/** The same with that page alone. */
export async function formPageIn(picture: Uint8Array): Promise<SeenPage | null> {
  const seen = onePage(await marksIn(picture))
  if (!seen) return null
  const { corners, ...page } = seen
  return { page, straight: isStraightened(corners) ? await straightened(picture, corners) : null }
}
