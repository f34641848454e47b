/** Cells of a row by what their columns are. */
import { type Cell, columnLetters, type SheetRow, textOf } from '../sheet.ts'
import type { FaultDetails, FaultyCell } from './fault.ts'
import type { Mapping } from './header.ts'

/** Of a cell, with the blanks and signs that are left out: more is not looked at, for whoever looks stands still. */
export const LONGEST_CELL = 500
/** As a cell is shown and kept: one that is too long stays so. One text of a file can stand in every cell of it. */
export const clippedCell = (text: string, longest = LONGEST_CELL): string => text.slice(0, longest + 1)

const columnOfKey = <Key extends string>({ columns }: Mapping<Key>, key: Key) =>
  [...columns].find(([, one]) => one === key)?.[0]

/** A cell of this row that is wrong. */
export function faultyCell<Key extends string, Fault extends string>(
  mapping: Mapping<Key>,
  row: SheetRow,
  key: Key,
  fault: Fault,
  details: FaultDetails = {},
): FaultyCell<Key, Fault> {
  const column = columnOfKey(mapping, key)
  return {
    row: row.row,
    column: column === undefined ? null : columnLetters(column),
    key,
    value: column === undefined ? '' : clippedCell(textOf(row.cells[column])),
    fault,
    details,
  }
}

/**
 * The cells of a row as they stand in the file, in the order of `keys`. What a spreadsheet lost is left empty: as a text it
 * would look like a number that somebody meant.
 */
export function cellsAsRead<Key extends string>(
  row: SheetRow,
  { columns }: Mapping<Key>,
  keys: readonly Key[],
  longest: (key: Key) => number = () => LONGEST_CELL,
): string[] {
  const columnOf = new Map([...columns].map(([column, key]) => [key, column]))
  return keys.map((key) => {
    const cell: Cell = row.cells[columnOf.get(key) ?? -1] ?? ''
    return typeof cell === 'object' && cell.fault ? '' : clippedCell(textOf(cell), longest(key))
  })
}
