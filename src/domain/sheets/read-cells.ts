/** The cells of a row, read by what their columns take: the same for every kind of sheet. */
import { type CellFault, columnLetters, type SheetRow, textOf } from '../sheet.ts'
import type { FaultDetails, SheetFault } from './fault.ts'
import type { Mapping } from './header.ts'
import type { Said } from './read-cell.ts'

/**
 * `read` says what the text of a cell means for its column, `fail` is told of each that is wrong. An empty cell says nothing.
 * Answers what was said, and the columns whose value a formula has worked out.
 */
export function readCells<Key extends string, Fault extends string>(
  row: SheetRow,
  { columns }: Mapping<Key>,
  read: (key: Key, text: string) => Said<Fault>,
  fail: (key: Key, fault: Fault | SheetFault | CellFault, details?: FaultDetails) => void,
): { readonly values: { [key in Key]?: string }; readonly computed: string[] } {
  const values: { [key in Key]?: string } = {}
  const computed: string[] = []
  for (const [column, key] of columns) {
    const cell = row.cells[column] ?? ''
    if (typeof cell === 'object') {
      if (cell.isComputed) computed.push(columnLetters(column))
      if (cell.fault) {
        fail(key, cell.fault)
        continue
      }
    }
    const text = textOf(cell)
    if (text.trim() === '') continue
    const said = read(key, text)
    if ('fault' in said) fail(key, said.fault, said.details)
    else if (said.value !== '') values[key] = said.value
  }
  return { values, computed }
}
