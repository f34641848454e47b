/** A roster that comes against itself and against the one that is there. */
import { type DocumentType, lookUpForm } from '../identity-document.ts'
import { normalLogin } from '../login.ts'
import { isOwnKey } from '../own-field/field.ts'
import type { FaultDetails } from '../sheets/fault.ts'
import { COLUMN_KEYS, type RosterKey, type RosterValues } from './columns.ts'
import type { RosterFault } from './fault.ts'

export type Change = { readonly key: RosterKey; readonly from: string; readonly to: string }
export type Standing =
  | { readonly kind: 'new' | 'unchanged' }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  /** The roster that is there does not let it in. */
  | {
      readonly kind: 'faulty'
      readonly key: RosterKey
      readonly fault: RosterFault
      readonly details: FaultDetails
    }

/** The student of a row's number, as the roster has them. */
export type Known = {
  readonly values: RosterValues
  /** Has passed the first login: the mobile number is the one that they gave then. */
  readonly isVerified: boolean
  /** An agreement, a dissolution or a destination: these go from college to college by the act that tells people. */
  readonly hasCases: boolean
}
/** Who has a row's document on the roster. */
export type Holder = { readonly studentNumber: string; readonly graduationYear: string }

/** By which a student is the same one in the next file, and signs in. */
export const studentKey = (studentNumber: string): string => normalLogin(studentNumber)

/** By which a document is the same one; null where the row has none. */
export const documentKey = ({ documentType, documentNumber }: RosterValues): string | null =>
  documentType === undefined || documentNumber === undefined
    ? null
    : `${documentType} ${lookUpForm({ type: documentType as DocumentType, number: documentNumber })}`

/** Of these the roster's own is kept: a number as it was first spelled, and what the student has given themselves. */
const isKept = (key: RosterKey, { isVerified }: Known) =>
  key === 'studentNumber' || (key === 'mobile' && isVerified)

/**
 * What a row would do to the student of its number. An empty cell says nothing: what is there stays. Somebody who comes
 * back for another degree has the same document in another year.
 */
export function standingOf(row: RosterValues, known: Known | null, holders: readonly Holder[]): Standing {
  const another = holders.find(
    ({ studentNumber, graduationYear }) =>
      studentKey(studentNumber) !== studentKey(row.studentNumber ?? '') &&
      graduationYear === (row.graduationYear ?? known?.values.graduationYear),
  )
  if (another) {
    const details = { studentNumber: another.studentNumber }
    return { kind: 'faulty', key: 'documentNumber', fault: 'document-of-another', details }
  }
  if (known === null) return { kind: 'new' }
  const own = Object.keys(row).filter(isOwnKey)
  const changes = [...COLUMN_KEYS, ...own].flatMap((key) => {
    const [from, to] = [known.values[key] ?? '', row[key]]
    return to === undefined || to === from || isKept(key, known) ? [] : [{ key, from, to }]
  })
  if (known.hasCases && changes.some(({ key }) => key === 'college'))
    return { kind: 'faulty', key: 'college', fault: 'college-with-cases', details: {} }
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes }
}

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
