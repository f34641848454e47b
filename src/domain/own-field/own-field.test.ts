import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { rosterSheet } from '../roster/columns.ts'
import { findHeadings } from '../roster/header.ts'
import { changesIn, journaledChanges } from '../roster/journaled.ts'
import { rowReader } from '../roster/read-row.ts'
import { cellsOf, headings } from '../roster/report.ts'
import { ROSTER_TABLES } from '../testing/roster-tables.ts'
import { type OwnField, type OwnTakes, ownKey } from './field.ts'
import { askedFor, asListed, changesBetween, type OwnListFacts, refuseUnlessFollows } from './list.ts'
import { ownShown, readOwn } from './read.ts'

const field = (name: string, change: Partial<OwnField> = {}): OwnField => ({
  key: ownKey(name),
  name,
  nameEn: '',
  synonyms: [],
  takes: { kind: 'text', most: 20 },
  required: false,
  seenBy: 'student',
  filledBy: 'staff',
  categories: [],
  isEnded: false,
  ...change,
})
const number = (least: number | null = null, greatest: number | null = null): OwnTakes => ({
  kind: 'number',
  least,
  greatest,
})
const choice = (...choices: string[]): OwnTakes => ({ kind: 'choice', choices })

test.each<[OwnTakes, string, string]>([
  [{ kind: 'text', most: 5 }, ' 甲\n乙 ', '甲 乙'],
  [number(), '１，２００', '1200'],
  [number(), '007', '7'],
  [number(), '3.50', '3.5'],
  [number(), '-0.25', '-0.25'],
  [number(), '− 3', '-3'],
  [number(), '-0', '0'],
  [number(), '12.0000', '12'],
  [{ kind: 'day' }, '2026/6/3', '2026-06-03'],
  [choice('英语', 'Français'), ' ＦＲＡＮÇＡＩＳ', 'Français'],
  [{ kind: 'yes-no' }, '√', 'yes'],
])('%j takes %j as %j', (takes, typed, value) => {
  expect(readOwn(takes, typed)).toEqual({ value })
})

test.each<[OwnTakes, string, string]>([
  [{ kind: 'text', most: 2 }, '三个字', 'too-long'],
  [{ kind: 'text', most: 50 }, 'a\u202Eb', 'hidden-character'],
  [number(), '3.14159', 'not-a-figure'],
  [number(), '1e5', 'not-a-figure'],
  [number(), '三', 'not-a-figure'],
  [number(0), '-1', 'figure-too-small'],
  [number(null, 710), '710.1', 'figure-too-large'],
  [{ kind: 'day' }, '2026-02-30', 'not-a-day'],
  [choice('甲', '乙'), '丙', 'not-a-choice'],
  [{ kind: 'yes-no' }, '也许', 'not-yes-or-no'],
])('%j does not take %j: %s', (takes, typed, fault) => {
  expect(readOwn(takes, typed)).toMatchObject({ fault })
})

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const takes: fc.Arbitrary<OwnTakes> = fc.oneof(
  fc.constant<OwnTakes>({ kind: 'text', most: 200 }),
  fc.constant(number()),
  fc.constant<OwnTakes>({ kind: 'day' }),
  fc.constant(choice('英语', '=1+1', '01', '是')),
  fc.constant<OwnTakes>({ kind: 'yes-no' }),
)
const typed = fc.oneof(
  text,
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(String),
  fc.constantFrom('英语', '=1+1', '01', '是', '否', '2026-06-30', '+3', '@x', '䶮𫖯'),
)

describe('a value that is written', () => {
  it('is read again as the same, alone and through a row of a sheet in both languages', () => {
    fc.assert(
      fc.property(takes, typed, fc.constantFrom('zh' as const, 'en' as const), (kind, given, language) => {
        const said = readOwn(kind, given)
        if (!('value' in said) || said.value === '') return
        const own = [field('自定', { takes: kind, nameEn: 'Own' })]
        expect(readOwn(kind, ownShown(kind, said.value).name)).toEqual(said)
        const tables = { ...ROSTER_TABLES, own }
        const mapping = findHeadings(
          [{ row: 1, cells: headings(language, own) }],
          undefined,
          rosterSheet(own),
        )!
        const row = { row: 2, cells: cellsOf({ [own[0]!.key]: said.value }, tables) }
        const again = rowReader(mapping, tables, new Date('2026-06-01T10:00:00+08:00'))(row)
        expect(again.values[own[0]!.key]).toBe(said.value)
      }),
      { seed: 40, numRuns: 400 },
    )
  })

  it('is journaled from and to, by what the field was called then', () => {
    const own = [field('城镇', { takes: { kind: 'yes-no' } })]
    const data = journaledChanges([{ key: own[0]!.key, from: '', to: 'yes' }], { ...ROSTER_TABLES, own })
    expect(changesIn(data)).toEqual([{ key: own[0]!.key, from: '', to: '是', called: '城镇' }])
  })
})

