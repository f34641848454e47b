import { halfWidth } from '../entered.ts'

/** `Z`, the ministry's code of the school, the year of issue, a serial of the school and year, a check digit. */
const NUMBER = /^Z(\d{5})-(\d{4})-(\d{5})-(\d)$/

/** By Luhn (ISO/IEC 7812-1 annex B): one wrong digit, and nearly every two that were swapped, do not fit it. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return all + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10
}

type Numbered = { readonly school: string; readonly year: number; readonly serial: number }

/** The number of a paper form: `Z10488-2026-00017-3`. RangeError for what has no place in it, as a hundred thousandth serial; the counter refuses that. */
export function formNumber({ school, year, serial }: Numbered): string {
  const digits = `${school}${year}${String(serial).padStart(5, '0')}`
  const number = `Z${school}-${year}-${digits.slice(9)}-${checkDigit(digits)}`
  if (!NUMBER.test(number) || serial < 1) throw new RangeError(`Not a form's number: ${number}`)
  return number
}

/** The number that was typed or read, as it is written; null for what is none, or was misread. */
export function readFormNumber(text: string): string | null {
  const written = halfWidth(text).trim().toUpperCase().replace(/\s/g, '')
  const [, school, year, serial, check] = NUMBER.exec(written) ?? []
  return check !== undefined && checkDigit(`${school}${year}${serial}`) === Number(check) ? written : null
}
