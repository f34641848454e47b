import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { extract, type Pack, pack } from 'tar-stream'

/** Writes entries one after the other; few bytes are in memory. */
export type Writer = { add(name: string, bytes: Buffer): Promise<void> }

/** Pictures and PDFs become no smaller, and rows do at the least effort already. */
const LEVEL = constants.Z_BEST_SPEED

/** A tar in gzip, which nobody but this user reads. Resolves once all of it is on the disk; rejects where the file is there already. */
export async function writeArchive(path: string, work: (to: Writer) => Promise<void>): Promise<void> {
  const tar = pack()
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  const written = pipeline(tar, createGzip({ level: LEVEL }), file)
  const worked = work({ add: (name, bytes) => added(tar, name, bytes) }).then(
    () => tar.finalize(),
    (error: Error) => {
      tar.destroy(error)
      throw error
    },
  )
  await Promise.all([worked, written])
}

const added = (tar: Pack, name: string, bytes: Buffer) =>
  new Promise<void>((done, failed) => {
    tar.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) => (error ? failed(error) : done()))
  })

export type Entry = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }

/** The entries in the order in which they were written; each is read to its end before the next. Throws where the file is not whole. */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const tar = extract()
  const read = pipeline(createReadStream(path), createGunzip(), tar)
  // What breaks the pipeline also breaks the loop, which tells it.
  read.catch(() => {})
  for await (const entry of tar) yield { name: entry.header.name, bytes: entry as AsyncIterable<Uint8Array> }
  await read
}
