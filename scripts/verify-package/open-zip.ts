import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'

/** What a zip contains, by name, and whether a name is in it twice. Rejects where it is no zip, or larger than any package. */
export async function openZip(
  file: string,
): Promise<{ readonly parts: ReadonlyMap<string, Buffer>; readonly twice: string | null }> {
  const zip = await yauzl.openPromise(file)
  const parts = new Map<string, Buffer>()
  let [twice, size]: [string | null, number] = [null, 0]
  for await (const entry of zip.eachEntry()) {
    size += entry.uncompressedSize
    if (size > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`)
    if (parts.has(entry.fileName)) twice ??= entry.fileName
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return { parts, twice }
}

const MOST_BYTES = 64 * 1024 * 1024
