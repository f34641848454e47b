/** What the text of a roster's cell says, by what its column takes: in the one form in which it is kept, or what is wrong with it. */
import { halfWidth } from '../entered.ts'
import { creditCodeProblem, isMobileAnywhere, normalCreditCode } from '../identifiers.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../identity-document.ts'
import { LONGEST } from '../longest.ts'
import { isOwnKey, type OwnField } from '../own-field/field.ts'
import { readOwn } from '../own-field/read.ts'
import type { Printed } from '../printed.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import {
  codeIn,
  numberOf,
  orFault,
  personNameOf,
  phoneOf,
  readCell as read,
  type Said,
  within,
  yesOrNo,
} from '../sheets/read-cell.ts'
import { writtenDay, writtenMonth, writtenYear } from '../sheets/written-day.ts'
import { normalLine } from '../text.ts'
import { ROSTER_COLUMNS, type RosterKey, type Takes } from './columns.ts'
import type { RosterFault } from './fault.ts'

/** What the rows of a roster are judged by: code tables by their kind, the school's colleges, and its own fields that are in use. */
export type RosterTables = {
  readonly codes: Readonly<Record<string, CodeTable>>
  readonly colleges: CodeTable
  readonly own: readonly OwnField[]
}
/** And, where they are new, by which characters documents are printed with. */
export type RosterJudging = RosterTables & { readonly printed: Printed }

/** Our name in a file first, then as people write it. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentType, readonly string[]>> = {
  resident_id: [
    '居民身份证',
    '身份证',
    '中国居民身份证',
    '二代身份证',
    '港澳台居民居住证',
    '港澳居民居住证',
    '台湾居民居住证',
    'Resident ID',
  ],
  hk_macao_permit: [
    '港澳居民来往内地通行证',
    '港澳通行证',
    '港澳居民通行证',
    '回乡证',
    'Permit of Hong Kong and Macao residents',
  ],
  taiwan_permit: ['台湾居民来往大陆通行证', '台湾通行证', '台胞证', 'Permit of Taiwan residents'],
  passport: ['护照', '外国护照', 'Passport'],
  permanent_residence: [
    '外国人永久居留身份证',
    '外国人永久居留证',
    '永久居留身份证',
    'Permanent residence card',
  ],
}
const DOCUMENT_TYPE_OF = new Map(
  DOCUMENT_TYPES.flatMap((type) =>
    [type, ...DOCUMENT_NAMES[type]].map((name) => [name.toLowerCase(), type] as const),
  ),
)

const MAIL = /^[\w'+-]+(?:\.[\w'+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/

const setOf = (text: string) =>
  [
    ...new Set(
      normalLine(text)
        .split(/[、,，;；/|]+/)
        .map((one) => one.trim()),
    ),
  ]
    .filter(Boolean)
    .sort()
    .join('、')

const READS: Record<Exclude<Takes, `code:${string}` | 'college'>, (text: string) => Said<RosterFault>> = {
  number: numberOf,
  'person-name': personNameOf,
  line: (text) => within(LONGEST.line, normalLine(text)),
  'document-type': (text) =>
    orFault(
      DOCUMENT_TYPE_OF.get(halfWidth(text).replace(/\s/g, '').toLowerCase()) ??
        DOCUMENT_TYPE_OF.get(halfWidth(text).toLowerCase()),
      'not-a-document-type',
    ),
  'document-number': numberOf,
  // Of a month the rest is said by the document, or asked for (`read-row.ts`).
  birth: (text) => orFault(writtenDay(text) ?? writtenMonth(text), 'not-a-day'),
  month: (text) => orFault(writtenMonth(text), 'not-a-month'),
  year: (text) => orFault(writtenYear(text), 'not-a-year'),
  phone: (text) => phoneOf(text),
  mobile: (text) => phoneOf(text, isMobileAnywhere, 'not-a-mobile'),
  email: (text) => {
    const address = halfWidth(text)
    return MAIL.test(address) ? within(LONGEST.email, address) : { fault: 'not-an-email' }
  },
  'credit-code': (text) =>
    orFault(creditCodeProblem(text) === null ? normalCreditCode(text) : null, 'not-a-credit-code'),
  'yes-no': yesOrNo,
  set: (text) => within(LONGEST.line, setOf(text)),
}

/** What is missing is a college of the school's own, which can be added. */
function collegeOf(colleges: CodeTable, text: string): Said<RosterFault> {
  const said = codeIn(colleges, text)
  return 'fault' in said && said.fault === 'not-in-table' ? { fault: 'not-a-college' } : said
}

/** Of a text that is not blank. */
const readColumn = (takes: Takes, typed: string, tables: RosterTables): Said<RosterFault> =>
  read(typed, (text) => {
    if (takes === 'college') return collegeOf(tables.colleges, text)
    if (takes.startsWith('code:')) return codeIn(tables.codes[takes.slice('code:'.length)], text)
    return READS[takes as keyof typeof READS](text)
  })

/** Most columns say the same few texts over and over; of one that does not, so many are remembered in vain. */
const MOST_REMEMBERED = 1_000

/** How the cells of a school's rosters are read: by their column, of texts that are not blank. */
export function cellReader(tables: RosterTables): (key: RosterKey, typed: string) => Said<RosterFault> {
  const takes = new Map(tables.own.map((field) => [field.key, field.takes]))
  const remembered = new Map<RosterKey, Map<string, Said<RosterFault>>>()
  const read = (key: RosterKey, typed: string) => {
    if (!isOwnKey(key)) return readColumn(ROSTER_COLUMNS[key].takes, typed, tables)
    const own = takes.get(key)
    if (!own) throw new RangeError(`no field in use: ${key}`)
    return readOwn(own, typed)
  }
  return (key, typed) => {
    const ofColumn = remembered.get(key) ?? new Map<string, Said<RosterFault>>()
    remembered.set(key, ofColumn)
    const before = ofColumn.get(typed)
    if (before) return before
    const said = read(key, typed)
    if (ofColumn.size < MOST_REMEMBERED) ofColumn.set(typed, said)
    return said
  }
}
