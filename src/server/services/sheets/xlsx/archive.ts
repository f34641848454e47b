import { type Entry, fromBufferPromise } from 'yauzl'
import { Refusal } from '../../../../domain/refusal.ts'

/** The parts of a zip by name, whatever their capitals: writers do not agree on them. */
export type Archive = {
  has(name: string): boolean
  /** Damaged where there is no such part; too heavy once all that was unpacked of the file is more than a sheet can be. */
  unpack(name: string): AsyncIterable<Buffer>
}

const MOST_PARTS = 5_000
/** Each sheet is gone through twice. 200,000 rows of 60 columns are 480 MB. */
const MOST_UNPACKED = 1_000_000_000

export async function openArchive(file: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(file)
  if (zip.entryCount > MOST_PARTS) throw new Refusal('sheet-too-heavy')
  const parts = new Map<string, Entry>()
  for await (const part of zip.eachEntry()) parts.set(part.fileName.toLowerCase(), part)
  let unpacked = 0
  return {
    has: (name) => parts.has(name.toLowerCase()),
    async *unpack(name) {
      const part = parts.get(name.toLowerCase())
      if (!part) throw new Refusal('sheet-damaged')
      if (part.isEncrypted()) throw new Refusal('sheet-locked')
      for await (const bytes of await zip.openReadStreamPromise(part)) {
        unpacked += bytes.length
        if (unpacked > MOST_UNPACKED) throw new Refusal('sheet-too-heavy')
        yield bytes
      }
    },
  }
}
