import { Refusal } from '../../../../domain/refusal.ts'
import { type Cell, columnLetters, columnOf, SHEET_LIMITS, type SheetRow } from '../../../../domain/sheet.ts'
import type { Merge } from './merges.ts'
import { cellOfNumber } from './number.ts'
import { textHearing, withSigns } from './shared-strings.ts'
import type { Shown } from './styles.ts'
import { hearXml } from './xml.ts'

/** What the cells of a sheet are understood by. */
export type Key = {
  readonly strings: readonly string[]
  readonly shownAs: (style: number) => Shown
  readonly countsFrom1904: boolean
  readonly merges: ReadonlyMap<number, readonly Merge[]>
}
/** Hidden columns are told before the first row. */
export type Told = { readonly hiddenColumns: Set<string> }

/** No sheet has more (ECMA-376). */
const LAST_ROW = 1_048_576
const isTrue = (value: string | undefined) => value === '1' || value === 'true'

/** Its rows with content while it is read. */
export async function* rowsOfSheet(
  sheet: AsyncIterable<Buffer>,
  key: Key,
  told: Told,
): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = []
  const merged = fillDown(key.merges)
  const inline = textHearing()
  let row = { number: 0, isHidden: false, cells: [] as Cell[] }
  let cell = { column: -1, type: 'n', style: 0, value: '', isFormula: false }
  let isInCell = false
  let isValue = false

  const hearing = {
    open(element: string, attributes: Readonly<Record<string, string>>) {
      inline.open(element)
      if (element === 'col' && isTrue(attributes.hidden))
        for (const letters of lettersBetween(Number(attributes.min), Number(attributes.max)))
          told.hiddenColumns.add(letters)
      if (element === 'row') {
        const number = attributes.r === undefined ? row.number + 1 : Number(attributes.r)
        if (!Number.isInteger(number) || number <= row.number) throw new Refusal('sheet-damaged')
        if (number > LAST_ROW) throw new Refusal('sheet-too-long', { most: SHEET_LIMITS.rows })
        row = { number, isHidden: isTrue(attributes.hidden), cells: [] }
        cell = { ...cell, column: -1 }
      }
      if (element === 'c') {
        const { r, t: type = 'n', s } = attributes
        const column = r === undefined ? cell.column + 1 : columnOf(r.replace(/\d+$/, ''))
        if (column < 0) throw new Refusal('sheet-damaged')
        cell = { column, type, style: Number(s ?? 0), value: '', isFormula: false }
        isInCell = true
      }
      if (element === 'f') cell.isFormula = isInCell
      isValue = element === 'v' && isInCell
    },
    text(piece: string) {
      if (isInCell) inline.text(piece)
      if (isValue) cell.value += piece
      if (cell.value.length > SHEET_LIMITS.cell) throw new Refusal('sheet-too-heavy')
    },
    close(element: string) {
      inline.close(element)
      if (element === 'v') isValue = false
      if (element === 'c') {
        isInCell = false
        const made = cellOf(cell, inline.take(), key)
        if (made !== '') put(row, cell.column, made)
      }
      if (element === 'row') {
        const filled = merged(row.number, row.cells)
        if (filled)
          ready.push({ row: row.number, cells: filled, ...(row.isHidden && { isHidden: true as const }) })
      }
    },
  }
  for await (const _ of hearXml(sheet, hearing)) yield* ready.splice(0)
}

function put(row: { readonly number: number; readonly cells: Cell[] }, column: number, cell: Cell) {
  if (column >= SHEET_LIMITS.columns)
    throw new Refusal('sheet-too-wide', {
      cell: `${columnLetters(column)}${row.number}`,
      most: SHEET_LIMITS.columns,
    })
  while (row.cells.length < column) row.cells.push('')
  row.cells[column] = cell
}

function cellOf(
  cell: { type: string; style: number; value: string; isFormula: boolean },
  inline: string,
  { strings, shownAs, countsFrom1904 }: Key,
): Cell {
  const { type, value, isFormula } = cell
  // A formula whose text is empty says so by its type.
  if (isFormula && value === '' && type !== 'str') return { text: '', fault: 'formula-without-value' }
  const plain = (): Cell => {
    if (type === 'inlineStr') return inline
    if (value === '') return ''
    if (type === 's') {
      const text = strings[Number(value)]
      if (text === undefined) throw new Refusal('sheet-damaged')
      return text
    }
    if (type === 'e') return { text: value, fault: 'error-value' }
    if (type === 'b') return isTrue(value) ? 'TRUE' : 'FALSE'
    if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')
    return type === 'n' ? cellOfNumber(value, shownAs(cell.style), countsFrom1904) : withSigns(value)
  }
  const made = plain()
  if (!isFormula || made === '') return made
  return typeof made === 'string' ? { text: made, isComputed: true } : { ...made, isComputed: true }
}

/** The cells of a row with what merged ones above show in them; null for a row that has nothing of its own. */
function fillDown(merges: ReadonlyMap<number, readonly Merge[]>) {
  const open = new Map<number, { readonly to: number; readonly cell: Cell }>()
  return (row: number, cells: Cell[]): Cell[] | null => {
    if (!cells.some((cell) => cell !== '')) return null
    for (const [column, { to, cell }] of open) {
      if (row > to) open.delete(column)
      else if ((cells[column] ?? '') === '') put({ number: row, cells }, column, cell)
    }
    for (const { column, to } of merges.get(row) ?? []) open.set(column, { to, cell: cells[column] ?? '' })
    return cells
  }
}

/** Columns from 1. */
function* lettersBetween(first: number, last: number) {
  for (let column = Math.max(1, first); column <= Math.min(last, SHEET_LIMITS.columns); column++)
    yield columnLetters(column - 1)
}
