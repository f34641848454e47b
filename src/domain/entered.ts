/** Numbers as keyboards and spreadsheets write them: full-width digits, blanks, separators, other letters for the same. */
import { normalLine, withoutHidden } from './text.ts'

/** Most of what is typed: half-width already. */
const HALF_WIDTH = /^[ -~]*$/

/** `８，０００` as `8,000`, every hyphen as `-`; marks of direction go, for address books put them around numbers. */
export const halfWidth = (text: string) =>
  HALF_WIDTH.test(text)
    ? text.trim()
    : normalLine(withoutHidden(text))
        .normalize('NFKC')
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .trim()

/** The one form of what stands for somebody or something: half-width capitals, no blanks, `-` for every hyphen. */
export const normalCode = (text: string): string => halfWidth(text).replace(/\s+/g, '').toUpperCase()

const GROUPED = /^\d{1,3}(?:[, '’]\d{3})+(?=\.|$)/
/** Digits with a point, as text; null for what is no number without a sign. Separators stand between groups of three. */
function plainNumber(text: string): string | null {
  const half = halfWidth(text).replaceAll('。', '.')
  const plain = half.replace(GROUPED, (digits) => digits.replace(/\D/g, ''))
  return /^\d+(?:\.\d+)?$/.test(plain) ? plain : null
}

/**
 * A number of at most so many decimals, multiplied by ten to their power: `('3000.5', 2)` is 300050. Digits are joined
 * and not multiplied, for 0.29 * 100 is 28.999999999999996. Null for anything else, and for what no integer holds exactly.
 */
export function scaled(text: string, decimals: number): number | null {
  const [whole, fraction = ''] = plainNumber(text)?.split('.') ?? []
  if (whole === undefined || fraction.length > decimals) return null
  const value = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(value) ? value : null
}

/** A whole number: `３０`, `1,200`, and `30.0` as a spreadsheet's cell has it. Null for anything else. */
export const wholeFrom = (text: string): number | null => scaled(text.replace(/[.．]0+\s*$/, ''), 0)
