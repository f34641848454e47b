import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Log } from './log.ts'
import { csvWriter } from './sheets/csv-writer.ts'

/** What went into a zip, once all of it is there. */
export type Zipped = { readonly sha256: string; readonly bytes: number; readonly isBroken: boolean }
export type Zip = {
  /** A file, piece by piece as it is read: never more than a piece is in memory. What breaks off ends there. Pictures and PDFs do not become smaller. */
  add(path: string, bytes: AsyncIterable<Buffer>): Promise<Zipped>
  /** A text in the same way, made smaller; what breaks off breaks the zip, for nobody sees that it is not whole. */
  addText(path: string, bytes: AsyncIterable<Buffer>): Promise<Zipped>
  /** A file that is whole. */
  addWhole(path: string, bytes: Buffer): void
}
type Making = {
  /** Of every file in it. */
  readonly at: Date
  /** Ends it where nobody reads any more. */
  readonly gone: AbortSignal
  readonly log: Log
}

/** A zip that is written while it is read. Where `fill` fails its reader is cut off, so that nobody takes a part of it for the whole. */
export function zipped({ at, gone, log }: Making, fill: (zip: Zip) => Promise<void>): PassThrough {
  const file = new ZipFile()
  const sent = new PassThrough()
  const breakOff = (error: Error) => {
    if (!gone.aborted) log.error({ err: error }, 'a zip broke off')
    sent.destroy(error)
  }
  file.on('error', breakOff)
  file.outputStream.pipe(sent)
  async function addStream(path: string, bytes: AsyncIterable<Buffer>, compress: boolean) {
    const hash = createHash('sha256')
    let size = 0
    let broken: { readonly by: unknown } | null = null
    async function* pieces() {
      try {
        for await (const piece of bytes) {
          hash.update(piece)
          size += piece.length
          yield piece
        }
      } catch (error) {
        broken = { by: error }
      }
    }
    const stream = Readable.from(pieces(), { objectMode: false })
    file.addReadStream(stream, path, { mtime: at, compress })
    try {
      await finished(stream, { signal: gone })
    } finally {
      stream.destroy()
    }
    return { sha256: hash.digest('hex'), bytes: size, broken: broken as { readonly by: unknown } | null }
  }
  const zip: Zip = {
    async add(path, bytes) {
      const { broken, ...added } = await addStream(path, bytes, false)
      return { ...added, isBroken: broken !== null }
    },
    async addText(path, bytes) {
      const { broken, ...added } = await addStream(path, bytes, true)
      if (broken) throw broken.by
      return { ...added, isBroken: false }
    },
    addWhole: (path, bytes) => file.addBuffer(bytes, path, { mtime: at }),
  }
  fill(zip)
    .then(() => file.end())
    .catch(breakOff)
  return sent
}

/** A folder of a zip. */
export const folderOf = (zip: Zip, name: string): Zip => ({
  add: (path, bytes) => zip.add(`${name}/${path}`, bytes),
  addText: (path, bytes) => zip.addText(`${name}/${path}`, bytes),
  addWhole: (path, bytes) => zip.addWhole(`${name}/${path}`, bytes),
})

/** The sheet that lies in a zip and says what is in it. */
export function manifest(columns: readonly string[]) {
  const sheet = csvWriter()
  const written = buffer(sheet)
  sheet.write(columns)
  return {
    row: (cells: readonly (string | number)[]) => sheet.write(cells),
    end(): Promise<Buffer> {
      sheet.end()
      return written
    },
  }
}
