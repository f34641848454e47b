import { LONGEST } from '../longest.ts'
import type { Printed } from '../printed.ts'
import type { SheetRow } from '../sheet.ts'
import { faultyCell, LONGEST_CELL } from '../sheets/cells.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import * as sheet from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { judgePrinted } from '../sheets/judge-printed.ts'
import { codeIn, lineOf, numberOf, readCell, type Said, yesOrNo } from '../sheets/read-cell.ts'
import { readCells } from '../sheets/read-cells.ts'
import { isSameText } from '../text.ts'
import { collegesIn } from './colleges-cell.ts'
import { MAJOR_SHEET, MAJOR_STATES, type MajorColumn } from './columns.ts'
import type { ListedMajor } from './listed.ts'

/** What is wrong with a cell of a sheet of majors; `details` fill its sentence (`src/words/majors.*`). */
export const MAJOR_FAULTS = [...sheet.SHEET_FAULTS, 'no-such-college', 'not-a-state', 'major-twice'] as const
export type MajorFault = (typeof MAJOR_FAULTS)[number]
export type FaultyMajor = sheet.FaultyCell<MajorColumn, MajorFault>

export type ReadMajor = {
  /** As on the sheet. */
  readonly row: number
  readonly major: ListedMajor | null
  readonly faults: readonly FaultyMajor[]
}

/** What the rows of a sheet are judged by. */
export type MajorJudging = {
  /** Education levels that can be chosen now. */
  readonly levels: CodeTable
  /** All that there are: a major may keep one that is chosen no more. */
  readonly allLevels: CodeTable
  readonly colleges: CodeTable
  readonly printed: Printed
  /** The list as it is, by code. */
  readonly there: ReadonlyMap<string, ListedMajor>
}

/** Ids of colleges are codes, which have no line break. */
const BETWEEN = '\n'

const stateOf = (text: string): Said<MajorFault> => {
  for (const state of ['yes', 'no'] as const)
    if (Object.values(MAJOR_STATES[state]).some((name) => isSameText(name, text))) return { value: state }
  const said = yesOrNo(text)
  return 'value' in said ? said : { fault: 'not-a-state' }
}

function readsOf({ levels, allLevels, colleges }: MajorJudging) {
  const ofColleges = (text: string): Said<MajorFault> => {
    const said = collegesIn(colleges, text)
    return 'ids' in said
      ? { value: said.ids.join(BETWEEN) }
      : { fault: 'no-such-college', details: { college: said.unknown } }
  }
  const levelOf = (text: string) => {
    const offered = codeIn(levels, text)
    return 'value' in offered ? offered : codeIn(allLevels, text)
  }
  return {
    code: numberOf,
    name: (text) => lineOf(text),
    level: levelOf,
    colleges: ofColleges,
    state: stateOf,
  } satisfies Record<MajorColumn, (text: string) => Said<MajorFault>>
}

const NEEDED = MAJOR_SHEET.keys.filter((key) => MAJOR_SHEET.of[key].isNeeded)

/**
 * Judges the rows of one file in their order: of two with one code the later names the earlier. What a file has no column for stays as
 * the list has it, and so does a state that is left empty; colleges that are left empty are none.
 */
export function majorReader(
  mapping: Mapping<MajorColumn>,
  judging: MajorJudging,
): (row: SheetRow) => ReadMajor {
  const reads = readsOf(judging)
  const rowOf = new Map<string, number>()
  const saysColleges = [...mapping.columns.values()].includes('colleges')

  return (row) => {
    const faults: FaultyMajor[] = []
    const fail = (key: MajorColumn, fault: MajorFault, details?: sheet.FaultDetails) => {
      if (!faults.some((one) => one.key === key)) faults.push(faultyCell(mapping, row, key, fault, details))
    }
    const { values } = readCells<MajorColumn, MajorFault>(
      row,
      mapping,
      (key, text) => readCell(text, reads[key], { most: key === 'colleges' ? LONGEST_CELL : LONGEST.line }),
      fail,
    )
    judgePrinted(values, ['name'], judging.printed, fail)
    for (const key of NEEDED) if (values[key] === undefined) fail(key, 'needed')
    const { code, name, level, state } = values
    const there = code === undefined ? undefined : judging.there.get(code)
    if (level !== undefined && !judging.levels.of(level) && level !== there?.educationLevel)
      fail('level', 'not-in-table')
    if (code !== undefined) {
      const first = rowOf.get(code)
      if (first === undefined) rowOf.set(code, row.row)
      else fail('code', 'major-twice', { row: first })
    }
    if (faults.length > 0 || code === undefined || name === undefined || level === undefined)
      return { row: row.row, major: null, faults }
    const colleges = saysColleges ? (values.colleges?.split(BETWEEN) ?? []) : (there?.colleges ?? [])
    const inUse = state === undefined ? (there?.inUse ?? true) : state === 'yes'
    return { row: row.row, major: { code, name, educationLevel: level, colleges, inUse }, faults }
  }
}
