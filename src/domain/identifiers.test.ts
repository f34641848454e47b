import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayInChina } from './day.ts'
import {
  birthDateOf,
  creditCodeProblem,
  genderOf,
  isMobile,
  isMobileAnywhere,
  isPhone,
  maskPhone,
  normalCreditCode,
  normalPhone,
  residentIdProblem,
  withCreditCheck,
  withResidentCheck,
} from './identifiers.ts'

const seed = 20_260_630
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const residentId = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2015-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, birth, order]) =>
    withResidentCheck(`${region}${dayInChina(birth).replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  )

const creditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '12', '11', '52', 'N1'),
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.array(fc.constantFrom(...CREDIT), { minLength: 9, maxLength: 9 }),
  )
  .map(([kind, region, organisation]) => withCreditCheck(`${kind}${region}${organisation.join('')}`))

/** `text` with one character replaced. */
const withCharacter = (text: string, at: number, character: string) =>
  text.slice(0, at) + character + text.slice(at + 1)

describe('resident ID', () => {
  // The samples of GB 11643-1999 itself; the second person was born in 1880.
  test.each([
    ['11010519491231002X', null],
    ['11010519491231002x', null],
    [' 11010519491231002X ', null],
    ['440524188001010014', 'birth-date'],
  ])('for %j the problem is %s', (text, problem) => {
    expect(residentIdProblem(text)).toBe(problem)
  })

  test.each([
    ['', 'length'],
    ['110105491231002', 'length'],
    ['11010519491231002XX', 'length'],
    ['X1010519491231002X', 'characters'],
    ['01010519491231002X', 'characters'],
    ['11010519491231002Y', 'characters'],
    ['110105194913310020', 'birth-date'],
    ['110105190002290020', 'birth-date'],
    ['110105189912310020', 'birth-date'],
    ['110105194912310020', 'check-character'],
  ])('%j has a problem: %s', (text, problem) => {
    expect(residentIdProblem(text)).toBe(problem)
  })

  it('says birth date and gender', () => {
    expect(birthDateOf('11010519491231002x')).toBe('1949-12-31')
    expect(genderOf('11010519491231002X')).toBe('female')
    expect(genderOf(withResidentCheck('11010119900101083'))).toBe('male')
    expect(() => birthDateOf('110105194912310020')).toThrow('check-character')
    expect(() => genderOf('1101')).toThrow(RangeError)
    expect(() => withResidentCheck('1101')).toThrow(RangeError)
  })

  it('never repeats a wrong number in the error', () => {
    expect(() => birthDateOf('110105194912310020')).not.toThrow('110105194912310020')
  })

  it('is read as keyboards write it', () => {
    expect(residentIdProblem(' １１０１０５ 19491231 002ｘ ')).toBeNull()
    expect(birthDateOf('11010519491231002x')).toBe('1949-12-31')
  })

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(residentId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, shift) => {
        expect(residentIdProblem(id)).toBeNull()
        const wrong = String((Number(id[at]) + shift) % 10)
        expect(residentIdProblem(withCharacter(id, at, wrong))).not.toBeNull()
      }),
      { seed },
    )
  })

  it('notices two neighbours exchanged', () => {
    fc.assert(
      fc.property(residentId, fc.nat(15), (id, at) => {
        fc.pre(id[at] !== id[at + 1])
        const wrong = withCharacter(withCharacter(id, at, id.charAt(at + 1)), at + 1, id.charAt(at))
        expect(residentIdProblem(wrong)).not.toBeNull()
      }),
      { seed },
    )
  })
})

describe('unified social credit code', () => {
  // Published by their owners: Huawei, Alibaba (China), Tencent.
  test.each([
    '914403001922038216',
    '91330100799655058B',
    '9144030071526726XG',
    '9144030071526726xg',
    '9144O30O19220382I6',
  ])('%s is well formed', (text) => {
    expect(creditCodeProblem(text)).toBeNull()
  })

  test.each([
    ['', 'length'],
    ['91440300192203821', 'length'],
    ['9144030019220382V6', 'characters'],
    ['91440300192203821S', 'characters'],
    ['9144Z3001922038216', 'characters'],
    ['914403001922038217', 'check-character'],
    ['914403001922038261', 'check-character'],
  ])('%j has a problem: %s', (text, problem) => {
    expect(creditCodeProblem(text)).toBe(problem)
  })

  it('has one form to store', () => {
    expect(normalCreditCode(' 9144030071526726xg ')).toBe('9144030071526726XG')
    expect(normalCreditCode('９１４４-O3OO-7I52６７26XG')).toBe('9144030071526726XG')
  })

  it('refuses to complete what is no beginning of a code', () => {
    expect(() => withCreditCheck('9144')).toThrow(RangeError)
    expect(() => withCreditCheck('9144030019220382I')).toThrow(RangeError)
  })

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.integer({ min: 1, max: 30 }), (code, at, shift) => {
        expect(creditCodeProblem(code)).toBeNull()
        const wrong = CREDIT.charAt((CREDIT.indexOf(code.charAt(at)) + shift) % 31)
        expect(creditCodeProblem(withCharacter(code, at, wrong))).not.toBeNull()
      }),
      { seed },
    )
  })
})

describe('telephone', () => {
  test.each(['13344440660', '19912345678'])('%s is a mobile number', (text) => {
    expect(isMobile(text)).toBe(true)
    expect(isPhone(text)).toBe(true)
  })

  test.each(['12344440660', '1334444066', '133444406600', '+8613344440660', '133 4444 0660', '１3344440660'])(
    '%s is not a mobile number',
    (text) => {
      expect(isMobile(text)).toBe(false)
    },
  )

  test.each([
    ['13344440660', true],
    ['+447911123456', true],
    ['+82101234567', true],
    ['+8613344440660', false],
    ['+86 027-81234567', false],
    ['027-81234567', false],
    ['+44', false],
    ['+4479111234567890', false],
  ])('%j as a person’s own: %s', (text, is) => {
    expect(isMobileAnywhere(text)).toBe(is)
  })

  test.each([
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['008613812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['\u202d13812345678\u202c', '13812345678'],
    ['（027）8123 4567', '027-8123 4567'],
    ['027－81234567转801', '027-81234567转801'],
    ['+852 2345 6789', '+85223456789'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['００44 7911 123456', '+447911123456'],
    ['+86 27 8123 4567', '+86 27 8123 4567'],
    ['call me', 'call me'],
  ])('%j is kept as %j', (text, kept) => {
    expect(normalPhone(text)).toBe(kept)
  })

  test.each([
    '027-81234567',
    '02781234567',
    '027 81234567',
    '0719-8123456',
    '027-81234567-801',
    '027-81234567转801',
    '027-81234567ext.801',
    '400-800-1234',
    '4008001234',
    '+86 13344440660',
    '+86-027-81234567',
    '+14155552671',
    '+85223456789',
  ])('%s can be rung', (text) => {
    expect(isPhone(text)).toBe(true)
  })

  test.each([
    '',
    '110',
    '81234567',
    '027-1234567',
    '027-812345678901',
    '027-81234567-',
    '12344440660',
    '+86 12344440660',
    '+1',
    'call me',
    '13344440660 或 13344440661',
  ])('%j cannot be rung', (text) => {
    expect(isPhone(text)).toBe(false)
  })
})

describe('masks', () => {
  it('look as domain.md §6 writes them', () => {
    expect(maskPhone('13344440660')).toBe('1334****660')
  })

  test.each([
    ['027-81234567', '027-****567'],
    ['81234567', '81****67'],
    ['8123', '****'],
    ['+447911123456', '+447****456'],
    ['', '****'],
  ])('the telephone %j is shown as %j', (text, shown) => {
    expect(maskPhone(text)).toBe(shown)
  })

  it('never show more than two thirds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), (text) => {
        const shown = maskPhone(text).replaceAll('*', '').length
        expect(shown).toBeLessThanOrEqual(Math.ceil((text.length * 2) / 3))
      }),
      { seed },
    )
  })
})
