import { expect, test } from 'vitest'
import type { SheetRow } from '../sheet.ts'
import { UNREAD_HEADINGS } from '../sheets/columns.ts'
import { foldText } from '../text.ts'
import { COLUMN_KEYS, ROSTER_COLUMNS } from './columns.ts'
import { findHeadings } from './header.ts'

const rows = (...all: string[][]): SheetRow[] => all.map((cells, k) => ({ row: k + 1, cells }))
const NEEDED = ['学号', '姓名', '身份证号', '学院', '学历', '专业', '毕业年度']

test('no heading means two things', () => {
  const all = COLUMN_KEYS.flatMap((key) => {
    const { zh, en, also } = ROSTER_COLUMNS[key]
    return [...new Set([zh, en, ...also].map(foldText))]
  })
  expect(all.filter((name, k) => all.indexOf(name) !== k)).toEqual([])
  expect(UNREAD_HEADINGS.map(foldText).filter((name) => all.includes(name))).toEqual([])
})

test('of rows with headings the one with the most is taken, of equals the last: keys of the ministry stand above names', () => {
  const keys = ['Xh', 'Xm', 'Sfzh', 'Yx', 'Xl', 'Zy', 'Bysj']
  const names = ['学号', '姓名', '身份证号', '院系', '学历', '专业', '毕业时间']
  const found = findHeadings(rows(['湖北经济学院'], keys, names, ['1', '张三']))
  expect(found).toMatchObject({ row: 3, missing: [] })
  expect(found!.columns.size).toBe(7)
})

test('what is missing, unknown or there twice is said', () => {
  const found = findHeadings(rows(['学号', '姓名', '手机', '手机', '星座', '序号', '姓名']))!
  expect(found.missing).toEqual([
    'documentNumber',
    'college',
    'educationLevel',
    'majorName',
    'graduationYear',
  ])
  expect(found.twice).toEqual([
    { key: 'name', columns: ['B', 'G'] },
    { key: 'mobile', columns: ['C', 'D'] },
  ])
  expect(found.unread.map(({ column, heading }) => column + heading)).toEqual([
    'B姓名',
    'C手机',
    'D手机',
    'E星座',
    'G姓名',
  ])
})

test('of a code and its name one is read, the better heading', () => {
  const found = findHeadings(rows([...NEEDED, '性别代码', '性别', '生源地名称', '生源地代码']))!
  expect([...found.columns].filter(([column]) => column >= 7)).toEqual([
    [8, 'gender'],
    [10, 'homeRegion'],
  ])
  expect(found.unread.map(({ heading }) => heading)).toEqual(['性别代码', '生源地名称'])
})

test('a school says what its own headings mean, and which are none', () => {
  const own = new Map([
    [foldText('学工号'), 'studentNumber' as const],
    [foldText('联系电话'), null],
  ])
  const found = findHeadings(rows(['学工号', ...NEEDED.slice(1), '联系电话']), own)!
  expect(found.columns.get(0)).toBe('studentNumber')
  expect([...found.columns.values()]).not.toContain('mobile')
  expect(found.unread).toEqual([])
  expect(found.missing).toEqual([])
})

test('what is too long for a heading is none, and costs nothing', () => {
  const before = performance.now()
  const long = '('.repeat(100_000)
  const found = findHeadings(
    rows(['学号', long, `姓名${' '.repeat(50)}`, `性别(${'x'.repeat(300)})`, `民族(${'x'.repeat(600)})`]),
  )!
  expect([...found.columns.values()]).toEqual(['studentNumber', 'name', 'gender'])
  expect(found.unread.map(({ column }) => column)).toEqual(['B', 'E'])
  expect(performance.now() - before).toBeLessThan(500)
})

test.each(['1、', '1.', '12．', '3 . '])('numbered with %s a heading is the same', (number) => {
  expect(findHeadings(rows(NEEDED.map((heading) => number + heading)))!.missing).toEqual([])
})

test('a sheet of something else has no headings', () => {
  expect(findHeadings(rows(['单位名称', '姓名'], ['某公司', '李四']))).toBeNull()
  expect(findHeadings([])).toBeNull()
})
