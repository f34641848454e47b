/** What a column of an export can be filled with: of the student, of what counts, of its employer, of the files, of the school. */
import { type OwnField, type OwnKey, type OwnTakes, ownNames } from '../own-field/field.ts'
import { COLUMN_KEYS, type ColumnKey, ROSTER_COLUMNS, type Takes } from '../roster/columns.ts'

/** How a value is kept, from which follows how it can be written. `code:<table>` has a name beside its code. */
export type FieldKind = 'text' | 'fen' | 'day' | 'month' | 'yes-no' | 'document-type' | `code:${string}`

/** Of the agreement or destination that counts (decision 72), as it says itself; nothing where nothing counts. */
const OF_CASE = {
  category: 'code:destination',
  since: 'day',
  signedOn: 'day',
  holder: 'text',
  creditCode: 'text',
  foreignName: 'text',
  nature: 'code:employer_nature',
  industry: 'code:industry',
  region: 'code:region',
  address: 'text',
  position: 'text',
  jobCategory: 'code:job_category',
  agreementNumber: 'text',
  probationPay: 'fen',
  regularPay: 'fen',
  contactName: 'text',
  contactPhone: 'text',
} as const satisfies Record<string, FieldKind>
/** Where the file and the household go, by the agreement. */
const OF_TRANSFER = {
  fileMethod: 'code:file_transfer',
  fileReceiver: 'text',
  fileAddress: 'text',
  filePostcode: 'text',
  fileContact: 'text',
  filePhone: 'text',
  householdAccepted: 'yes-no',
  householdAddress: 'text',
} as const satisfies Record<string, FieldKind>
const OF_SCHOOL = { schoolCode: 'text', schoolName: 'text' } as const satisfies Record<string, FieldKind>

const BESIDE_ROSTER = { ...OF_CASE, ...OF_TRANSFER, ...OF_SCHOOL }
export type BesideKey = keyof typeof BESIDE_ROSTER
export const isOfRoster = (key: string): key is ColumnKey => COLUMN_KEYS.some((one) => one === key)

/** `constant` is the same text in each row. */
export type FieldKey = ColumnKey | BesideKey | OwnKey | 'constant'

export const FIELD_GROUPS = ['student', 'case', 'transfer', 'school', 'own', 'constant'] as const
export type FieldGroup = (typeof FIELD_GROUPS)[number]

export type Field = {
  readonly key: FieldKey
  readonly group: FieldGroup
  readonly kind: FieldKind
  /** Of a field of the school's own; the product's are worded by who shows them. */
  readonly called?: { readonly name: string; readonly nameEn: string }
}

const KINDS: { readonly [takes in Takes]?: FieldKind } = {
  college: 'code:college',
  birth: 'day',
  month: 'month',
  'yes-no': 'yes-no',
  'document-type': 'document-type',
}
const kindOf = (takes: Takes): FieldKind =>
  takes.startsWith('code:') ? (takes as FieldKind) : (KINDS[takes] ?? 'text')
const kindOfOwn = ({ kind }: OwnTakes): FieldKind => (kind === 'day' || kind === 'yes-no' ? kind : 'text')

const ofGroup = (group: FieldGroup, of: Readonly<Record<string, FieldKind>>): Field[] =>
  Object.entries(of).map(([key, kind]) => ({ key: key as BesideKey, group, kind }))

/** Every field of a school with these of its own in use, in the order in which they are offered. */
export const catalogueOf = (own: readonly OwnField[]): readonly Field[] => [
  ...COLUMN_KEYS.map((key) => ({ key, group: 'student' as const, kind: kindOf(ROSTER_COLUMNS[key].takes) })),
  ...ofGroup('case', OF_CASE),
  ...ofGroup('transfer', OF_TRANSFER),
  ...ofGroup('school', OF_SCHOOL),
  ...own.map((field) => ({
    key: field.key,
    group: 'own' as const,
    kind: kindOfOwn(field.takes),
    called: ownNames(field),
  })),
  { key: 'constant', group: 'constant', kind: 'text' },
]
