import { fileNameOf } from '../../../domain/file-name.ts'
import { EVIDENCE_ARCHIVE_WORDS } from '../../../words/evidence-archive.ts'
import type { Language } from '../../../words/language.ts'
import { FILES } from '../../../words/school-copies/tables.ts'
import { COPY_WORDS } from '../../../words/school-copies/zip.ts'
import { atOneInstant } from '../../db/at-one-instant.ts'
import type { Tx } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { streamCsv } from '../../services/sheets/csv-writer.ts'
import { manifest, type Zip, zipped } from '../../services/zip.ts'
import { type Column, fileOf, listColumns } from './columns.ts'
import { keyOf, listStored, piecesOf, type StoredFile } from './queries.ts'
import { COPIED, type CopiedTable } from './tables.ts'

export type Copy = {
  readonly school: string
  readonly language: Language
  readonly at: Date
  /** Whether what is sealed at rest is opened. */
  readonly isWhole: boolean
  readonly withFiles: boolean
}
type Contents = ReturnType<typeof manifest>
type Copying = Copy & {
  readonly services: Pick<Services, 'db' | 'files' | 'log' | 'secrets'>
  readonly gone: AbortSignal
  /** Writes down of whom rows are about to leave. */
  readonly tell: (students: readonly string[]) => Promise<void>
}

/**
 * All that a school has, as a zip that is made while it is sent: a csv a table, as they were at one instant, what each column means,
 * the files, and last what is in it. Never more than some hundred rows are in memory. What breaks off in a table cuts the reader off.
 */
export const copied = (of: Copying) =>
  zipped({ at: of.at, gone: of.gone, log: of.services.log }, async (zip) => {
    const words = COPY_WORDS[of.language]
    const contents = manifest(words.contentsColumns)
    const stored = await atOneInstant(of.services.db, async (tx) => {
      const columns = await listColumns(tx)
      zip.addWhole(words.description, await described(columns, of.language))
      for (const [table, own] of columns) await addTable(of, { tx, zip, contents }, table, own)
      return of.withFiles ? listStored(tx, of.school) : []
    })
    for (const file of stored) await addFile(of, zip, contents, file)
    zip.addWhole(words.contents, await contents.end())
  })

type Into = { readonly tx: Tx; readonly zip: Zip; readonly contents: Contents }

async function addTable(
  { school, isWhole, services: { secrets }, gone, tell, language }: Copying,
  { tx, zip, contents }: Into,
  table: CopiedTable,
  columns: readonly Column[],
): Promise<void> {
  let count = 0
  const id = columns.findIndex(({ name }) => name === 'id')
  const cellOf = (cell: string | null, nth: number) => {
    if (cell === null || columns[nth]?.form !== 'sealed') return cell ?? ''
    return isWhole ? secrets.open(Buffer.from(cell, 'hex')) : ''
  }
  async function* rows() {
    for await (const piece of piecesOf(tx, school, { table, columns })) {
      gone.throwIfAborted()
      if (table === 'students') await tell(piece.map((row) => row[id] ?? ''))
      for (const row of piece) yield row.map(cellOf)
      count += piece.length
    }
  }
  const path = `data/${fileOf(table)}.csv`
  const headings = columns.map(({ name }) => name)
  const { bytes, sha256 } = await zip.addText(path, streamCsv(headings, rows()))
  contents.row([path, count, bytes, sha256, EVIDENCE_ARCHIVE_WORDS[language].state.packed])
}

async function addFile(
  { school, services, gone, language }: Copying,
  zip: Zip,
  contents: Contents,
  file: StoredFile,
): Promise<void> {
  gone.throwIfAborted()
  const { state } = EVIDENCE_ARCHIVE_WORDS[language]
  const path = `files/${file.folder}/${fileNameOf(file.name, file.mediaType)}`
  const read = await services.files.read(keyOf(school, file)).catch(() => null)
  if (!read) {
    contents.row([path, '', '', file.sha256, state.gone])
    return
  }
  const { bytes, sha256, isBroken } = await zip.add(path, read)
  const found = sha256 === file.sha256 ? 'packed' : 'altered'
  contents.row([path, '', bytes, sha256, state[isBroken ? 'broken' : found]])
}

/** What each file and column is, in both languages, and what is not in the copy and why. */
function described(
  columns: ReadonlyMap<CopiedTable, readonly Column[]>,
  language: Language,
): Promise<Buffer> {
  const words = COPY_WORDS[language]
  const sheet = manifest(words.descriptionColumns)
  for (const [table, own] of columns) {
    const file = `data/${fileOf(table)}.csv`
    sheet.row([file, '', ...FILES[table], ''])
    for (const { name, form, said } of own) sheet.row([file, name, ...said, words.types[form]])
  }
  for (const [table, why] of Object.entries(COPIED))
    if (typeof why === 'string')
      sheet.row([fileOf(table), words.notIn, COPY_WORDS['zh-CN'].left[why], COPY_WORDS.en.left[why], ''])
  return sheet.end()
}
