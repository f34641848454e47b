import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODE_LETTERS, shownCode } from '../spoken-code.ts'
import { CODE_MARK, checkLetterOf, codeMark, RANDOM_LETTERS, readVerificationCode } from './code.ts'

const letter = fc.integer({ min: 0, max: CODE_LETTERS.length - 1 }).map((at) => CODE_LETTERS[at]!)
const code = fc
  .array(letter, { minLength: RANDOM_LETTERS, maxLength: RANDOM_LETTERS })
  .map((letters) => letters.join(''))
  .map((letters) => letters + checkLetterOf(letters))
const SEED = 46

test('a code is read as it is printed, as phones and input methods type it, and as an address has it', () => {
  fc.assert(
    fc.property(code, (one) => {
      const shown = shownCode(one)
      expect(shown).toMatch(/^(.{4}-){3}.{4}$/)
      const fullWidth = [...shown].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)).join('')
      for (const typed of [
        one,
        shown,
        shown.toLowerCase(),
        shown.replaceAll('-', ' '),
        fullWidth,
        ` ${shown} `,
      ])
        expect(readVerificationCode(typed)).toBe(one)
    }),
    { seed: SEED },
  )
})

test('one letter that is another is a slip, wherever it stands', () => {
  fc.assert(
    fc.property(code, fc.nat(RANDOM_LETTERS), letter, (one, at, other) => {
      fc.pre(one[at] !== other)
      expect(readVerificationCode(one.slice(0, at) + other + one.slice(at + 1))).toBeNull()
    }),
    { seed: SEED, numRuns: 1000 },
  )
})

test.each(['', 'ABCD', 'A'.repeat(17), 'O0I1'.repeat(4), '<b>', '\0'])('%j is no code', (typed) => {
  expect(readVerificationCode(typed)).toBeNull()
})

test('the mark of a code is found among other bytes', () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(CODE_MARK.exec(`<pdf:Keywords>${codeMark(one)}</pdf:Keywords>`)?.[1]).toBe(one)
    }),
    { seed: SEED },
  )
})
