/** What the journal keeps of a change of the roster, and how a history reads it again. */
import { masked, maskPhone } from '../identifiers.ts'
import { maskDocument } from '../identity-document.ts'
import type { JournalData } from '../outcome.ts'
import { isOwnKey } from '../own-field/field.ts'
import { COLUMN_KEYS, type ColumnKey, type RosterKey } from './columns.ts'
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
  'designatedCreditCode',
  'mobile',
  'examineeNumber',
]

/** As people may read it who may not have it whole. */
export const maskedValue = (key: RosterKey, value: string, tables: RosterTables): string =>
  (isOwnKey(key) ? null : ROSTER_MASKS[key]?.(value)) ?? shownValue(key, value, tables)

export function journaledChanges(changes: readonly Change[], tables: RosterTables): JournalData {
  const said = (key: RosterKey, value: string): string | null => {
    if (!isOwnKey(key) && !SAID.includes(key)) return null
    return value === '' ? '' : maskedValue(key, value, tables)
  }
  return Object.fromEntries(
    changes.flatMap(({ key, from, to }) => [
      [`${key}.before`, said(key, from)],
      [`${key}.after`, said(key, to)],
      // Whoever reads it later may have no such field any more.
      ...(isOwnKey(key) ? [[`${key}.name`, tables.own.find((one) => one.key === key)?.name ?? '']] : []),
    ]),
  )
}

/** What was and what is; both null where no line says it. `called`: as a field of the school's own was named then. */
export type SaidChange = {
  readonly key: RosterKey
  readonly from: string | null
  readonly to: string | null
  readonly called?: string
}

const AFTER = '.after'
const ownKeysIn = (data: JournalData) =>
  Object.keys(data)
    .filter((name) => name.endsWith(AFTER))
    .map((name) => name.slice(0, -AFTER.length))
    .filter(isOwnKey)

/** The changes that a line tells of, whichever act wrote it. */
export const changesIn = (data: JournalData): SaidChange[] =>
  [...COLUMN_KEYS, ...ownKeysIn(data)].flatMap((key) => {
    const [from, to] = [data[`${key}.before`], data[`${key}.after`]]
    if (from === undefined && to === undefined) return []
    const called = data[`${key}.name`]
    return [
      {
        key,
        from: from === null ? null : String(from ?? ''),
        to: to === null ? null : String(to ?? ''),
        ...(typeof called === 'string' && { called }),
      },
    ]
  })
