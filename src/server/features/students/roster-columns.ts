import { z } from 'zod'
import { birthDateOf } from '../../../domain/identifiers.ts'
import { type DocumentType, lookUpForm, saysBirth } from '../../../domain/identity-document.ts'
import { isOwnKey, type OwnKey } from '../../../domain/own-field/field.ts'
import {
  COLUMN_KEYS,
  type ColumnKey,
  type RosterKey,
  type RosterValues,
} from '../../../domain/roster/columns.ts'
import { foldText } from '../../../domain/text.ts'
import { readOwnValues } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'

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
} as const satisfies { [key in ColumnKey]?: string }
const isPlain = (key: RosterKey): key is keyof typeof PLAIN => key in PLAIN
const SEALED = { mobile: 'phone_cipher', examineeNumber: 'exam_number_cipher' } as const
const isSealed = (key: RosterKey): key is keyof typeof SEALED => key in SEALED
const ofDocument = (key: RosterKey) => key === 'documentType' || key === 'documentNumber'
/** Whatever has no column of its own is kept together, sealed: nobody searches by it, and much of it is nobody else's business. */
const FURTHER: readonly ColumnKey[] = COLUMN_KEYS.filter(
  (key) => !isPlain(key) && !isSealed(key) && !ofDocument(key),
)

/** Columns of `students` by their names in the database; bytes as PostgreSQL writes them in a text. */
export type OwnValues = Readonly<Record<OwnKey, string>>
export type Entry = Readonly<Record<string, string | number | OwnValues>>

const inHex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
const documentOf = ({ documentType, documentNumber = '' }: RosterValues) => ({
  type: documentType as DocumentType,
  number: documentNumber,
})
/** By which a document is found; as base64 one key of a map. */
export const documentIndex = (values: RosterValues, secrets: Secrets): Buffer | null =>
  values.documentType === undefined || values.documentNumber === undefined
    ? null
    : secrets.blindIndex(lookUpForm(documentOf(values)))

/** Of a student's values those that stand in fields of the school's own, ended ones among them. */
const ownValuesIn = (values: RosterValues): OwnValues =>
  Object.fromEntries(
    Object.keys(values)
      .filter(isOwnKey)
      .flatMap((key) => (values[key] ? [[key, values[key]]] : [])),
  )

/** The columns that these values of a student change: those of `keys`, with whatever stands together with them. */
export function entryOf(values: RosterValues, keys: readonly RosterKey[], secrets: Secrets): Entry {
  const entry: Record<string, string | number | OwnValues> = {}
  for (const key of keys) {
    const value = values[key]
    if (value === undefined) continue
    if (isPlain(key)) entry[PLAIN[key]] = key === 'graduationYear' ? Number(value) : value
    if (isSealed(key)) entry[SEALED[key]] = inHex(secrets.seal(value))
  }
  if (keys.includes('name')) entry.name_folded = foldText(values.name ?? '')
  if (keys.some(ofDocument)) {
    const document = documentOf(values)
    entry.document_type = document.type
    entry.id_number_cipher = inHex(secrets.seal(document.number))
    entry.id_number_index = inHex(secrets.blindIndex(lookUpForm(document)))
  }
  const further = FURTHER.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]]))
  if (further.length > 0 && keys.some((key) => FURTHER.some((one) => one === key)))
    entry.more_cipher = inHex(secrets.seal(JSON.stringify(Object.fromEntries(further))))
  if (keys.some(isOwnKey)) entry.own_values = ownValuesIn(values)
  return entry
}

/** What a column has where the roster says nothing. */
const UNSAID: RosterValues = { trainingMode: '1' }
const EMPTY: Entry = { major_code: '', class_name: '' }

/** All columns of a student who is new. */
export const newEntry = (values: RosterValues, secrets: Secrets, shortCode: string): Entry => ({
  ...EMPTY,
  ...entryOf({ ...UNSAID, ...values }, COLUMN_KEYS, secrets),
  own_values: ownValuesIn(values),
  short_code: shortCode,
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
  'documentType',
  'idNumberCipher',
  'phoneCipher',
  'examNumberCipher',
  'moreCipher',
  'ownValues',
] as const

const further = z.record(z.string(), z.string())
type Row = {
  readonly [column in
    | 'studentNumber'
    | 'name'
    | 'gender'
    | 'collegeId'
    | 'className'
    | 'educationLevel'
    | 'majorCode'
    | 'majorName'
    | 'trainingMode'
    | 'documentType']: string
} & {
  readonly graduationYear: number
  readonly designatedEmployer: string | null
  readonly designatedCreditCode: string | null
  readonly idNumberCipher: Buffer
  readonly phoneCipher: Buffer | null
  readonly examNumberCipher: Buffer | null
  readonly moreCipher: Buffer | null
  readonly ownValues: unknown
}
/** A student's row as a roster says it, in the clear. */
export function valuesOf(row: Row, secrets: Secrets): RosterValues {
  const open = (sealed: Buffer | null) => (sealed === null ? '' : secrets.open(sealed))
  const more = row.moreCipher === null ? {} : further.parse(JSON.parse(secrets.open(row.moreCipher)))
  const document = { type: row.documentType as DocumentType, number: open(row.idNumberCipher) }
  const all: { [key in ColumnKey]?: string } = {
    // What the document says of itself is known, whoever entered it.
    ...(saysBirth(document) && { birthDate: birthDateOf(document.number) }),
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
    graduationYear: String(row.graduationYear),
    trainingMode: row.trainingMode,
    designatedEmployer: row.designatedEmployer ?? '',
    designatedCreditCode: row.designatedCreditCode ?? '',
    mobile: open(row.phoneCipher),
    examineeNumber: open(row.examNumberCipher),
  }
  return {
    ...Object.fromEntries(COLUMN_KEYS.flatMap((key) => (all[key] ? [[key, all[key]]] : []))),
    ...readOwnValues(row.ownValues),
  }
}
