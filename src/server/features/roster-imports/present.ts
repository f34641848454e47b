import type { z } from 'zod'
import type * as contract from '../../../contracts/roster-imports.ts'
import type { ToldMajors } from '../../../domain/major/told.ts'
import type { OwnField } from '../../../domain/own-field/field.ts'
import { COLUMN_KEYS, type RosterKey, rosterKeys } from '../../../domain/roster/columns.ts'
import { importActions, standingOfImport } from '../../../domain/roster/import.ts'
import { maskedValue } from '../../../domain/roster/journaled.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import { columnOf } from '../../../domain/sheet.ts'
import { BROKEN_OFF } from '../../../domain/sheet-work.ts'
import { withoutHidden } from '../../../domain/text.ts'
import type { Language } from '../../../words/language.ts'
import { refusalText } from '../../../words/refusals.ts'
import { columnName, faultAlone } from '../../../words/roster.ts'
import type { Secrets } from '../../services/secrets.ts'
import { aboutShown, readRefusal } from '../../services/sheets/sealed.ts'
import type { ImportRow } from './queries.ts'
import { type SaidRow, saidReader, sealedAbout } from './said.ts'

export type Reader = { readonly userId: string; readonly language: Language; readonly at: Date }

export function presentRow(of: ImportRow, { userId, language, at }: Reader) {
  const { id, by, begunBy, begunAt, endedAt, fileName, fileSize, rowsRead, counts, missing } = of
  const status = standingOfImport(of, at)
  const why = of.refusal ? readRefusal(of.refusal, of.refusalDetails) : { code: BROKEN_OFF, details: {} }
  const row: z.input<typeof contract.rosterImportRow> = {
    id,
    status,
    by,
    isMine: begunBy === userId,
    begunAt: begunAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    fileName,
    fileSize,
    rowsRead,
    counts,
    missing,
    failure: status === 'failed' ? refusalText(why.code, language, why.details) : null,
    actions: importActions(of, userId, at),
  }
  return row
}

const majorsShown = ({ added, stopped }: ToldMajors) => ({ added: [...added], stopped: [...stopped] })

export function presentImport(
  of: ImportRow,
  { secrets, own }: { readonly secrets: Secrets; readonly own: readonly OwnField[] },
  reader: Reader,
): contract.RosterImportView {
  const isShown = of.aboutCipher !== null && of.begunBy === reader.userId
  const about = isShown ? sealedAbout(secrets).open(of.aboutCipher!) : null
  return {
    ...presentRow(of, reader),
    about: about && { ...aboutShown(about), majors: majorsShown(about.majors) },
    columns: rosterKeys(own).map((key) => ({ key, name: columnName(key, reader.language, own) })),
  }
}

/** As they stand on the sheet; what it has no column for comes last. */
const inOrder = (one: Placed, other: Placed) => placeOf(one) - placeOf(other)
type Placed = { readonly column: string | null }
const placeOf = ({ column }: Placed) => (column === null ? Number.MAX_SAFE_INTEGER : columnOf(column))

/** A row as its page shows it. */
export function presentRowOf(
  of: SaidRow & { readonly row: number },
  { secrets, tables, language }: { secrets: Secrets; tables: RosterTables; language: Language },
) {
  const { cells, faults, changes } = saidReader(secrets)(of)
  const { row } = of
  const cell = (key: 'studentNumber' | 'name') => withoutHidden(cells[COLUMN_KEYS.indexOf(key)] ?? '')
  const shown = (key: RosterKey, value: string) => (value === '' ? '' : maskedValue(key, value, tables))
  const nameOf = (key: RosterKey) => columnName(key, language, tables.own)
  return {
    id: String(row),
    row,
    studentNumber: cell('studentNumber'),
    name: cell('name'),
    changes: changes.map(({ key, from, to }) => ({
      column: nameOf(key),
      from: shown(key, from),
      to: shown(key, to),
    })),
    faults: faults.toSorted(inOrder).map((one) => ({
      column: one.column,
      name: nameOf(one.key),
      value: withoutHidden(one.value),
      said: faultAlone(one, language),
    })),
  }
}
