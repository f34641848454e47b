import { halfWidth } from '../entered.ts'
import { fenFromYuan } from '../money.ts'
import type { SheetRow } from '../sheet.ts'
import { faultyCell } from '../sheets/cells.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import * as sheet from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { codeIn, readCell, type Said } from '../sheets/read-cell.ts'
import { readCells } from '../sheets/read-cells.ts'
import { writtenDay } from '../sheets/written-day.ts'
import type { PlaceColumn } from './columns.ts'
import { MONTH, type Month, monthOf, type PlaceFact } from './fact.ts'

/** What is wrong with a cell of a sheet of places; `details` fill its sentence (`src/words/places.*`). */
export const PLACE_FAULTS = [
  ...sheet.SHEET_FAULTS,
  'not-money',
  'not-a-month',
  'ends-before',
  'place-twice',
  'no-amount-here',
] as const
export type PlaceFault = (typeof PLACE_FAULTS)[number]
export type FaultyPlace = sheet.FaultyCell<PlaceColumn, PlaceFault>

export type ReadPlace = {
  readonly row: number
  readonly fact: PlaceFact | null
  readonly faults: readonly FaultyPlace[]
}

/** A month as people write it: `2026-07`, `2026/7`, `2026年7月`, `202607`; of a whole day its month. */
export function writtenMonth(text: string): Month | null {
  const plain = halfWidth(text).trim()
  const [, year, month] = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(plain) ?? []
  if (year && month) {
    const written = `${year}-${month.padStart(2, '0')}`
    return MONTH.test(written) ? written : null
  }
  const day = writtenDay(text)
  return day === null ? null : monthOf(day)
}

const month = (text: string): Said<PlaceFault> => {
  const value = writtenMonth(text)
  return value === null ? { fault: 'not-a-month' } : { value }
}
const money = (text: string): Said<PlaceFault> => {
  const fen = fenFromYuan(text.replace(/\s*[/／]\s*月$/, ''))
  return fen === null || fen === 0 ? { fault: 'not-money' } : { value: String(fen) }
}

/** Judges the rows of one file in their order: of two about the same region and month the later names the earlier. */
export function placeReader(
  mapping: Mapping<PlaceColumn>,
  { regions, hasAmount }: { readonly regions: CodeTable; readonly hasAmount: boolean },
): (row: SheetRow) => ReadPlace {
  const rowOf = new Map<string, number>()
  const reads: Record<PlaceColumn, (text: string) => Said<PlaceFault>> = {
    region: (text) => codeIn(regions, text),
    amount: hasAmount ? money : () => ({ fault: 'no-amount-here' }),
    since: month,
    until: month,
  }
  const needed: readonly PlaceColumn[] = hasAmount ? ['region', 'amount', 'since'] : ['region', 'since']

  return (row) => {
    const faults: FaultyPlace[] = []
    const fail = (key: PlaceColumn, fault: PlaceFault, details?: sheet.FaultDetails) => {
      if (!faults.some((one) => one.key === key)) faults.push(faultyCell(mapping, row, key, fault, details))
    }
    const { values } = readCells(row, mapping, (key, text) => readCell(text, reads[key]), fail)
    for (const key of needed) if (values[key] === undefined) fail(key, 'needed')
    const { region, since, until = null, amount } = values
    if (since !== undefined && until !== null && until < since) fail('until', 'ends-before')
    if (region === undefined || since === undefined) return { row: row.row, fact: null, faults }
    const key = `${region} ${since}`
    const first = rowOf.get(key)
    if (first === undefined) rowOf.set(key, row.row)
    else fail('region', 'place-twice', { row: first })
    const fact = { region, since, until, amount: amount === undefined ? null : Number(amount) }
    return { row: row.row, fact: faults.length > 0 ? null : fact, faults }
  }
}
