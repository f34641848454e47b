import { Readable } from 'node:stream'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { columnLetters } from '../../../domain/sheet.ts'
import type { SheetToFill } from '../../../words/sheet-to-fill.ts'

/** Every cell is text, for whoever edits it too: "01" stays "01", and what begins like a formula is none. */
const TEXT = '@'
const WIDTH = 18
/** Beneath the headings of a template; what is added further down has the form of whatever program it is added with. */
const ROWS_TO_FILL = 3_000
/** Together, with what stands between: longer lists are not opened by Excel (ECMA-376, `formula1`). */
const LONGEST_LIST = 255

const columns = (count: number) => Array.from({ length: count }, () => ({ width: WIDTH, numFmt: TEXT }))

/** An xlsx that is written while it is read: no more of it is in memory than some rows. */
export function streamSheet(
  name: string,
  headings: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Readable {
  async function* all() {
    yield [...headings]
    for await (const row of rows) yield [...row]
  }
  const sheet = writeXlsxStream(all(), { name, columns: columns(headings.length), freezePane: { rows: 1 } })
  return Readable.from(sheet)
}

/** An xlsx with nothing but headings, lists to choose from, and sheets that explain. */
export async function writeSheetToFill({
  name,
  headings,
  choices,
  beside,
}: SheetToFill): Promise<Uint8Array> {
  const lists = [...choices].filter(([, values]) => values.join().length <= LONGEST_LIST)
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns(headings.length),
        freezePane: { rows: 1 },
        rows: [[...headings], ...Array.from({ length: ROWS_TO_FILL }, () => headings.map(() => null))],
        dataValidations: lists.map(([column, values]) => ({
          type: 'list',
          values: [...values],
          range: `${columnLetters(column)}2:${columnLetters(column)}${ROWS_TO_FILL + 1}`,
          allowBlank: true,
          showErrorMessage: false,
        })),
      },
      ...beside.map(({ name: title, rows }) => ({
        name: title,
        columns: [{ width: 28 }, { width: 12 }, { width: 100 }],
        rows: rows.map((row) => [...row]),
      })),
    ],
  })
}
