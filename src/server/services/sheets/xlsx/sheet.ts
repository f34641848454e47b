import { Refusal } from '../../../../domain/refusal.ts'
import type { SheetRow } from '../../../../domain/sheet.ts'
import type { Opened } from '../talk.ts'
import { openArchive } from './archive.ts'
import { readMerges } from './merges.ts'
import { rowsOfSheet, type Told } from './rows.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'

/** The first sheet with content, those that people see before those that are hidden. */
export async function openXlsx(file: Buffer): Promise<Opened> {
  const archive = await openArchive(file)
  const { sheets, countsFrom1904, stylesPart, sharedStringsPart } = await readWorkbook(archive)
  const shownAs = await readStyles(archive, stylesPart)
  const strings = await readSharedStrings(archive, sharedStringsPart)
  for (const { name, part } of sheets) {
    const merges = await readMerges(archive.unpack(part))
    const told: Told = { hiddenColumns: new Set() }
    const rows = rowsOfSheet(archive.unpack(part), { strings, shownAs, countsFrom1904, merges }, told)
    const first = await rows.next()
    if (first.done) continue
    const others = sheets.filter((one) => one.part !== part).map((one) => one.name)
    return {
      facts: { format: 'xlsx', name, others, hiddenColumns: [...told.hiddenColumns] },
      rows: (async function* (): AsyncGenerator<SheetRow> {
        yield first.value
        yield* rows
      })(),
    }
  }
  throw new Refusal('sheet-without-rows')
}
