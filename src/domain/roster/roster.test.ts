import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withResidentCheck } from '../identifiers.ts'
import type { Cell, SheetRow } from '../sheet.ts'
import { cellsAsRead } from '../sheets/cells.ts'
import { ROSTER_TABLES as tables } from '../testing/roster-tables.ts'
import { COLUMN_KEYS, type ColumnKey, ROSTER_COLUMNS, type RosterValues } from './columns.ts'
import { findHeadings, type Mapping } from './header.ts'
import { rowReader } from './read-row.ts'
import { cellsOf, headings, reportHeadings } from './report.ts'

const NOW = new Date('2026-11-26T00:00:00+08:00')
const ID = withResidentCheck('11010120010305001')

const sheetRow = (row: number, cells: readonly Cell[]): SheetRow => ({ row, cells })
const mappingOf = (cells: readonly Cell[]): Mapping => findHeadings([sheetRow(1, cells)])!

/** A whole student, by heading, with some cells as the test has them. */
const WHOLE: { [key in ColumnKey]?: Cell } = {
  studentNumber: '2023010001',
  name: '张三',
  documentNumber: ID,
  college: '计算机学院',
  educationLevel: '31',
  majorName: '软件工程',
  graduationYear: '2027',
}
function read(change: { [key in ColumnKey]?: Cell }) {
  const cells = { ...WHOLE, ...change }
  const keys = COLUMN_KEYS.filter((key) => cells[key] !== undefined)
  const mapping = mappingOf(keys.map((key) => ROSTER_COLUMNS[key].zh))
  return rowReader(
    mapping,
    tables,
    NOW,
  )(
    sheetRow(
      2,
      keys.map((key) => cells[key]!),
    ),
  )
}
/** What the cell is kept as, or what is wrong with it. */
function outcome(key: ColumnKey, cell: Cell) {
  const { values, faults } = read({ [key]: cell })
  return faults.length > 0 ? faults.map((one) => `${one.key}: ${one.fault}`).join() : values[key]
}

