import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import yauzl from 'yauzl'

/** The files of a zip by their paths. */
export async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}

/** A csv of it, a record a row by its headings. */
export const rowsIn = (files: ReadonlyMap<string, Buffer>, path: string): Record<string, string>[] =>
  parse(files.get(path) ?? '', { bom: true, columns: true })
