import type { ColumnKey } from '../roster/columns.ts'

/**
 * What of the roster can be corrected by a case at all. A student number is the log-in and what files know a student by, a
 * college changes by moving (`college-move.ts`), and a mobile number is the student's own to change.
 */
export const CORRECTABLE = [
  'name',
  'documentType',
  'documentNumber',
  'gender',
  'educationLevel',
  'majorCode',
  'majorName',
  'className',
  'graduationYear',
  'trainingMode',
  'designatedEmployer',
  'designatedCreditCode',
  'examineeNumber',
] as const satisfies readonly ColumnKey[]
export type Correctable = (typeof CORRECTABLE)[number]

export const isCorrectable = (key: string): key is Correctable => CORRECTABLE.some((one) => one === key)

/** What students may ask to have corrected where a school has not said otherwise; the rest it keeps to itself. */
export const USUALLY_CORRECTABLE: readonly Correctable[] = [
  'name',
  'documentType',
  'documentNumber',
  'gender',
  'majorCode',
  'majorName',
  'className',
]

/** What follows of itself from a document, and what a way of training asks for: judged where the other is to be corrected. */
const GO_TOGETHER: readonly (readonly Correctable[])[] = [
  ['documentType', 'documentNumber', 'gender'],
  ['trainingMode', 'designatedEmployer', 'designatedCreditCode'],
]
export const judgedWith = (keys: readonly Correctable[]): Correctable[] => {
  const together = GO_TOGETHER.filter((group) => group.some((key) => keys.includes(key))).flat()
  return CORRECTABLE.filter((key) => keys.includes(key) || together.includes(key))
}
/** Without which a row is no student, beside what every roster needs. */
const NEVER_EMPTY: readonly Correctable[] = [
  'documentType',
  'gender',
  'trainingMode',
  'majorCode',
  'className',
]
export const mayBeEmpty = (key: Correctable): boolean => !NEVER_EMPTY.includes(key)
