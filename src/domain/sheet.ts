/** Rows of a spreadsheet, whatever kind of file they came from: every cell is text, as people read it on their screen. */

/**
 * A number of more than fifteen digits, which no spreadsheet holds; `#N/A` and its like; a formula that was never worked out
 * and has nothing to show; a text that stands in another file (DBF).
 */
export const CELL_FAULTS = ['digits-lost', 'error-value', 'formula-without-value', 'text-elsewhere'] as const
export type CellFault = (typeof CELL_FAULTS)[number]
/** A cell of which there is more to say than its text. */
export type MarkedCell = { readonly text: string; readonly fault?: CellFault; readonly isComputed?: true }
/** `''` is an empty cell. A day is `2001-03-05`. */
export type Cell = string | MarkedCell

/** `row` as on the sheet, from 1; `cells` from column A. Rows without content are left out. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[]; readonly isHidden?: true }

/** `others`: sheets of the same file that are not read. `hiddenColumns`: their letters. */
export type SheetFacts = {
  readonly format: 'xlsx' | 'csv' | 'dbf'
  readonly name: string
  readonly others: readonly string[]
  readonly hiddenColumns: readonly string[]
}

export const SHEET_LIMITS = { megabytes: 60, rows: 200_000, columns: 400, cell: 32_767 } as const

export const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'object' ? cell.text : (cell ?? '')

/** Of all its cells. */
export const lettersOf = ({ cells }: SheetRow): number =>
  cells.reduce((sum, cell) => sum + textOf(cell).length, 0)

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

/** A is 0; -1 for what are no letters. */
export const columnOf = (letters: string): number =>
  /^[A-Z]{1,4}$/.test(letters)
    ? [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : -1
