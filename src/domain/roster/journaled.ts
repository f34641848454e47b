/** What the journal keeps of a change of the roster, and how a history reads it again. */
import { masked, maskPhone } from '../identifiers.ts'
import { maskDocument } from '../identity-document.ts'
import type { JournalData } from '../outcome.ts'
import { COLUMN_KEYS, type ColumnKey } from './columns.ts'
import type { Change } from './compare.ts'
import type { RosterTables } from './read-cell.ts'
import { shownValue } from './report.ts'

/** What may be read by whoever can open the account with it, or telephone, is not shown whole. */
export const ROSTER_MASKS: { readonly [key in ColumnKey]?: (value: string) => string } = {
  documentNumber: (number) => maskDocument({ type: 'passport', number }),
  mobile: maskPhone,
  homePhone: maskPhone,
  examineeNumber: (number) => masked(number, 2, '*****', 2),
}

/**
 * Of these a line says what was and what is, numbers masked. Of all others, such as an address, an ethnicity or a hardship, only
 * that they were changed: they are sealed on the roster, and what is once in the journal is never taken out of it.
 */
const SAID: readonly ColumnKey[] = [
  'studentNumber',
  'name',
  'documentType',
  'documentNumber',
  'gender',
  'college',
  'className',
  'educationLevel',
  'majorCode',
  'majorName',
  'graduationYear',
  'trainingMode',
  'designatedEmployer',
  'mobile',
  'examineeNumber',
]

export function journaledChanges(changes: readonly Change[], tables: RosterTables): JournalData {
  const said = (key: ColumnKey, value: string): string | null => {
    if (!SAID.includes(key)) return null
    return value === '' ? '' : (ROSTER_MASKS[key]?.(value) ?? shownValue(key, value, tables))
  }
  return Object.fromEntries(
    changes.flatMap(({ key, from, to }) => [
      [`${key}.before`, said(key, from)],
      [`${key}.after`, said(key, to)],
    ]),
  )
}

/** What was and what is; both null where no line says it. */
export type SaidChange = { readonly key: ColumnKey; readonly from: string | null; readonly to: string | null }

/** The changes that a line tells of, whichever act wrote it. */
export const changesIn = (data: JournalData): SaidChange[] =>
  COLUMN_KEYS.flatMap((key) => {
    const [from, to] = [data[`${key}.before`], data[`${key}.after`]]
    if (from === undefined && to === undefined) return []
    return [
      { key, from: from === null ? null : String(from ?? ''), to: to === null ? null : String(to ?? '') },
    ]
  })
