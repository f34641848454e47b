/** What the text of a cell says, by what its column takes: in the one form in which it is kept, or what is wrong with it. */
import { halfWidth, normalCode, wholeFrom } from '../entered.ts'
import { isMobile, isPhone, normalPhone } from '../identifiers.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../identity-document.ts'
import { LONGEST } from '../longest.ts'
import { hiddenCharacterIn, normalLine } from '../text.ts'
import type { CodeTable } from './code-table.ts'
import type { Takes } from './columns.ts'
import type { FaultDetails, RosterFault } from './fault.ts'
import { writtenDay, writtenMonth, writtenYear } from './written-day.ts'

export type Said =
  | { readonly value: string }
  | { readonly fault: RosterFault; readonly details?: FaultDetails }

/** What the rows of a roster are judged by: code tables by their kind, and the school's colleges. */
export type RosterTables = {
  readonly codes: Readonly<Record<string, CodeTable>>
  readonly colleges: CodeTable
}

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

const YES = new Set(['是', '有', 'Y', 'YES', '1', 'TRUE', '√', '✓', '已转入', '转入'])
const NO = new Set(['否', '无', '没有', 'N', 'NO', '0', 'FALSE', '×', '✗', '未转入', '不转入', '不转'])
const MAIL = /^[\w'+-]+(?:\.[\w'+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/
/** What a spreadsheet made of many digits before it wrote text: `1.10101E+17`. */
const POWER_OF_TEN = /^\d(?:\.\d+)?E\+?\d{2}$/i

/** Blanks only pad names of Chinese characters; those of other letters have them between their parts, one at a time. */
export function rosterName(text: string): string {
  const line = normalLine(text).replace(/\s+/g, ' ')
  return /^[\p{Script=Han}·•・ ]+$/u.test(line) ? line.replaceAll(' ', '') : line
}

/** Of a cell, with the blanks and signs that are left out: more is not looked at, for whoever looks stands still. */
const LONGEST_CELL = 500
/** As a cell is shown and kept: one that is too long stays so. One text of a file can stand in every cell of it. */
export const clippedCell = (text: string): string => text.slice(0, LONGEST_CELL + 1)

const within = (most: number, value: string): Said =>
  value.length <= most ? { value } : { fault: 'too-long', details: { most } }
const orFault = (value: string | null | undefined, fault: RosterFault): Said =>
  value == null ? { fault } : { value }

function numberOf(text: string): Said {
  const code = normalCode(text)
  if (POWER_OF_TEN.test(code)) return { fault: 'digits-lost' }
  // `2023010001.0` is how some programs write a whole number.
  const whole = /^\d+\.0+$/.test(code) ? code.replace(/\.0+$/, '') : code
  return /^[\p{L}\p{N}()/_.-]+$/u.test(whole) ? within(LONGEST.number, whole) : { fault: 'not-a-number' }
}

function codeIn(table: CodeTable | undefined, text: string): Said {
  const found = table?.find(text) ?? null
  if (found === null) return { fault: 'not-in-table' }
  return found === 'several' ? { fault: 'several-in-table' } : { value: found.code }
}

function yesOrNo(text: string): Said {
  const half = halfWidth(text).toUpperCase()
  if (YES.has(half)) return { value: 'yes' }
  return NO.has(half) ? { value: 'no' } : { fault: 'not-yes-or-no' }
}

function phoneOf(text: string, isOne: (number: string) => boolean, fault: RosterFault): Said {
  if (POWER_OF_TEN.test(normalCode(text))) return { fault: 'digits-lost' }
  const plain = /^\d{11}\.0+$/.test(text) ? String(wholeFrom(text)) : text
  const phone = normalPhone(plain)
  return isOne(phone) ? within(LONGEST.number, phone) : { fault }
}

/** Of a mainland mobile, or of any telephone abroad: nobody can tell what a number there is. */
const isMobileAnywhere = (number: string) => isMobile(number) || (number.startsWith('+') && isPhone(number))

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

const READS: Record<Exclude<Takes, `code:${string}` | 'college'>, (text: string) => Said> = {
  number: numberOf,
  'person-name': (text) => within(LONGEST.personName, rosterName(text)),
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
  phone: (text) => phoneOf(text, isPhone, 'not-a-phone'),
  mobile: (text) => phoneOf(text, isMobileAnywhere, 'not-a-mobile'),
  email: (text) => {
    const address = halfWidth(text)
    return MAIL.test(address) ? within(LONGEST.email, address) : { fault: 'not-an-email' }
  },
  'yes-no': yesOrNo,
  set: (text) => within(LONGEST.line, setOf(text)),
}

/** Of a text that is not blank. */
export function readCell(takes: Takes, typed: string, tables: RosterTables): Said {
  const text = typed.trim()
  if (text.length > LONGEST_CELL) return { fault: 'too-long', details: { most: LONGEST.line } }
  const hidden = hiddenCharacterIn(text)
  if (hidden) {
    const before = typed.length - typed.trimStart().length
    return { fault: 'hidden-character', details: { ...hidden, position: before + hidden.position } }
  }
  if (takes === 'college') return codeIn(tables.colleges, text)
  if (takes.startsWith('code:')) return codeIn(tables.codes[takes.slice('code:'.length)], text)
  return READS[takes as keyof typeof READS](text)
}
