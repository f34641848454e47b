import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Archived, FileState } from '../../../domain/evidence-archive/archive.ts'
import { pathOf } from '../../../domain/evidence-archive/names.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { EVIDENCE_ARCHIVE_WORDS } from '../../../words/evidence-archive.ts'
import type { Language } from '../../../words/language.ts'
import type { Services } from '../../services/services.ts'
import { csvWriter } from '../../services/sheets/csv-writer.ts'
import { documentKey } from '../documents/keys.ts'
import { storageKey } from '../evidence/storage-keys.ts'
import type { ArchiveItem } from './queries.ts'

type Of = {
  readonly school: string
  readonly kind: Archived
  readonly names: string
  readonly language: Language
  readonly at: Date
}
type Packed = { readonly path: string; readonly sha256: string; readonly state: FileState }
const NOTHING = { path: '', sha256: '' }

/**
 * A zip that is written while it is read: one file of the store is open at a time, and of none more than a piece is in memory. What
 * is gone, breaks off or is not what was recorded is named in the manifest, which comes last, and the rest still arrives. `gone`
 * ends it where nobody reads any more.
 */
export function packed(
  { files, log }: Pick<Services, 'files' | 'log'>,
  items: AsyncIterable<ArchiveItem>,
  of: Of,
  gone: AbortSignal,
) {
  const zip = new ZipFile()
  const sent = new PassThrough()
  // Whoever reads it is cut off then, so that nobody takes a part of it for the whole.
  const breakOff = (error: Error) => {
    if (!gone.aborted) log.error({ err: error }, 'an archive of evidence broke off')
    sent.destroy(error)
  }
  zip.on('error', breakOff)
  zip.outputStream.pipe(sent)
  fill(files, zip, items, of, gone).catch(breakOff)
  return sent
}

async function fill(
  files: Services['files'],
  zip: ZipFile,
  items: AsyncIterable<ArchiveItem>,
  of: Of,
  gone: AbortSignal,
): Promise<void> {
  const words = EVIDENCE_ARCHIVE_WORDS[of.language]
  const manifest = csvWriter()
  const written = buffer(manifest)
  manifest.write(Object.values(words.columns))
  const taken = new Set<string>()
  let row = 0
  let nth = 0
  let student = ''
  for await (const item of items) {
    gone.throwIfAborted()
    nth = item.number === student ? nth + 1 : 1
    student = item.number
    const what = item.document ? words.sealed[item.document] : words.uploaded
    const { path, sha256, state } = await pack(files, zip, { ...of, item, what, nth, taken }, gone)
    manifest.write([
      ...[++row, path, item.number, item.name, item.college, item.major, item.className, item.year],
      ...[words.kind[of.kind], item.caseNumber, item.file === null ? '' : what, item.uploadedAs],
      ...[item.file === null ? '' : item.size, sha256, words.state[state]],
    ])
  }
  manifest.end()
  zip.addBuffer(await written, words.manifest, { mtime: of.at })
  zip.end()
}

type Packing = Of & {
  readonly item: ArchiveItem
  readonly what: string
  readonly nth: number
  readonly taken: Set<string>
}

/** What became of one file, once all of it is in the zip. */
async function pack(
  files: Services['files'],
  zip: ZipFile,
  { school, names, at, item, what, nth, taken }: Packing,
  gone: AbortSignal,
): Promise<Packed> {
  const { file, document, sha256 } = item
  if (file === null) return { ...NOTHING, state: 'none' }
  const key = document ? documentKey(school, file) : storageKey({ school, id: file })
  const bytes: AsyncIterable<Buffer> | null = await files.read(key).catch(() => null)
  if (!bytes) return { ...NOTHING, sha256, state: 'gone' }
  const { number, name, college, className, major, year, uploadedAs, mediaType } = item
  const path = pathOf(
    names,
    {
      ...{ COLLEGE: college, CLASS: className, MAJOR: major, YEAR: String(year), NUMBER: number, NAME: name },
      ...{ WHAT: what, FILE: fileNameOf(uploadedAs || what, '') },
      ...{ mediaType, nth },
    },
    taken,
  )
  const hash = createHash('sha256')
  let isBroken = false
  async function* pieces(source: AsyncIterable<Buffer>) {
    try {
      for await (const piece of source) {
        hash.update(piece)
        yield piece
      }
    } catch {
      isBroken = true
    }
  }
  const stream = Readable.from(pieces(bytes), { objectMode: false })
  // Pictures and PDFs do not become smaller.
  zip.addReadStream(stream, path, { mtime: at, compress: false })
  try {
    await finished(stream, { signal: gone })
  } finally {
    stream.destroy()
  }
  if (isBroken) return { path, sha256, state: 'broken' }
  return { path, sha256, state: hash.digest('hex') === sha256 ? 'packed' : 'altered' }
}
