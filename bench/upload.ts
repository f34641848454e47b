import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { type EvidenceFile, removeEvidence, uploadEvidence } from '../src/contracts/evidence.ts'
import { inParallel, print, send, spread } from './load.ts'

/** A party signed in at a running server. */
export type Uploader = {
  readonly port: number
  readonly token: string
  readonly school: string
  /** What the server's process holds now, in megabytes. */
  readonly megabytes: () => number
}

const MEGABYTE = 1024 * 1024
/** Twelve megapixels, as phones take them, and as many bytes as a picture of them can have. */
const SIZE = { width: 4000, height: 3000 }
const SCAN = await sharp(randomBytes(SIZE.width * SIZE.height), { raw: { ...SIZE, channels: 1 } })
  .jpeg({ quality: 85 })
  .toBuffer()
const SCAN_MEGABYTES = SCAN.length / MEGABYTE
const USERS = [1, 8]
/** Of one person no more may wait to be used at a time. */
const UPLOADS = 24

/** A photo, sent by one and by several at once, with the most memory that the server then took beyond before. */
export async function measureUploads({ port, token, school, megabytes }: Uploader): Promise<void> {
  const ids: string[] = []
  const upload = async (index: number) => {
    const input = { params: { school }, query: { name: `扫描件${index}.jpg` }, file: SCAN }
    ids.push((await send<EvidenceFile>(port, token, uploadEvidence, input)).id)
  }
  const removeAll = async () => {
    for (const id of ids.splice(0)) await send(port, token, removeEvidence, { params: { school, id } })
  }
  await upload(0) // loads what only uploads need
  await removeAll()
  for (const users of USERS) {
    const before = megabytes()
    const watch = watchPeak(megabytes)
    const { rate, times } = await inParallel(users, [...Array(UPLOADS).keys()], upload)
    const more = Math.max(0, (await watch.stop()) - before)
    print(
      `uploads of a photo of ${SCAN_MEGABYTES.toFixed(0)} MB, ${users} at once`,
      `${(rate * SCAN_MEGABYTES).toFixed(0)} MB/s  ${spread(times)}  | memory ${before} MB, at most ${more} MB more`,
    )
    await removeAll()
  }
}

function watchPeak(megabytes: () => number) {
  let peak = 0
  let watching = true
  const watched = (async () => {
    while (watching) {
      peak = Math.max(peak, megabytes())
      await sleep(50)
    }
  })()
  return {
    async stop() {
      watching = false
      await watched
      return peak
    },
  }
}