const facts = (change: Partial<OwnListFacts> = {}): OwnListFacts => ({
  list: 'roster',
  before: [],
  fresh: new Set(),
  filled: new Set(),
  taken: new Set(['学号']),
  categories: new Set(['70']),
  ...change,
})
const refusal = (of: OwnListFacts, after: readonly OwnField[]) => {
  try {
    refuseUnlessFollows(of, after)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a list', () => {
  test.each<[OwnTakes, OwnTakes, string | null]>([
    [{ kind: 'text', most: 5 }, { kind: 'text', most: 6 }, null],
    [{ kind: 'text', most: 5 }, { kind: 'text', most: 4 }, 'field-in-use'],
    [number(0, 9), number(-1, null), null],
    [number(0, 9), number(1, 9), 'field-in-use'],
    [number(null, 9), number(null, 8), 'field-in-use'],
    [number(null, null), number(0, null), 'field-in-use'],
    [choice('甲', '乙'), choice('丙', '乙', '甲'), null],
    [choice('甲', '乙'), choice('甲', '丙'), 'field-in-use'],
    [{ kind: 'day' }, { kind: 'yes-no' }, 'field-in-use'],
  ])('may make %j into %j where something stands in it: %s', (before, after, code) => {
    const [was, is] = [field('甲', { takes: before }), field('甲', { takes: after })]
    expect(refusal(facts({ before: [was], filled: new Set([was.key]) }), [is])).toBe(code)
    expect(refusal(facts({ before: [was] }), [is])).toBeNull()
  })

  it('has no field twice, none that nobody knows, and no heading that is another’s', () => {
    const [one, other] = [field('甲'), field('乙', { synonyms: [' 甲'] })]
    const known = facts({ before: [one, other] })
    expect(refusal(known, [one, { ...one }])).toBe('field-not-in-use')
    expect(refusal(facts(), [one])).toBe('field-not-in-use')
    expect(refusal(known, [one, other])).toBe('field-name-taken')
    expect(refusal(known, [{ ...one, isEnded: true }, other])).toBeNull()
    expect(refusal(known, [{ ...one, synonyms: ['甲 '] }])).toBeNull()
    expect(refusal(known, [{ ...one, name: '学 号' }])).toBe('field-name-taken')
  })

  it('asks staff for nothing that anybody waits for, and shows a student what they fill in', () => {
    const given = field('甲', { filledBy: 'student', seenBy: 'school', required: true, categories: ['70'] })
    expect(asListed('roster', given)).toMatchObject({ filledBy: 'staff', categories: [], required: true })
    expect(asListed('destination', given)).toMatchObject({ seenBy: 'student', required: true })
    expect(asListed('destination', { ...given, filledBy: 'staff' })).toMatchObject({ required: false })
  })

  it('asks of a category what names it, or none, and nothing that has ended', () => {
    const all = [field('甲'), field('乙', { categories: ['80'] }), field('丙', { isEnded: true })]
    expect(askedFor(all, '70').map(({ name }) => name)).toEqual(['甲'])
    expect(askedFor(all, '80').map(({ name }) => name)).toEqual(['甲', '乙'])
  })

  it('tells of one that went a long way that it moved, and not of those that made way', () => {
    const [a, b, c] = [field('甲'), field('乙'), field('丙')]
    expect(changesBetween([a, b, c], [c, a, b])).toEqual([{ name: '丙', what: 'moved' }])
    expect(changesBetween([a, b, c], [b, c, a])).toEqual([{ name: '甲', what: 'moved' }])
    expect(changesBetween([a, b], [a, b])).toEqual([])
  })
})
