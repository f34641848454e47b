import type { CheckedDeregistrations } from '../../../contracts/deregistrations.ts'
import {
  type FaultyStruck,
  MOST_STRUCK,
  MOST_STRUCK_ROWS,
  STRUCK_SHEET,
  type StruckRow,
  struckReader,
} from '../../../domain/deregistration/sheet.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { findHeadings } from '../../../domain/sheets/header.ts'
import { isSameText, withoutHidden } from '../../../domain/text.ts'
import { struckColumn, struckFault } from '../../../words/deregistration-sheet.ts'
import type { Language } from '../../../words/language.ts'
import type { Db } from '../../db/database.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, rowsBelow } from '../../services/sheets/working.ts'
import { findByCodes } from './queries.ts'

/** So many faults are told: whoever has more has another file than it was meant for. */
const MOST_FAULTS = 200
const NEEDED = STRUCK_SHEET.keys.filter((key) => STRUCK_SHEET.of[key].isNeeded)

/** Which employers of a school a list names; nothing is kept. */
export async function checkSheet(
  db: Db,
  { school, language, at }: { readonly school: string; readonly language: Language; readonly at: Date },
  { rows }: OpenSheet,
): Promise<CheckedDeregistrations> {
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const mapping = findHeadings(STRUCK_SHEET, first)
  const checked: CheckedDeregistrations = {
    missing: (mapping?.missing ?? NEEDED).map((key) => struckColumn(key, language)),
    twice: (mapping?.twice ?? []).map(({ key }) => struckColumn(key, language)),
    unread: (mapping?.unread ?? []).map(({ heading }) => withoutHidden(heading)),
    ...{ rows: [], further: 0, same: 0, strangers: 0, faultyRows: 0, faults: [] },
  }
  if (!mapping || checked.missing.length > 0 || checked.twice.length > 0) return checked

  const read = struckReader(mapping, at)
  const struck: StruckRow[] = []
  for await (const row of rowsBelow(mapping.row, first, source)) {
    const found = read(row)
    if ('faults' in found) {
      checked.faultyRows++
      const left = MOST_FAULTS - checked.faults.length
      checked.faults.push(...found.faults.slice(0, left).map((fault) => told(fault, language)))
    } else struck.push(found)
    if (struck.length + checked.faultyRows > MOST_STRUCK_ROWS)
      throw new Refusal('sheet-too-long', { most: MOST_STRUCK_ROWS })
  }
  const known = await findByCodes(
    db,
    school,
    struck.map(({ creditCode }) => creditCode),
  )
  for (const { row, creditCode, name: said, struckOn } of struck) {
    const employer = known.get(creditCode)
    if (!employer) checked.strangers++
    else if (employer.isNoted) checked.same++
    else if (checked.rows.length === MOST_STRUCK) checked.further++
    else {
      const { id, name } = employer
      const calledThere = said === '' || isSameText(said, name) ? null : withoutHidden(said)
      checked.rows.push({ row, employerId: id, name, creditCode, calledThere, deregisteredOn: struckOn })
    }
  }
  return checked
}

const told = (of: FaultyStruck, language: Language) => ({
  row: of.row,
  column: of.column,
  name: struckColumn(of.key, language),
  value: withoutHidden(of.value),
  said: struckFault(of, language),
})