describe('a cell is kept in one form, or named as wrong', () => {
  test.each<[ColumnKey, Cell, string]>([
    ['studentNumber', '２０２３０１０００１', '2023010001'],
    ['studentNumber', ' 0012 ', '0012'],
    ['studentNumber', '2023010001.0', '2023010001'],
    ['studentNumber', '2.02301E+11', 'studentNumber: digits-lost'],
    ['studentNumber', { text: '2023010001', isComputed: true }, '2023010001'],
    ['studentNumber', '=1+1', 'studentNumber: not-a-number'],
    ['studentNumber', '', 'studentNumber: needed'],
    ['name', '张　三', '张三'],
    ['name', ' 迪丽热巴 · 迪力木拉提 ', '迪丽热巴·迪力木拉提'],
    ['name', 'John  Smith', 'John Smith'],
    ['name', '张\u202e三', 'name: hidden-character'],
    ['name', { text: '#N/A', fault: 'error-value' }, 'name: error-value'],
    ['name', 'x'.repeat(101), 'name: too-long'],
    ['documentNumber', ID.toLowerCase(), ID],
    ['documentNumber', `${ID.slice(0, 6)} ${ID.slice(6)}`, ID],
    ['documentNumber', { text: '110101200103050010', fault: 'digits-lost' }, 'documentNumber: digits-lost'],
    ['documentNumber', '1.10101E+17', 'documentNumber: digits-lost'],
    ['documentNumber', ID.slice(0, 17), 'documentNumber: document-length'],
    [
      'documentNumber',
      `${ID.slice(0, 17)}${ID.endsWith('X') ? '0' : 'X'}`,
      'documentNumber: document-check-character',
    ],
    ['documentNumber', withResidentCheck('11010120010230001'), 'documentNumber: document-birth-date'],
    ['documentNumber', withResidentCheck('11010118010305001'), 'documentNumber: document-birth-date'],
    ['documentNumber', 'H01234567', 'documentType: needed'],
    ['gender', '男', '1'],
    ['gender', '女', 'gender: gender-contradicts-document'],
    ['gender', '2', 'gender: gender-contradicts-document'],
    ['gender', '未知', 'gender: not-in-table'],
    ['birthDate', '2001/3/5', '2001-03-05'],
    ['birthDate', '2001年3月5日', '2001-03-05'],
    ['birthDate', '２００１０３０５', '2001-03-05'],
    ['birthDate', '2001.03.05', '2001-03-05'],
    ['birthDate', '2001-03-05 00:00:00', '2001-03-05'],
    ['birthDate', '01/3/5', 'birthDate: not-a-day'],
    ['birthDate', '3/5/2001', 'birthDate: not-a-day'],
    ['birthDate', '2001-02-30', 'birthDate: not-a-day'],
    ['birthDate', '36955', 'birthDate: not-a-day'],
    ['birthDate', '2001-03-06', 'birthDate: birth-contradicts-document'],
    ['birthDate', '2001-03', '2001-03-05'],
    ['birthDate', '200103', '2001-03-05'],
    ['birthDate', '2001年4月', 'birthDate: birth-contradicts-document'],
    ['birthDate', '2001', 'birthDate: not-a-day'],
    ['ethnicity', '汉', '01'],
    ['ethnicity', '1', '01'],
    ['ethnicity', '01汉族', '01'],
    ['ethnicity', '02汉族', 'ethnicity: not-in-table'],
    ['ethnicity', '01.汉族', '01'],
    ['ethnicity', '1．汉族', '01'],
    ['gender', '1.男', '1'],
    ['gender', '1、男', '1'],
    ['educationLevel', '本科', '31'],
    ['educationLevel', '硕士研究生', '11'],
    ['educationLevel', '1', '01'],
    ['educationLevel', '31 本科生毕业', '31'],
    ['educationLevel', '32', 'educationLevel: not-in-table'],
    ['politicalStatus', '团员', '03'],
    ['college', ' 计算机 学院 ', 'c01'],
    ['college', '计算机系', 'college: not-a-college'],
    ['homeRegion', '420111', '420111'],
    ['homeRegion', '湖北省武汉市洪山区', '420111'],
    ['homeRegion', '湖北省洪山区', '420111'],
    ['homeRegion', '北京市东城区', '110101'],
    ['homeRegion', '朝阳区', 'homeRegion: several-in-table'],
    ['homeRegion', '亚特兰蒂斯', 'homeRegion: not-in-table'],
    ['graduationYear', '2027届', '2027'],
    ['graduationYear', '27', 'graduationYear: not-a-year'],
    ['graduationYear', '2077', 'graduationYear: year-not-meant'],
    ['graduationMonth', '202706', '2027-06'],
    ['graduationMonth', '2027年6月', '2027-06'],
    ['graduationMonth', '2027-06-30', '2027-06'],
    ['graduationMonth', '2027-13', 'graduationMonth: not-a-month'],
    ['trainingMode', '定向', 'designatedEmployer: needed-for-training-mode'],
    ['trainingMode', '非定向', '1'],
    ['designatedCreditCode', '9142 0100 ma4bayjn07', '91420100MA4BAYJN07'],
    ['designatedCreditCode', '91420100MA4BAYJN05', 'designatedCreditCode: not-a-credit-code'],
    ['mobile', '+86 138 1234 5678', '13812345678'],
    ['mobile', '13812345678.0', '13812345678'],
    ['mobile', '1.38E+10', 'mobile: digits-lost'],
    ['mobile', '1381234567', 'mobile: not-a-mobile'],
    ['mobile', '+44 20 7946 0958', '+442079460958'],
    ['email', 'Zhang.San＠stu.edu.cn', 'Zhang.San@stu.edu.cn'],
    ['email', 'zhang@', 'email: not-an-email'],
    ['hardship', '低保、残疾，低保', '低保、残疾'],
    ['movedFile', '√', 'yes'],
    ['movedFile', '或许', 'movedFile: not-yes-or-no'],
    ['className', { text: '', fault: 'formula-without-value' }, 'className: formula-without-value'],
    ['className', '@软工 2301', '@软工 2301'],
    ['examineeNumber', '23420111150001', '23420111150001'],
  ])('%s %j: %s', (key, cell, expected) => {
    expect(outcome(key, cell)).toBe(expected)
  })
})

test('what is too long for any cell is not looked at, and a day with blanks costs nothing', () => {
  const before = performance.now()
  for (const key of COLUMN_KEYS)
    for (const sign of [' ', 'é', '𠮷', 'a.', '1 '])
      expect(outcome(key, `2${sign.repeat(16_000)}x`)).toContain(`${key}: too-long`)
  expect(performance.now() - before).toBeLessThan(2_000)
  expect(read({ name: ' 张\u202e三' }).faults).toMatchObject([{ details: { position: 3 } }])
  expect(outcome('className', `${' '.repeat(20_000)}软工`)).toBe('软工')
  expect(outcome('birthDate', `2001${' '.repeat(99)}年${' '.repeat(99)}3月5 日`)).toBe('2001-03-05')
})

