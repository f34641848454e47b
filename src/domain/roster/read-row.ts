/** A row of a sheet as a student of the roster: everything that is wrong with it, cell by cell. */
import { isDay } from '../day.ts'
import { birthDateOf, residentIdProblem } from '../identifiers.ts'
import { type DocumentType, genderIn, isWellFormed, normalDocument, saysBirth } from '../identity-document.ts'
import { daysMeant } from '../plausible-day.ts'
import type { SheetRow } from '../sheet.ts'
import { faultyCell } from '../sheets/cells.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import type { FaultDetails } from '../sheets/fault.ts'
import { judgePrinted } from '../sheets/judge-printed.ts'
import { readCells } from '../sheets/read-cells.ts'
import { type RosterKey, type RosterValues, rosterSheet } from './columns.ts'
import { twinsWatch } from './compare.ts'
import type { FaultyCell, RosterFault } from './fault.ts'
import type { Mapping } from './header.ts'
import { cellReader, type RosterJudging } from './read-cell.ts'

export type ReadRow = {
  /** As on the sheet. */
  readonly row: number
  readonly values: RosterValues
  readonly faults: readonly FaultyCell[]
  /** Columns whose cell was worked out by a formula: the value is the one that was last shown. */
  readonly computed: readonly string[]
}

/**
 * Judges the rows of one file in their order, at this instant: of two with the same number or document the later one is at
 * fault and names the earlier (`details.row`).
 */
export function rowReader(mapping: Mapping, tables: RosterJudging, at: Date): (row: SheetRow) => ReadRow {
  const twinsOf = twinsWatch()
  const read = cellReader(tables)
  const { keys, of } = rosterSheet(tables.own)
  const needed = keys.filter((key) => of[key]?.isNeeded)
  const meant: Meant = { birth: daysMeant('birth', at), season: daysMeant('season', at) }
  return (sheetRow) => {
    const faults: FaultyCell[] = []
    const isFaulty = new Set<RosterKey>()
    const fail = (key: RosterKey, fault: RosterFault, details?: FaultDetails) => {
      if (isFaulty.has(key)) return
      isFaulty.add(key)
      faults.push(faultyCell(mapping, sheetRow, key, fault, details))
    }

    const { values, computed } = readCells(sheetRow, mapping, read, fail)

    judgePrinted(values, PRINTED, tables.printed, fail)
    judgeDocument(values, isFaulty, fail, tables.codes.gender, meant)
    judgeBirthMonth(values, isFaulty, fail)
    judgeTimes(values, fail, meant)
    const mode = tables.codes.training_mode?.of(values.trainingMode ?? '')
    if (mode?.class === 'designated' && values.designatedEmployer === undefined)
      fail('designatedEmployer', 'needed-for-training-mode', { mode: mode.name })
    for (const key of needed) if (values[key] === undefined) fail(key, 'needed')
    // What no document says is asked for.
    const isKnown = values.documentType !== undefined && !isFaulty.has('documentNumber')
    if (values.gender === undefined && isKnown) fail('gender', 'needed')
    for (const { key, firstRow } of twinsOf(sheetRow.row, values))
      fail(key, key === 'studentNumber' ? 'number-twice' : 'document-twice', { row: firstRow })
    return { row: sheetRow.row, values, faults, computed }
  }
}

/** What stands in documents. */
const PRINTED: readonly RosterKey[] = ['name', 'majorName']

type Span = ReturnType<typeof daysMeant>
type Meant = { readonly birth: Span; readonly season: Span }
const isWithin = (day: string, { from, until }: Span) => day >= from && day <= until

type Values = { [key in RosterKey]?: string }
type Fail = (key: RosterKey, fault: RosterFault, details?: FaultDetails) => void

/** Its type and number together; without a type it is what nearly everybody has. What it says of its holder fills in, or contradicts. */
function judgeDocument(
  values: Values,
  isFaulty: ReadonlySet<RosterKey>,
  fail: Fail,
  genders: CodeTable | undefined,
  meant: Meant,
) {
  if (values.documentNumber === undefined || isFaulty.has('documentType')) return
  const type = (values.documentType ?? 'resident_id') as DocumentType
  const document = normalDocument({ type, number: values.documentNumber })
  if (!isWellFormed(document)) {
    const more = type === 'resident_id' ? residentIdProblem(document.number) : null
    const typeIsSaid = values.documentType !== undefined
    // Without a type, what is nothing like an identity card is asked what it is.
    if (!typeIsSaid && !/^\d{14}/.test(document.number)) return fail('documentType', 'needed')
    return fail('documentNumber', more ? `document-${more}` : 'document-not-in-form', {
      length: document.number.length,
    })
  }
  const day = saysBirth(document) ? birthDateOf(document.number) : null
  if (day !== null && !isWithin(day, meant.birth)) return fail('documentNumber', 'document-birth-date')
  values.documentType = type
  values.documentNumber = document.number
  const said = genderIn(document)
  const gender = genders?.rows.find((row) => row.class === said)?.code
  if (gender !== undefined && (values.gender ?? gender) !== gender)
    fail('gender', 'gender-contradicts-document')
  else if (gender !== undefined && !isFaulty.has('gender')) values.gender = gender
  if (day === null) return
  // A month says a part of it.
  if (!day.startsWith(values.birthDate ?? day)) fail('birthDate', 'birth-contradicts-document', { day })
  else if (!isFaulty.has('birthDate')) values.birthDate = day
}

/** A month that no document has completed is nobody's day of birth: its day is asked for, unless the document is to be corrected first. */
function judgeBirthMonth(values: Values, isFaulty: ReadonlySet<RosterKey>, fail: Fail) {
  if (values.birthDate === undefined || isDay(values.birthDate)) return
  if (!isFaulty.has('documentNumber') && !isFaulty.has('documentType')) fail('birthDate', 'not-a-day')
  delete values.birthDate
}

/** A birth, a year and a month that can be meant. The year is said by the month where nothing else says it. */
function judgeTimes(values: Values, fail: Fail, meant: Meant) {
  if (values.birthDate !== undefined && !isWithin(values.birthDate, meant.birth))
    fail('birthDate', 'day-not-meant')
  const { graduationMonth, graduationYear } = values
  if (graduationMonth !== undefined) values.graduationYear = graduationYear ?? graduationMonth.slice(0, 4)
  if (values.graduationYear !== undefined && !isWithin(`${values.graduationYear}-06-30`, meant.season))
    fail(graduationYear === undefined ? 'graduationMonth' : 'graduationYear', 'year-not-meant')
}
