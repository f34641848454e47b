import { sql } from 'kysely'
import { z } from 'zod'
import { birthDateOf } from '../../../domain/identifiers.ts'
import { type DocumentType, lookUpForm, saysBirth } from '../../../domain/identity-document.ts'
import { isOwnKey } from '../../../domain/own-field/field.ts'
import {
  COLUMN_KEYS,
  type ColumnKey,
  type RosterKey,
  type RosterValues,
} from '../../../domain/roster/columns.ts'
import { foldText } from '../../../domain/text.ts'
import { readOwnValues } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'
import { hardshipKeys } from './hardship.ts'

/** Columns of `students` that have the value as the roster says it. */
const PLAIN = {
  studentNumber: 'student_number',
  name: 'name',
  gender: 'gender',
  college: 'college_id',
  className: 'class_name',
  educationLevel: 'education_level',
  majorCode: 'major_code',
  majorName: 'major_name',
  graduationYear: 'graduation_year',
  trainingMode: 'training_mode',
  designatedEmployer: 'designated_employer',
  designatedCreditCode: 'designated_credit_code',
  homeRegion: 'home_region',
} as const satisfies { [key in ColumnKey]?: string }
const isPlain = (key: RosterKey): key is keyof typeof PLAIN => key in PLAIN
const SEALED = { mobile: 'phone_cipher', examineeNumber: 'exam_number_cipher' } as const
const isSealed = (key: RosterKey): key is keyof typeof SEALED => key in SEALED
const ofDocument = (key: RosterKey) => key === 'documentType' || key === 'documentNumber'
/** Whatever has no column of its own is kept together, sealed: nobody searches by it, and much of it is nobody else's business. */
const FURTHER: readonly ColumnKey[] = COLUMN_KEYS.filter(
  (key) => !isPlain(key) && !isSealed(key) && !ofDocument(key),
)
const isFurther = (key: RosterKey) => FURTHER.some((one) => one === key)

/** The columns of `students` that a roster enters, with their types in the database. */
const ENTERED = {
  short_code: 'text',
  college_id: 'text',
  student_number: 'text',
  name: 'text',
  name_folded: 'text',
  gender: 'text',
  document_type: 'text',
  id_number_cipher: 'bytea',
  id_number_index: 'bytea',
  phone_cipher: 'bytea',
  exam_number_cipher: 'bytea',
  more_cipher: 'bytea',
  education_level: 'text',
  major_code: 'text',
  major_name: 'text',
  class_name: 'text',
  graduation_year: 'integer',
  training_mode: 'text',
  designated_employer: 'text',
  designated_credit_code: 'text',
  home_region: 'text',
  hardships: 'jsonb',
  own_values: 'jsonb',
} as const
type Entered = keyof typeof ENTERED
export const ENTERED_COLUMNS = Object.keys(ENTERED) as Entered[]

/** What a row enters; a column that it does not name stays as it is. */
export type Entry = { readonly [column in Entered]?: string | number | Buffer }

/** Its values in the order of `ENTERED`, each of the type of its column. */
export const enteredValues = (entry: Entry) =>
  sql.join(ENTERED_COLUMNS.map((column) => sql`${entry[column] ?? null}::${sql.raw(ENTERED[column])}`))

const documentOf = ({ documentType, documentNumber = '' }: RosterValues) => ({
  type: documentType as DocumentType,
  number: documentNumber,
})
/** By which a document is found, the one by which it is kept from now on first; none where there is no document. */
export const documentIndexes = (values: RosterValues, secrets: Secrets): readonly Buffer[] =>
  values.documentType === undefined || values.documentNumber === undefined
    ? []
    : secrets.blindIndexes(lookUpForm(documentOf(values)))

/** Of a student's values those that stand in fields of the school's own, ended ones among them; JSON. */
const ownValuesIn = (values: RosterValues): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.keys(values)
        .filter(isOwnKey)
        .flatMap((key) => (values[key] ? [[key, values[key]]] : [])),
    ),
  )

/** JSON; null where there is none. */
function furtherIn(values: RosterValues): string | null {
  const further: { [key in ColumnKey]?: string } = {}
  for (const key of FURTHER) if (values[key] !== undefined) further[key] = values[key]
  const json = JSON.stringify(further)
  return json === '{}' ? null : json
}

