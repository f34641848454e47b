import { type CheckedMajors, MOST_MAJORS } from '../../../contracts/majors.ts'
import { MAJOR_SHEET } from '../../../domain/major/columns.ts'
import { type ListedMajor, standingOfMajor } from '../../../domain/major/listed.ts'
import { type FaultyMajor, majorReader } from '../../../domain/major/read-row.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { SheetRow } from '../../../domain/sheet.ts'
import type { CodeTable } from '../../../domain/sheets/code-table.ts'
import { findHeadings } from '../../../domain/sheets/header.ts'
import { withoutHidden } from '../../../domain/text.ts'
import type { Language } from '../../../words/language.ts'
import { majorColumn, majorFault } from '../../../words/majors.ts'
import type { Services } from '../../services/services.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, rowsBelow } from '../../services/sheets/working.ts'
import { listKept } from './queries.ts'
import { findMajorTables } from './tables.ts'

/** So many faults are told: whoever has more has another file than it was meant for. */
const MOST_FAULTS = 200

/** What a sheet says, row by row, beside what the list has; nothing is kept. */
export async function checkSheet(
  { db, printed }: Pick<Services, 'db' | 'printed'>,
  { school, language, at }: { readonly school: string; readonly language: Language; readonly at: Date },
  { rows }: OpenSheet,
): Promise<CheckedMajors> {
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const mapping = findHeadings(MAJOR_SHEET, first)
  const checked: CheckedMajors = {
    missing: (mapping?.missing ?? NEEDED).map((key) => majorColumn(key, language)),
    twice: (mapping?.twice ?? []).map(({ key }) => majorColumn(key, language)),
    unread: (mapping?.unread ?? []).map(({ heading }) => withoutHidden(heading)),
    rows: [],
    same: 0,
    faultyRows: 0,
    faults: [],
  }
  if (!mapping || checked.missing.length > 0 || checked.twice.length > 0) return checked

  const [kept, tables] = await Promise.all([listKept(db, school), findMajorTables(db, school, at)])
  const there = new Map(kept.map((one) => [one.code, one]))
  const read = majorReader(mapping, { ...tables, printed, there })
  let rowsRead = 0
  const take = (row: SheetRow) => {
    if (++rowsRead > MOST_MAJORS) throw new Refusal('sheet-too-long', { most: MOST_MAJORS })
    const { major, faults } = read(row)
    if (faults.length > 0) checked.faultyRows++
    const left = MOST_FAULTS - checked.faults.length
    checked.faults.push(
      ...faults.slice(0, left).map((fault) => ({ row: fault.row, ...told(fault, language) })),
    )
    if (!major) return
    const before = there.get(major.code) ?? null
    if (standingOfMajor(major, before) === 'same') {
      checked.same++
      return
    }
    const { code: majorCode, name: majorName, educationLevel, colleges, inUse } = major
    checked.rows.push({
      row: row.row,
      brought: {
        majorCode,
        majorName,
        educationLevel,
        colleges: [...colleges],
        inUse,
        seenVersion: before?.version ?? null,
      },
      after: shown(major, tables, language),
      before: before && shown(before, tables, language),
    })
  }
  for await (const row of rowsBelow(mapping.row, first, source)) take(row)
  return checked
}

const NEEDED = MAJOR_SHEET.keys.filter((key) => MAJOR_SHEET.of[key].isNeeded)

const told = (of: FaultyMajor, language: Language) => ({
  column: of.column,
  name: majorColumn(of.key, language),
  value: withoutHidden(of.value),
  said: majorFault(of, language),
})

/** As people read it. */
const shown = (
  { name, educationLevel, colleges, inUse }: ListedMajor,
  tables: { readonly allLevels: CodeTable; readonly colleges: CodeTable },
  language: Language,
) => {
  const level = tables.allLevels.of(educationLevel)
  return {
    name,
    educationLevel: (language === 'en' && level?.nameEn) || (level?.name ?? educationLevel),
    colleges: colleges.map((id) => tables.colleges.of(id)?.name ?? id),
    inUse,
  }
}
