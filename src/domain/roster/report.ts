/** A roster as a sheet again: what is written here and read again is the same. */
import type { DocumentType } from '../identity-document.ts'
import { isOwnKey, type OwnField } from '../own-field/field.ts'
import { ownShown } from '../own-field/read.ts'
import { type HeadingLanguage, REPORT_COLUMNS } from '../sheets/columns.ts'
import { ROSTER_COLUMNS, type RosterKey, type RosterValues, rosterKeys, rosterSheet } from './columns.ts'
import { DOCUMENT_NAMES, type RosterTables } from './read-cell.ts'

export function headings(language: HeadingLanguage, own: readonly OwnField[]): string[] {
  const { keys, of } = rosterSheet(own)
  return keys.map((key) => of[key]![language])
}
export const reportHeadings = (language: HeadingLanguage, own: readonly OwnField[]): string[] => [
  ...headings(language, own),
  REPORT_COLUMNS.result[language],
  REPORT_COLUMNS.toCorrect[language],
]

/** As people write it; a code with its name, where it has one. */
export function shownValue(key: RosterKey, value: string, tables: RosterTables): string {
  if (isOwnKey(key)) {
    const field = tables.own.find((one) => one.key === key)
    return field ? ownShown(field.takes, value).name : value
  }
  const { takes } = ROSTER_COLUMNS[key]
  if (takes === 'college') return tables.colleges.of(value)?.name ?? value
  if (takes === 'document-type') return DOCUMENT_NAMES[value as DocumentType][0]!
  if (takes === 'yes-no') return value === 'yes' ? '是' : '否'
  if (!takes.startsWith('code:') || takes === 'code:region') return value
  const row = tables.codes[takes.slice('code:'.length)]?.of(value)
  return row ? `${row.code} ${row.name}` : value
}

/** The cells of a student, in the order of the headings. */
export const cellsOf = (values: RosterValues, tables: RosterTables): string[] =>
  rosterKeys(tables.own).map((key) => {
    const value = values[key]
    return value === undefined ? '' : shownValue(key, value, tables)
  })
