/** What the text of a cell says, by what its column takes: in the one form in which it is kept, or what is wrong with it. */
import { halfWidth, normalCode, wholeFrom } from '../entered.ts'
import { isPhone, normalPhone } from '../identifiers.ts'
import { LONGEST } from '../longest.ts'
import { hiddenCharacterIn, normalLine } from '../text.ts'
import { LONGEST_CELL } from './cells.ts'
import type { CodeTable } from './code-table.ts'
import type { FaultDetails, SheetFault } from './fault.ts'
import { writtenDay } from './written-day.ts'

export type Said<Fault extends string> =
  | { readonly value: string }
  | { readonly fault: Fault | SheetFault; readonly details?: FaultDetails }
type Plain = Said<SheetFault>

const YES = new Set(['是', '有', 'Y', 'YES', '1', 'TRUE', '√', '✓', '已转入', '转入'])
const NO = new Set(['否', '无', '没有', 'N', 'NO', '0', 'FALSE', '×', '✗', '未转入', '不转入', '不转'])
/** What a spreadsheet made of many digits before it wrote text: `1.10101E+17`. */
const POWER_OF_TEN = /^\d(?:\.\d+)?E\+?\d{2}$/i

/** Blanks only pad names of Chinese characters; those of other letters have them between their parts, one at a time. */
function rosterName(text: string): string {
  const line = normalLine(text).replace(/\s+/g, ' ')
  return /^[\p{Script=Han}·•・ ]+$/u.test(line) ? line.replaceAll(' ', '') : line
}

export const within = (most: number, value: string): Plain =>
  value.length <= most ? { value } : { fault: 'too-long', details: { most } }
export const orFault = <Fault extends string>(value: string | null | undefined, fault: Fault): Said<Fault> =>
  value == null ? { fault } : { value }

export function numberOf(text: string): Plain {
  const code = normalCode(text)
  if (POWER_OF_TEN.test(code)) return { fault: 'digits-lost' }
  // `2023010001.0` is how some programs write a whole number.
  const whole = /^\d+\.0+$/.test(code) ? code.replace(/\.0+$/, '') : code
  return /^[\p{L}\p{N}()/_.-]+$/u.test(whole) ? within(LONGEST.number, whole) : { fault: 'not-a-number' }
}

export const personNameOf = (text: string): Plain => within(LONGEST.personName, rosterName(text))
export const lineOf = (text: string, most: number = LONGEST.line): Plain => within(most, normalLine(text))
export const dayOf = (text: string): Plain => orFault(writtenDay(text), 'not-a-day')

export function codeIn(table: CodeTable | undefined, text: string): Plain {
  const found = table?.find(text) ?? null
  if (found === null) return { fault: 'not-in-table' }
  return found === 'several' ? { fault: 'several-in-table' } : { value: found.code }
}

export function yesOrNo(text: string): Plain {
  const half = halfWidth(text).toUpperCase()
  if (YES.has(half)) return { value: 'yes' }
  return NO.has(half) ? { value: 'no' } : { fault: 'not-yes-or-no' }
}

export function phoneOf(text: string): Plain
export function phoneOf<Fault extends string>(
  text: string,
  isOne: (number: string) => boolean,
  fault: Fault,
): Said<Fault>
export function phoneOf(
  text: string,
  isOne: (number: string) => boolean = isPhone,
  fault: string = 'not-a-phone',
): Said<string> {
  if (POWER_OF_TEN.test(normalCode(text))) return { fault: 'digits-lost' }
  const plain = /^\d{11}\.0+$/.test(text) ? String(wholeFrom(text)) : text
  const phone = normalPhone(plain)
  return isOne(phone) ? within(LONGEST.number, phone) : { fault }
}

/** Of a text that is not blank: what no cell may have in it, else what `read` makes of it. */
export function readCell<Fault extends string>(
  typed: string,
  read: (text: string) => Said<Fault>,
  { longest = LONGEST_CELL, most = LONGEST.line as number }: { longest?: number; most?: number } = {},
): Said<Fault> {
  const text = typed.trim()
  if (text.length > longest) return { fault: 'too-long', details: { most } }
  const hidden = hiddenCharacterIn(text)
  if (!hidden) return read(text)
  const before = typed.length - typed.trimStart().length
  return { fault: 'hidden-character', details: { ...hidden, position: before + hidden.position } }
}