/** The columns that these values of a student change: those of `keys`, with whatever stands together with them. */
export function entryOf(
  values: RosterValues,
  keys: readonly RosterKey[],
  secrets: Secrets,
  unsaid: Entry = {},
): Entry {
  const entry: { -readonly [column in Entered]?: Entry[column] } = { ...unsaid }
  for (const key of keys) {
    const value = values[key]
    if (value === undefined) continue
    if (isPlain(key)) entry[PLAIN[key]] = key === 'graduationYear' ? Number(value) : value
    else if (isSealed(key)) entry[SEALED[key]] = secrets.seal(value)
  }
  if (keys.includes('name')) entry.name_folded = foldText(values.name ?? '')
  if (keys.some(ofDocument)) {
    const document = documentOf(values)
    entry.document_type = document.type
    entry.id_number_cipher = secrets.seal(document.number)
    entry.id_number_index = secrets.blindIndex(lookUpForm(document))
  }
  const further = keys.some(isFurther) ? furtherIn(values) : null
  // What is sealed is written anew, and may have had it until now.
  if (keys.some(isFurther)) entry.home_region = values.homeRegion ?? ''
  if (keys.some(isFurther)) entry.hardships = hardshipKeys(values, secrets)
  if (further !== null) entry.more_cipher = secrets.seal(further)
  if (keys.some(isOwnKey)) entry.own_values = ownValuesIn(values)
  return entry
}

/** What a column of a new student has where the roster says nothing. */
const UNSAID: Entry = { major_code: '', class_name: '', training_mode: '1', home_region: '', hardships: '[]' }

/** All columns of a student who is new. */
export const newEntry = (values: RosterValues, secrets: Secrets, shortCode: string): Entry =>
  entryOf(values, COLUMN_KEYS, secrets, {
    ...UNSAID,
    short_code: shortCode,
    own_values: ownValuesIn(values),
  })

/** The columns of `students` out of which a roster's row is read. */
export const VALUE_COLUMNS = [
  'studentNumber',
  'name',
  'gender',
  'collegeId',
  'className',
  'educationLevel',
  'majorCode',
  'majorName',
  'graduationYear',
  'trainingMode',
  'designatedEmployer',
  'designatedCreditCode',
  'homeRegion',
  'documentType',
  'idNumberCipher',
  'phoneCipher',
  'examNumberCipher',
  'moreCipher',
  'ownValues',
] as const

const further = z.record(z.string(), z.string())
/** What stands together in `more_cipher`, once it is opened. */
export const furtherOf = (json: string): { readonly [key in ColumnKey]?: string } =>
  further.parse(JSON.parse(json || '{}'))
type ValueColumn = (typeof VALUE_COLUMNS)[number]
type SealedColumn = Extract<ValueColumn, `${string}Cipher`>
/** These columns of a student's row, or of what an import enters. */
export type EnteredRow = { readonly [column in SealedColumn]: Buffer | null } & {
  readonly [column in Exclude<ValueColumn, SealedColumn | 'graduationYear' | 'ownValues'>]: string | null
} & { readonly graduationYear: number | null; readonly ownValues: unknown }
type Wanted = (key: RosterKey) => boolean
const everything: Wanted = () => true
/** A student's row as a roster says it, in the clear; of what is sealed at least what `isWanted`, for opening takes time. */
export function valuesOf(row: EnteredRow, secrets: Secrets, isWanted: Wanted = everything): RosterValues {
  const open = (sealed: Buffer | null, ...keys: readonly ColumnKey[]) =>
    sealed === null || !keys.some(isWanted) ? '' : secrets.open(sealed)
  const more = furtherOf(open(row.moreCipher, ...FURTHER))
  const number = open(row.idNumberCipher, 'documentNumber', 'birthDate')
  const document = { type: row.documentType as DocumentType, number }
  const all: { [key in ColumnKey]?: string | null | undefined } = {
    // What the document says of itself is known, whoever entered it.
    ...(number !== '' && saysBirth(document) && { birthDate: birthDateOf(document.number) }),
    ...more,
    studentNumber: row.studentNumber,
    name: row.name,
    documentType: row.documentType,
    documentNumber: document.number,
    gender: row.gender,
    college: row.collegeId,
    className: row.className,
    educationLevel: row.educationLevel,
    majorCode: row.majorCode,
    majorName: row.majorName,
    graduationYear: row.graduationYear?.toString(),
    trainingMode: row.trainingMode,
    designatedEmployer: row.designatedEmployer,
    designatedCreditCode: row.designatedCreditCode,
    homeRegion: row.homeRegion ?? more.homeRegion,
    mobile: open(row.phoneCipher, 'mobile'),
    examineeNumber: open(row.examNumberCipher, 'examineeNumber'),
  }
  return {
    ...Object.fromEntries(COLUMN_KEYS.flatMap((key) => (all[key] ? [[key, all[key]]] : []))),
    ...readOwnValues(row.ownValues),
  }
}
