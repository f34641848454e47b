import { describe, expect, it, test } from 'vitest'
import { withResidentCheck } from '../identifiers.ts'
import type { RosterValues } from '../roster/columns.ts'
import { InvalidRosterFields } from '../roster/read-values.ts'
import { AT, ROSTER } from '../testing/cases.ts'
import { ROSTER_TABLES } from '../testing/roster-tables.ts'
import { changesAsked, isOutdated, saidOf } from './asked.ts'
import { CORRECTABLE, type Correctable } from './correctable.ts'

const asked = (
  values: Record<string, string>,
  roster: RosterValues = ROSTER,
  fields: readonly Correctable[] = CORRECTABLE,
) => changesAsked({ roster, tables: ROSTER_TABLES, fields }, values, AT)
const said = (...of: Parameters<typeof asked>) =>
  asked(...of).map(({ field, from, to }) => `${field}: ${from.shown.name} → ${to.shown.name}`)
/** Every field that is refused, with what is wrong with it. */
const faults = (...of: Parameters<typeof asked>) => {
  try {
    return asked(...of)
  } catch (error) {
    if (!(error instanceof InvalidRosterFields)) throw error
    return error.faults.map(({ field, fault }) => `${field} ${fault}`)
  }
}
const BOY = withResidentCheck('42011120040110001')
const GIRL = withResidentCheck('42011120040110002')

describe('what is asked for is read as a file’s cells are, and shown with names and masks', () => {
  test.each<[string, Record<string, string>, string[], RosterValues?]>([
    ['a name, without the blanks that only pad it', { name: ' 黄 河清 ' }, ['name: 黄河水 → 黄河清']],
    [
      'a class and a major',
      { className: '二班', majorName: '软件工程' },
      ['majorName: 计算机 → 软件工程', 'className: 一班 → 二班'],
    ],
    [
      'a level, by its name in the table',
      { educationLevel: '硕士' },
      [`educationLevel: ${saidOf('educationLevel', ROSTER, ROSTER_TABLES).shown.name} → 硕士生毕业`],
    ],
    [
      'a number of the same gender',
      { documentNumber: BOY },
      ['documentNumber: 420111*****0015 → 420111*****0010'],
    ],
    [
      'a number that says another gender',
      { documentNumber: GIRL },
      ['documentNumber: 420111*****0015 → 420111*****0029', 'gender: 男 → 女'],
    ],
    [
      'another document, which says no gender',
      { documentType: '护照', documentNumber: 'e98765432' },
      ['documentType: 居民身份证 → 护照', 'documentNumber: 420111*****0015 → E9*****32'],
    ],
    [
      'a way of training with its employer',
      { trainingMode: '定向', designatedEmployer: '某军区' },
      ['trainingMode: 非定向 → 定向', 'designatedEmployer:  → 某军区'],
    ],
    [
      'that there is no examinee number',
      { examineeNumber: '' },
      ['examineeNumber: 2242*****0001 → '],
      {
        ...ROSTER,
        examineeNumber: '22420111010001',
      },
    ],
  ])('%s', (_what, values, changes, roster = ROSTER) => {
    expect(said(values, roster)).toEqual(changes)
  })
})

test.each<[string, Record<string, string>, string[]]>([
  [
    'a check character',
    { documentNumber: '420111200401010011' },
    ['values.documentNumber document-check-character'],
  ],
  ['a length', { documentNumber: '4201112004' }, ['values.documentNumber document-length']],
  [
    'a number of another type',
    { documentType: 'taiwan_permit' },
    ['values.documentNumber document-not-in-form'],
  ],
  ['a gender that the number contradicts', { gender: '女' }, ['values.gender gender-contradicts-document']],
  ['a row that no table has', { educationLevel: '幼儿园' }, ['values.educationLevel not-in-table']],
  ['a year that cannot be meant', { graduationYear: '2099' }, ['values.graduationYear year-not-meant']],
  [
    'training for an employer that is not named',
    { trainingMode: '2' },
    ['values.designatedEmployer needed-for-training-mode'],
  ],
  [
    'several at once',
    { name: '', className: '', graduationYear: '今年' },
    ['values.graduationYear not-a-year', 'values.name needed', 'values.className needed'],
  ],
])('names every field that is wrong: %s', (_what, values, expected) => {
  expect(faults(values)).toEqual(expected)
})

it('keeps to itself what the school does, whatever else is asked for', () => {
  expect(() => asked({ name: '黄河清', graduationYear: '2027' }, ROSTER, ['name'])).toThrow('kept-by-school')
  for (const key of ['studentNumber', 'college', 'nothing', '__proto__'])
    expect(() => asked({ [key]: '1' })).toThrow('kept-by-school')
})

it('refuses what changes nothing, however it is written', () => {
  expect(() => asked({})).toThrow('nothing-changed')
  expect(() => asked({ name: ' 黄河水', gender: '男', documentType: '身份证' })).toThrow('nothing-changed')
})

it('leaves alone what is wrong elsewhere on the roster', () => {
  expect(said({ name: '黄河清' }, { ...ROSTER, educationLevel: '9999', documentNumber: '1' })).toEqual([
    'name: 黄河水 → 黄河清',
  ])
})

it('is outdated where the roster says something else by now, but not what was asked for', () => {
  const [change] = asked({ name: '黄河清' })
  expect(['黄河水', '黄河清', '黄河'].map((name) => isOutdated(change!, { ...ROSTER, name }))).toEqual([
    false,
    false,
    true,
  ])
})
