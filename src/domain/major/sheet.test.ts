import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { PRINTED_HERE } from '../printed.ts'
import { codeTable } from '../sheets/code-table.ts'
import { findHeadings } from '../sheets/header.ts'
import { collegesCell, collegesIn } from './colleges-cell.ts'
import { MAJOR_SHEET } from './columns.ts'
import { type ListedMajor, standingOfMajor } from './listed.ts'
import { majorReader } from './read-row.ts'

const seed = 20_261_127
const COLLEGES = codeTable([
  { code: '01', name: '一院' },
  { code: '02', name: '理、工学院' },
  { code: '03', name: '同名学院' },
  { code: '04', name: '同名学院' },
  { code: '05', name: '01' },
])
const LEVELS = codeTable([
  { code: '31', name: '本科生毕业' },
  { code: '41', name: '专科生毕业' },
])
const ALL_LEVELS = codeTable([...LEVELS.rows, { code: '39', name: '旧本科' }])
const listed = (change: Partial<ListedMajor> = {}): ListedMajor => ({
  code: '080901',
  name: '计算机科学与技术',
  educationLevel: '31',
  colleges: ['01', '02'],
  inUse: false,
  ...change,
})

test('colleges as they are written in a cell are read as the same, whatever they are called', () => {
  const some = fc.uniqueArray(fc.constantFrom(...COLLEGES.rows.map(({ code }) => code)))
  fc.assert(
    fc.property(some, (ids) => {
      expect(collegesIn(COLLEGES, collegesCell(COLLEGES, ids))).toEqual({ ids })
    }),
    { seed },
  )
})

test.each([
  ['一院', { ids: ['01'] }],
  ['01，04;一院', { ids: ['01', '04'] }],
  ['理、工学院', { ids: ['02'] }],
  ['一院、', { ids: ['01'] }],
  ['同名学院', { unknown: '同名学院' }],
  ['一院、月球学院', { unknown: '月球学院' }],
])('the cell %j names %j', (text, said) => expect(collegesIn(COLLEGES, text)).toEqual(said))

test('a major stands to the list by what is said of it, not by the order of its colleges', () => {
  expect(standingOfMajor(listed(), null)).toBe('new')
  expect(standingOfMajor(listed({ colleges: ['02', '01', '02'] }), listed())).toBe('same')
  for (const change of [{ name: '计算机' }, { educationLevel: '41' }, { colleges: ['01'] }, { inUse: true }])
    expect(standingOfMajor(listed(change), listed())).toBe('changed')
})

describe('a row', () => {
  const read = (headings: string[], cells: string[], there: ListedMajor = listed()) => {
    const mapping = findHeadings(MAJOR_SHEET, [{ row: 1, cells: headings }])!
    const judging = { levels: LEVELS, allLevels: ALL_LEVELS, colleges: COLLEGES, printed: PRINTED_HERE }
    return majorReader(mapping, { ...judging, there: new Map([[there.code, there]]) })({ row: 2, cells })
  }
  const SHORT = ['代码', '名称', '学历']
  const LONG = [...SHORT, '院系', '状态']

  it('leaves what the file has no column for as the list has it', () => {
    expect(read(SHORT, ['080901', '计算机', '大专']).major).toEqual(
      listed({ name: '计算机', educationLevel: '41' }),
    )
    expect(read(SHORT, ['080902', '软件', '大专']).major).toMatchObject({ colleges: [], inUse: true })
  })

  it('takes colleges that are left empty for none, and a state that is left empty for the one that is', () => {
    expect(read(LONG, ['080901', '计算机', '31', '', '']).major).toMatchObject({ colleges: [], inUse: false })
    expect(read(LONG, ['080901', '计算机', '31', '', '在用']).faults).toMatchObject([
      { fault: 'not-a-state' },
    ])
    for (const [text, inUse] of [
      ['使用中', true],
      ['是', true],
      ['STOPPED', false],
      ['已停用', false],
    ] as const)
      expect(read(LONG, ['080901', '计算机', '31', '', text]).major?.inUse).toBe(inUse)
  })

  it('may keep a level that is chosen no more, and not take one', () => {
    const old = listed({ educationLevel: '39' })
    expect(read(SHORT, ['080901', '计算机', '旧本科'], old).major?.educationLevel).toBe('39')
    expect(read(SHORT, ['080901', '计算机', '旧本科']).faults).toMatchObject([
      { column: 'C', fault: 'not-in-table', value: '旧本科' },
    ])
  })
})
