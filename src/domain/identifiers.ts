/** Numbers that stand for people, organisations and agreements: is it well formed, what does it say, how is it masked. */
import { type Day, isDay } from './day.ts'
import { halfWidth, normalCode } from './entered.ts'

export type ResidentIdProblem = 'length' | 'characters' | 'birth-date' | 'check-character'

/** Position i weighs 2^(17-i) mod 11 (GB 11643-1999, ISO 7064 MOD 11-2). */
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const RESIDENT_CHECKS = '10X98765432'

/**
 * What is wrong with an 18-character resident ID, null when nothing is (GB 11643-1999).
 * Takes what `normalCode` would put right. Whether the birth date lies in the past is the caller's to ask.
 */
export function residentIdProblem(text: string): ResidentIdProblem | null {
  const id = normalCode(text)
  if (id.length !== 18) return 'length'
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return 'characters'
  if (!isDay(birthDay(id))) return 'birth-date'
  return withResidentCheck(id.slice(0, 17)) === id ? null : 'check-character'
}

/** The date of birth inside a valid resident ID. RangeError for an invalid one. */
export function birthDateOf(residentId: string): Day {
  return birthDay(validResidentId(residentId))
}

/** The gender inside a valid resident ID: the 17th digit is odd for men. RangeError for an invalid one. */
export function genderOf(residentId: string): 'male' | 'female' {
  return Number(validResidentId(residentId)[16]) % 2 === 1 ? 'male' : 'female'
}

/** Appends the check character to 17 digits: for demo data and tests. RangeError for anything else. */
export function withResidentCheck(digits: string): string {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('A resident ID begins with 17 digits')
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return digits + RESIDENT_CHECKS.charAt(sum % 11)
}

const birthDay = (id: string) => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`

function validResidentId(text: string): string {
  const problem = residentIdProblem(text)
  // Without the number: a message may end in a log.
  if (problem) throw new RangeError(`Not a resident ID: ${problem}`)
  return normalCode(text)
}

export type CreditCodeProblem = 'length' | 'characters' | 'check-character'

/** Without I, O, S, V, Z; the index of a character is its value (GB 32100-2015). */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_BODY = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/

/** The one form to store and to compare: as every code, and O and I, which it never has, are the digits they were read as. */
export const normalCreditCode = (text: string) =>
  normalCode(text).replace(/-/g, '').replaceAll('O', '0').replaceAll('I', '1')

/**
 * What is wrong with a unified social credit code, null when nothing is (GB 32100-2015, MOD 31).
 * Takes what `normalCreditCode` would put right.
 */
export function creditCodeProblem(text: string): CreditCodeProblem | null {
  const code = normalCreditCode(text)
  if (code.length !== 18) return 'length'
  const body = code.slice(0, 17)
  if (!CREDIT_BODY.test(body) || !CREDIT_ALPHABET.includes(code.charAt(17))) return 'characters'
  return withCreditCheck(body) === code ? null : 'check-character'
}

/** Appends the check character to the first 17 of a code: for demo data and tests. RangeError for anything else. */
export function withCreditCheck(body: string): string {
  if (!CREDIT_BODY.test(body)) throw new RangeError(`Not the first 17 characters of a credit code: ${body}`)
  let sum = 0
  let weight = 1
  for (const character of body) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31)
}

const LANDLINE = /^(?:0\d{2,3}[ -]?)[2-9]\d{6,7}(?:(?:-|转|x|ext\.? ?)\d{1,6})?$/i
const SERVICE_NUMBER = /^[48]00-?\d{3}-?\d{4}$/
/** E.164: `+`, the country's code and the number, 15 digits at most. */
const ABROAD = /^\+(?!86)[1-9]\d{6,14}$/

/** A mainland mobile number: 11 digits, no country code, no spaces. */
export const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(text)

/** Of another country or region, in the form of `normalPhone`; a mask keeps its `+`. */
export const isAbroad = (text: string) => text.startsWith('+') && !text.startsWith('+86')

/** A person's own: of a mainland mobile, or of any telephone abroad, for nobody can tell what a number there is. */
export const isMobileAnywhere = (text: string) => isMobile(text) || ABROAD.test(text)

/**
 * The one form to store of a number to ring: half-width, a mobile as its eleven digits and a number abroad as `+` and digits,
 * whatever was put before and between them, an area code without brackets.
 */
export function normalPhone(text: string): string {
  const half = halfWidth(text).replace(/\s+/g, ' ')
  const bare = half.replace(/[ .()-]/g, '')
  const mobile = bare.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  if (isMobile(mobile)) return mobile
  const abroad = bare.replace(/^00/, '+')
  return ABROAD.test(abroad) ? abroad : half.replace(/^\((0\d{2,3})\) ?-?/, '$1-')
}

/**
 * A number to ring: a mobile, a landline with its area code and perhaps an extension (`027-81234567-801`, `转801`),
 * a 400 or 800 number, each with or without `+86`; or a number abroad with `+` and its country code.
 */
export function isPhone(text: string): boolean {
  const national = text.replace(/^\+86[ -]?/, '')
  return isMobile(national) || LANDLINE.test(national) || SERVICE_NUMBER.test(national) || ABROAD.test(text)
}

/** `1334****660` as domain.md §6 writes it; numbers under 11 characters show two at each end, short ones none. */
export function maskPhone(text: string): string {
  return text.length >= 11 ? masked(text, 4, '****', 3) : masked(text, 2, '****', 2)
}

/** `x***@example.org`: enough to know one's own again. */
export const maskEmail = (text: string): string => text.replace(/^(.)[^@]*/u, '$1***')

/** `黄**`: the first character and two stars, whatever the length, for a page that anybody may open. */
export const maskName = (text: string) => `${[...text][0] ?? ''}**`

/** Always the same number of stars, so the mask does not tell the length; at least three characters are hidden. */
export function masked(text: string, head: number, stars: string, tail: number): string {
  if (text.length < head + tail + 3) return stars
  return text.slice(0, head) + stars + text.slice(-tail)
}
