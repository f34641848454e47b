import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import {
  mayCoincide,
  numberMask,
  numberOf,
  OUR_PATTERN,
  patternFault,
  refuseUnlessNumbersSuffice,
} from './number-pattern.ts'

const seed = 20260607
const ZHEJIANG = '{YEAR}{SCHOOL}{LEVEL}{SERIAL:5}'
const of = { kind: 1, year: 2020, school: '19097', level: '31' } as const

describe('a number', () => {
  it('of ours is the manual’s sample', () => {
    expect(numberOf(numberMask(OUR_PATTERN, of), 200_002)).toBe('1202019097200002')
  })

  it.each([
    [ZHEJIANG, '2020190973100007'],
    ['{SCHOOL}-{YEAR}-{SERIAL:4}', '19097-2020-0007'],
    ['JY{YEAR}{SCHOOL}{KIND}{SERIAL:8}', 'JY202019097100000007'],
  ])('of %s is %s', (pattern, number) => {
    expect(patternFault(pattern)).toBeNull()
    expect(numberOf(numberMask(pattern, of), 7)).toBe(number)
  })

  it('has 00 for a level that the roster does not have as a code', () => {
    expect(numberMask(ZHEJIANG, { ...of, level: '' })).toBe('20201909700#####')
  })

  it.each([0, 1.5, -1, 100_000])('is not made of the serial %s where five digits stand', (serial) => {
    expect(() => numberOf(numberMask(ZHEJIANG, of), serial)).toThrow(RangeError)
  })

  it.each([{ year: 20 }, { year: 20_201 }, { year: 2120 }, { school: '1909' }, { school: '190971' }])(
    'is not made of %j',
    (part) => {
      expect(() => numberMask(OUR_PATTERN, { ...of, ...part })).toThrow(RangeError)
    },
  )
})

test.each([
  ['', 'number-pattern-lacks', { part: '{SERIAL}' }],
  ['{YEAR}{SCHOOL}', 'number-pattern-lacks', { part: '{SERIAL}' }],
  ['{YEAR}{SERIAL:6}', 'number-pattern-lacks', { part: '{SCHOOL}' }],
  ['{YEAR}{SCHOOL}{YEAR}{SERIAL:6}', 'number-pattern-repeats', { part: '{YEAR}' }],
  ['{SERIAL:4}{SCHOOL}{SERIAL:6}', 'number-pattern-repeats', { part: '{SERIAL}' }],
  ['{SCHOOL}{SERIAL:3}', 'number-pattern-serial', { least: 4, most: 8 }],
  ['{SCHOOL}{SERIAL:12}', 'number-pattern-serial', { least: 4, most: 8 }],
  ['{SCHOOL}{SERIAL}', 'number-pattern-unreadable', { part: '{SERIAL}' }],
  ['{SCHOOL}年{SERIAL:6}', 'number-pattern-unreadable', { part: '年{SERIAL:6}' }],
  ['{SCHOOL}#{SERIAL:6}', 'number-pattern-unreadable', { part: '#{SERIAL:6}' }],
  ['{YEAR}{SCHOOL}ABCDEFGHI{SERIAL:8}', 'number-pattern-too-long', { length: 26, most: 24 }],
])('the pattern %j is refused: %s', (pattern, code, details) => {
  expect(patternFault(pattern)).toEqual({ code, details })
})

const refusalOf = (act: () => void): readonly unknown[] => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details]
    throw error
  }
  return []
}
const school = '19097'
const roster = [
  { year: 2026, level: '31', students: 30_000 },
  { year: 2026, level: '11', students: 20_001 },
  { year: 2027, level: '31', students: 10 },
]

test.each<[string, number | null]>([
  ['{YEAR}{SCHOOL}{LEVEL}{SERIAL:5}', null],
  ['{YEAR}{SCHOOL}{LEVEL}{SERIAL:4}', 30_000],
  ['{YEAR}{SCHOOL}{SERIAL:5}', 50_001],
  ['{SCHOOL}{LEVEL}{SERIAL:5}', null],
  ['{SCHOOL}{LEVEL}{SERIAL:4}', 30_010],
  ['{SCHOOL}{SERIAL:5}', 50_011],
])('of %s, so many students share one counter: %s', (pattern, students) => {
  const refused = refusalOf(() => refuseUnlessNumbersSuffice({ school, pattern }, [], roster))
  expect(refused).toEqual(
    students === null
      ? []
      : [
          'number-pattern-too-short',
          { students, needed: String(students * 2).length, field: 'numberPattern' },
        ],
  )
})

test.each<[string, { school: string; pattern: string }[], string | null]>([
  ['ours, which every school begins with', [], null],
  ['its own of last year again', [{ school, pattern: ZHEJIANG }], null],
  ['what another school has too', [{ school: '10488', pattern: ZHEJIANG }], null],
  ['one of its own, otherwise cut', [{ school, pattern: '{YEAR}{SCHOOL}{KIND}{SERIAL:6}' }], 'collides'],
  [
    'another school’s, whose code stands elsewhere',
    [{ school: '90973', pattern: '2020{KIND}{SCHOOL}{LEVEL}{SERIAL:4}' }],
    'collides',
  ],
])('over %s a pattern can be laid: %s', (_, taken, collides) => {
  const refused = refusalOf(() => refuseUnlessNumbersSuffice({ school, pattern: ZHEJIANG }, taken, []))
  expect(refused).toEqual(
    collides === null
      ? []
      : ['number-pattern-collides', { pattern: taken[0]!.pattern, field: 'numberPattern' }],
  )
})

test('what ours could give at whatever school, no other pattern gives', () => {
  const pattern = '{KIND}20{SCHOOL}12{SERIAL:6}'
  expect(refusalOf(() => refuseUnlessNumbersSuffice({ school, pattern }, [], []))).toEqual([
    'number-pattern-collides',
    { pattern: OUR_PATTERN, field: 'numberPattern' },
  ])
  expect(refusalOf(() => refuseUnlessNumbersSuffice({ school, pattern: OUR_PATTERN }, [], []))).toEqual([])
})

test('two numbers are the same only where their patterns may coincide', () => {
  const part = fc.constantFrom('{YEAR}', '{LEVEL}', '{KIND}', '2', '0', 'A')
  const pattern = fc
    .tuple(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 2 }), fc.integer({ min: 4, max: 6 }))
    .map(([before, between, digits]) => `${before.join('')}{SCHOOL}${between.join('')}{SERIAL:${digits}}`)
    .filter((made) => patternFault(made) === null)
  const number = fc.record({
    pattern,
    kind: fc.constantFrom(1 as const, 2 as const),
    year: fc.constantFrom(2020, 2002, 2012, 2099),
    school: fc.constantFrom('20200', '02020', '12022'),
    level: fc.constantFrom('20', '02', '01'),
    serial: fc.constantFrom(1, 2, 20, 202, 2020),
  })
  let same = 0
  fc.assert(
    fc.property(number, number, (one, other) => {
      const made = [one, other].map(({ pattern: by, serial, ...told }) =>
        numberOf(numberMask(by, told), serial),
      )
      if (made[0] !== made[1]) return
      same++
      expect(mayCoincide(one, other)).toBe(true)
    }),
    { seed, numRuns: 20_000 },
  )
  expect(same).toBeGreaterThan(0)
})
