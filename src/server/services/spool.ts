import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that has come whole, for as long as somebody works on it. */
export type Spooled = {
  readonly size: number
  /** In hex. */
  readonly sha256: string
  read(): Readable
  /** What is not there counts as removed. */
  remove(): Promise<void>
}

/** Where files wait, on this machine alone, that nobody keeps: whoever sends one slowly holds up nobody but themselves. */
export type Spool = {
  /** All of `chunks`, whose errors are passed on; nothing of it stays behind then. */
  keep(chunks: AsyncIterable<Buffer>): Promise<Spooled>
}

/** Of a process that was killed meanwhile, nobody asks for its files any more. */
const FORGOTTEN = 24 * 60 * 60 * 1000

export function openSpool(folder: string, now: () => Date): Spool {
  async function removeForgotten() {
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      // Another process may just be removing it.
      const about = await stat(path).catch(() => null)
      if (about && now().getTime() - about.mtimeMs > FORGOTTEN) await rm(path, { force: true })
    }
  }
  return {
    async keep(chunks) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await removeForgotten()
      const path = join(folder, randomUUID())
      const remove = () => rm(path, { force: true })
      const hash = createHash('sha256')
      let size = 0
      async function* measured() {
        for await (const chunk of chunks) {
          size += chunk.length
          hash.update(chunk)
          yield chunk
        }
      }
      try {
        await pipeline(
          Readable.from(measured(), { objectMode: false }),
          createWriteStream(path, { mode: 0o600 }),
        )
      } catch (error) {
        await remove()
        throw error
      }
      return { size, sha256: hash.digest('hex'), read: () => createReadStream(path), remove }
    },
  }
}
