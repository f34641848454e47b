/** A list of employers that the register has struck out (AT-28), as a province or the register's own search gives it. */
import type { Day } from '../day.ts'
import { creditCodeProblem, normalCreditCode } from '../identifiers.ts'
import { canBeMeant } from '../plausible-day.ts'
import type { SheetRow } from '../sheet.ts'
import { faultyCell } from '../sheets/cells.ts'
import { type SheetColumn, sheetColumns, UNREAD_HEADINGS } from '../sheets/columns.ts'
import { type FaultDetails, type FaultyCell, SHEET_FAULTS } from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { dayOf, lineOf, orFault, readCell, type Said } from '../sheets/read-cell.ts'
import { readCells } from '../sheets/read-cells.ts'

export type StruckColumn = 'creditCode' | 'name' | 'struckOn'
export const STRUCK_COLUMNS: Readonly<Record<StruckColumn, SheetColumn<StruckColumn>>> = {
  creditCode: {
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    also: [
      '社会信用代码',
      '信用代码',
      '单位统一社会信用代码',
      '用人单位统一社会信用代码',
      'credit code',
      'uscc',
    ],
    isNeeded: true,
  },
  name: {
    zh: '单位名称',
    en: 'Employer',
    also: ['用人单位名称', '用人单位', '企业名称', '公司名称', '名称', 'company', 'name'],
  },
  struckOn: {
    zh: '注销日期',
    en: 'Deregistered on',
    also: ['注销时间', '核准注销日期', '核准日期', '吊销日期', 'deregistration date'],
  },
}
export const STRUCK_SHEET = sheetColumns<StruckColumn>(STRUCK_COLUMNS, UNREAD_HEADINGS)
/** A file has so many rows at most. */
export const MOST_STRUCK_ROWS = 20_000
/** So many employers are noted together. */
export const MOST_STRUCK = 1000

/** What is wrong with a cell; `details` fill its sentence (`src/words/deregistration-sheet.*`). */
export const STRUCK_FAULTS = [...SHEET_FAULTS, 'not-a-credit-code', 'code-twice', 'day-not-meant'] as const
export type StruckFault = (typeof STRUCK_FAULTS)[number]
export type FaultyStruck = FaultyCell<StruckColumn, StruckFault>

export type StruckRow = {
  readonly row: number
  readonly creditCode: string
  /** Empty where the file does not say it. */
  readonly name: string
  readonly struckOn: Day | null
}

const READS = {
  creditCode: (text) =>
    orFault(creditCodeProblem(text) === null ? normalCreditCode(text) : null, 'not-a-credit-code'),
  name: (text) => lineOf(text),
  struckOn: dayOf,
} satisfies Record<StruckColumn, (text: string) => Said<StruckFault>>

/** Reads the rows of a file one after another: what each says, or all that is wrong with it. Of rows with one code the first is taken. */
export function struckReader(mapping: Mapping<StruckColumn>, at: Date) {
  const rowOf = new Map<string, number>()
  return (row: SheetRow): StruckRow | { readonly faults: readonly FaultyStruck[] } => {
    const faults: FaultyStruck[] = []
    const fail = (key: StruckColumn, fault: StruckFault, details?: FaultDetails) =>
      faults.push(faultyCell(mapping, row, key, fault, details))
    const { values } = readCells<StruckColumn, StruckFault>(
      row,
      mapping,
      (key, text) => readCell(text, READS[key]),
      fail,
    )
    const { creditCode = '', name = '', struckOn = null } = values
    const earlier = rowOf.get(creditCode)
    if (earlier !== undefined) fail('creditCode', 'code-twice', { row: earlier })
    else if (creditCode !== '') rowOf.set(creditCode, row.row)
    else if (!faults.some(({ key }) => key === 'creditCode')) fail('creditCode', 'needed')
    if (struckOn !== null && !canBeMeant(struckOn, 'struck', at)) fail('struckOn', 'day-not-meant')
    return faults.length > 0 ? { faults } : { row: row.row, creditCode, name, struckOn }
  }
}
