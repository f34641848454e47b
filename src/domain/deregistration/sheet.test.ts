import { expect, test } from 'vitest'
import { withCreditCheck } from '../identifiers.ts'
import { findHeadings } from '../sheets/header.ts'
import { pastedAsCsv } from './pasted.ts'
import { STRUCK_SHEET, struckReader } from './sheet.ts'

const CODE = withCreditCheck('91420100MA4KWXYU6')
const OTHER = withCreditCheck('91420100MA4KWXYU7')
const cellsOf = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .map((line, nth) => ({ row: nth + 1, cells: line.slice(1, -1).split('","') }))

test.each([
  [CODE, [CODE, '', null]],
  [`${CODE.toLowerCase()}\t某公司\t2026/5/2`, [CODE, '某公司', '2026-05-02']],
  [`${CODE}，某公司 武汉分公司，2026年5月2日`, [CODE, '某公司 武汉分公司', '2026-05-02']],
  [`${CODE}, 2026.5.2`, [CODE, '', '2026-05-02']],
  [`${CODE} 20260502`, [CODE, '', '2026-05-02']],
  [`${CODE} 2026创投`, [CODE, '2026创投', null]],
])('of a pasted line %j is read %j', (line, expected) => {
  const [first, row] = cellsOf(pastedAsCsv(`\n${line}\r\n`))
  const read = struckReader(findHeadings(STRUCK_SHEET, [first!])!, new Date('2026-06-01T00:00:00Z'))(row!)
  expect('faults' in read ? read.faults : [read.creditCode, read.name, read.struckOn]).toEqual(expected)
})

test('what is wrong with a row is told at its cells, and of rows with one code the first is taken', () => {
  const [first, ...rows] = cellsOf(pastedAsCsv(`${CODE} 2099-01-01\n${OTHER}\n${OTHER}\n12345`))
  const read = struckReader(findHeadings(STRUCK_SHEET, [first!])!, new Date('2026-06-01T00:00:00Z'))
  const faultsOf = (of: ReturnType<typeof read>) =>
    'faults' in of ? of.faults.map(({ key, fault, details }) => [key, fault, details.row]) : []
  expect(rows.map((row) => faultsOf(read(row)))).toEqual([
    [['struckOn', 'day-not-meant', undefined]],
    [],
    [['creditCode', 'code-twice', 3]],
    [['creditCode', 'not-a-credit-code', undefined]],
  ])
})
