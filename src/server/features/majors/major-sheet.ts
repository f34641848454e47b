import type { Readable } from 'node:stream'
import { collegesCell } from '../../../domain/major/colleges-cell.ts'
import type { MajorColumn } from '../../../domain/major/columns.ts'
import { MAJOR_SHEET } from '../../../domain/major/columns.ts'
import type { Language } from '../../../words/language.ts'
import { majorHeadings, majorSheetName, majorState } from '../../../words/majors.ts'
import type { Db } from '../../db/database.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { listKept } from './queries.ts'
import { findMajorTables } from './tables.ts'

/** The school's list (xlsx); brought back unchanged it changes nothing. */
export async function majorSheet(
  db: Db,
  { school, at }: { readonly school: string; readonly at: Date },
  language: Language,
): Promise<Readable> {
  const [kept, { levels, allLevels, colleges }] = await Promise.all([
    listKept(db, school),
    findMajorTables(db, school, at),
  ])
  /** By its name where that is found as itself, as the sheet is read. */
  const levelCell = (code: string) => {
    const name = allLevels.of(code)?.name ?? code
    const found = levels.find(name) ?? allLevels.find(name)
    return found !== 'several' && found?.code === code ? name : code
  }
  const rows = kept.map((one) => {
    const cells: Record<MajorColumn, string> = {
      code: one.code,
      name: one.name,
      level: levelCell(one.educationLevel),
      colleges: collegesCell(colleges, one.colleges),
      state: majorState(one.inUse, language),
    }
    return MAJOR_SHEET.keys.map((key) => cells[key])
  })
  return streamSheet(majorSheetName(language), majorHeadings(language), rows)
}