describe('documents', () => {
  test.each<[string, string, string]>([
    ['港澳居民来往内地通行证', 'h01234567(01)', 'hk_macao_permit H0123456701'],
    ['台胞证', '01234567', 'taiwan_permit 01234567'],
    ['护照', 'e1234567', 'passport E1234567'],
    ['Permanent residence card', 'usa110101010101', 'permanent_residence USA110101010101'],
  ])('%s %s: %s', (documentType, documentNumber, expected) => {
    const { values, faults } = read({ documentType, documentNumber, gender: '女' })
    expect(faults).toEqual([])
    expect(`${values.documentType} ${values.documentNumber}`).toBe(expected)
    expect(values.gender).toBe('2')
  })

  test('a month of birth is asked for its day where no number says it, and is nobody’s day of birth', () => {
    const foreign = { documentType: '护照', documentNumber: 'E1234567', gender: '女', birthDate: '2001-03' }
    const { values, faults } = read(foreign)
    expect(faults).toMatchObject([{ key: 'birthDate', fault: 'not-a-day', value: '2001-03' }])
    expect(values.birthDate).toBeUndefined()
    const unclear = read({ documentNumber: ID.slice(0, 17), birthDate: '2001-03' })
    expect(unclear.faults).toMatchObject([{ key: 'documentNumber' }])
    expect(unclear.values.birthDate).toBeUndefined()
  })

  test('the sex that no number says is asked for', () => {
    expect(read({ documentType: '护照', documentNumber: 'E1234567' }).faults).toMatchObject([
      { key: 'gender', column: null, fault: 'needed' },
    ])
  })

  test('an identity card says birth and sex by itself', () => {
    expect(read({}).values).toMatchObject({
      documentType: 'resident_id',
      gender: '1',
      birthDate: '2001-03-05',
    })
  })
})

test('every faulty cell of a row is named, where it stands, with what stands there', () => {
  const mapping = mappingOf(['备注', '姓名', '学号', '身份证号', '学院', '学历', '专业', '届别'])
  const { faults } = rowReader(
    mapping,
    tables,
    NOW,
  )(sheetRow(17, ['x', '', '2023 010001', '123', '医学院', '本科', '软件工程', '去年']))
  expect(faults.map(({ row, column, key, value, fault }) => [row, column, key, value, fault])).toEqual([
    [17, 'E', 'college', '医学院', 'not-a-college'],
    [17, 'H', 'graduationYear', '去年', 'not-a-year'],
    [17, null, 'documentType', '', 'needed'],
    [17, 'B', 'name', '', 'needed'],
  ])
})

test('the same number or document twice: the later row says where the first is', () => {
  const keys = Object.keys(WHOLE) as ColumnKey[]
  const reader = rowReader(mappingOf(keys.map((key) => ROSTER_COLUMNS[key].zh)), tables, NOW)
  const cells = (change: object) => keys.map((key) => ({ ...WHOLE, ...change })[key]!)
  expect(reader(sheetRow(2, cells({}))).faults).toEqual([])
  expect(reader(sheetRow(3, cells({ studentNumber: '２０２３０１０００１' }))).faults).toMatchObject([
    { row: 3, key: 'studentNumber', fault: 'number-twice', details: { row: 2 } },
    { row: 3, key: 'documentNumber', fault: 'document-twice', details: { row: 2 } },
  ])
  expect(reader(sheetRow(4, cells({ studentNumber: '2' }))).faults).toMatchObject([
    { fault: 'document-twice', details: { row: 2 } },
  ])
})

/** Values as a roster may have them. */
const text = fc.stringMatching(/^[\u4e00-\u9fa5A-Za-z0-9=+@-]{1,12}$/)
const digits = fc.stringMatching(/^[0-9]{4,14}$/)
const oneOf = (kind: string, codes: readonly string[]) =>
  fc.constantFrom(...codes.filter((code) => tables.codes[kind]!.of(code)))
const resident = fc
  .record({ day: fc.integer({ min: 0, max: 3000 }), serial: fc.integer({ min: 0, max: 999 }) })
  .map(({ day, serial }) => {
    const born = new Date(Date.UTC(1998, 0, 1 + day)).toISOString().slice(0, 10)
    const gender = serial % 2 === 1 ? '1' : '2'
    const number = withResidentCheck(`420111${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`)
    return { documentType: 'resident_id', documentNumber: number, gender, birthDate: born }
  })
