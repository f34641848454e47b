/** A roster that comes against itself and against the one that is there. */
import { type DocumentType, lookUpForm } from '../identity-document.ts'
import { foldText } from '../text.ts'
import { COLUMN_KEYS, type ColumnKey, type RosterValues } from './columns.ts'

export type Change = { readonly key: ColumnKey; readonly from: string; readonly to: string }
export type Standing =
  | { readonly kind: 'new' | 'unchanged' }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  /** The document is that of the student of this number. */
  | { readonly kind: 'of-another'; readonly studentNumber: string }

/** By which a student is the same one in the next file. */
export const studentKey = (studentNumber: string): string => foldText(studentNumber)

/** By which a document is the same one; null where the row has none. */
export const documentKey = ({ documentType, documentNumber }: RosterValues): string | null =>
  documentType === undefined || documentNumber === undefined
    ? null
    : `${documentType} ${lookUpForm({ type: documentType as DocumentType, number: documentNumber })}`

/**
 * What a row would do to the student of its number. An empty cell says nothing: what is there stays. `holder`: the number of
 * the student on the roster who has this document.
 */
export function standingOf(row: RosterValues, known: RosterValues | null, holder: string | null): Standing {
  if (holder !== null && studentKey(holder) !== studentKey(row.studentNumber ?? ''))
    return { kind: 'of-another', studentNumber: holder }
  if (known === null) return { kind: 'new' }
  const changes = COLUMN_KEYS.flatMap((key) => {
    const [from, to] = [known[key] ?? '', row[key]]
    return to === undefined || to === from ? [] : [{ key, from, to }]
  })
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes }
}

/** Of the students there, by their numbers, those that no row of the file was about. */
export const missingAmong = (known: Iterable<string>, told: ReadonlySet<string>): string[] =>
  [...known].filter((number) => !told.has(studentKey(number)))

export type Twin = { readonly key: 'studentNumber' | 'documentNumber'; readonly firstRow: number }

/** Told each row in turn, says which rows before had the same number or the same document. */
export function twinsWatch(): (row: number, values: RosterValues) => Twin[] {
  const rows = { studentNumber: new Map<string, number>(), documentNumber: new Map<string, number>() }
  return (row, values) => {
    const number = values.studentNumber === undefined ? null : studentKey(values.studentNumber)
    const said = { studentNumber: number, documentNumber: documentKey(values) }
    return (['studentNumber', 'documentNumber'] as const).flatMap((key) => {
      const one = said[key]
      if (one === null) return []
      const firstRow = rows[key].get(one)
      if (firstRow === undefined) rows[key].set(one, row)
      return firstRow === undefined ? [] : [{ key, firstRow }]
    })
  }
}
