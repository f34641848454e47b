import type { Archived, FileState } from '../../../domain/evidence-archive/archive.ts'
import { pathOf } from '../../../domain/evidence-archive/names.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { EVIDENCE_ARCHIVE_WORDS } from '../../../words/evidence-archive.ts'
import type { Language } from '../../../words/language.ts'
import type { Services } from '../../services/services.ts'
import { manifest, type Zip, zipped } from '../../services/zip.ts'
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
 * An archive as a zip that is made while it is sent. What is gone, breaks off or is not what was recorded is named in the manifest,
 * which comes last, and the rest still arrives. `gone` ends it where nobody reads any more.
 */
export const packed = (
  { files, log }: Pick<Services, 'files' | 'log'>,
  items: AsyncIterable<ArchiveItem>,
  of: Of,
  gone: AbortSignal,
) => zipped({ at: of.at, gone, log }, (zip) => packInto(files, zip, items, of, gone))

/** The files and their manifest into a zip, which may have more. */
export async function packInto(
  files: Services['files'],
  zip: Zip,
  items: AsyncIterable<ArchiveItem>,
  of: Of,
  gone: AbortSignal,
): Promise<void> {
  const words = EVIDENCE_ARCHIVE_WORDS[of.language]
  const sheet = manifest(Object.values(words.columns))
  const taken = new Set<string>()
  let row = 0
  let nth = 0
  let student = ''
  for await (const item of items) {
    gone.throwIfAborted()
    nth = item.number === student ? nth + 1 : 1
    student = item.number
    const what = item.document ? words.sealed[item.document] : words.uploaded
    const { path, sha256, state } = await pack(files, zip, { ...of, item, what, nth, taken })
    sheet.row([
      ...[++row, path, item.number, item.name, item.college, item.major, item.className, item.year],
      ...[words.kind[of.kind], item.caseNumber, item.file === null ? '' : what, item.uploadedAs],
      ...[item.file === null ? '' : item.size, sha256, words.state[state]],
    ])
  }
  zip.addWhole(words.manifest, await sheet.end())
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
  zip: Zip,
  { school, names, item, what, nth, taken }: Packing,
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
  const added = await zip.add(path, bytes)
  if (added.isBroken) return { path, sha256, state: 'broken' }
  return { path, sha256, state: added.sha256 === sha256 ? 'packed' : 'altered' }
}