const foreign = fc.record({
  documentType: fc.constant('passport'),
  documentNumber: fc.stringMatching(/^[A-Z][0-9]{7,9}$/),
  gender: fc.constantFrom('1', '2'),
})
const optional = {
  ethnicity: oneOf('ethnicity', ['01', '02', '11', '56']),
  politicalStatus: oneOf('political_status', ['01', '03', '13']),
  className: text,
  majorCode: digits,
  majorDirection: text,
  entryMonth: fc.constantFrom('2023-09', '2021-03'),
  graduationMonth: fc.constantFrom('2027-06', '2026-12'),
  studyForm: text,
  homeRegion: oneOf('region', ['110101', '420111', '440305']),
  teacherStudent: oneOf('teacher_student', ['1', '12', '2']),
  hardship: fc.constantFrom('低保', '低保、残疾'),
  examineeNumber: digits,
  mobile: fc.stringMatching(/^1[3-9][0-9]{9}$/),
  email: fc.stringMatching(/^[a-z][a-z0-9]{0,9}@stu\.edu\.cn$/),
  homeAddress: text,
  homePhone: fc.constantFrom('027-81234567', '+442079460958'),
  movedHousehold: fc.constantFrom('yes', 'no'),
  movedFile: fc.constantFrom('yes', 'no'),
}
const student: fc.Arbitrary<RosterValues> = fc
  .tuple(
    fc.record({
      studentNumber: digits,
      name: fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/),
      college: fc.constantFrom('c01', 'c02'),
      educationLevel: oneOf('education_level', ['01', '11', '31', '41']),
      majorName: text,
      graduationYear: fc.constantFrom('2026', '2027'),
    }),
    fc.oneof(resident, foreign),
    fc.record(optional, { requiredKeys: [] }),
  )
  .map((parts) => Object.assign({}, ...parts) as RosterValues)

describe('what is written is read again as the same', () => {
  test('in the order of the template, in both languages', () => {
    fc.assert(
      fc.property(student, fc.constantFrom('zh' as const, 'en' as const), (values, language) => {
        const reader = rowReader(mappingOf(reportHeadings(language, [])), tables, NOW)
        const again = reader(sheetRow(2, [...cellsOf(values, tables), '新增', '']))
        expect(again.faults).toEqual([])
        expect(again.values).toEqual(values)
      }),
      { seed: 10, numRuns: 300 },
    )
  })

  test('in any order, with other words for the headings, below titles and beside what nobody knows', () => {
    const order = fc.shuffledSubarray([...COLUMN_KEYS], { minLength: COLUMN_KEYS.length })
    fc.assert(
      fc.property(student, order, fc.nat(), (values, keys, pick) => {
        const names = keys.map((key, k) => {
          const { zh, en, also } = ROSTER_COLUMNS[key]
          const all = [zh, en, ...also]
          const name = all[(pick + k) % all.length]!
          return k % 3 === 0 ? `*${name}（必填）` : name
        })
        const title = sheetRow(1, ['2027 届毕业生名单'])
        const mapping = findHeadings([title, sheetRow(3, ['说明', ...names, '座右铭'])])!
        const cells = new Map(COLUMN_KEYS.map((key, k) => [key, cellsOf(values, tables)[k]!]))
        const again = rowReader(
          mapping,
          tables,
          NOW,
        )(sheetRow(4, ['x', ...keys.map((key) => cells.get(key)!), 'y']))
        expect(mapping).toMatchObject({ row: 3, missing: [], twice: [] })
        expect(mapping.unread.map(({ heading }) => heading)).toEqual(['说明', '座右铭'])
        expect(again.values).toEqual(values)
      }),
      { seed: 10, numRuns: 300 },
    )
  })

  test('a row that was to be corrected stands in the report as it came, without what a spreadsheet made of lost digits', () => {
    const mapping = mappingOf(['姓名', '身份证号', '学号'])
    const cells = [' 张 三', { text: '110101200103050010', fault: 'digits-lost' as const }, '=1']
    const again = cellsAsRead(sheetRow(2, cells), mapping, COLUMN_KEYS)
    const by = (key: ColumnKey) => again[COLUMN_KEYS.indexOf(key)]
    expect([by('name'), by('documentNumber'), by('studentNumber'), by('college')]).toEqual([
      ' 张 三',
      '',
      '=1',
      '',
    ])
    expect(again).toHaveLength(headings('zh', []).length)
  })
})
