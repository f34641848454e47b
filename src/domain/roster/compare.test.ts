import { expect, test } from 'vitest'
import type { RosterValues } from './columns.ts'
import { type Holder, type Known, standingOf } from './compare.ts'

const VALUES: RosterValues = {
  studentNumber: '2023A01',
  name: '张三',
  mobile: '13812345678',
  className: '软工 2301',
  college: 'c01',
  graduationYear: '2027',
}
const KNOWN: Known = { values: VALUES, isVerified: false, hasCases: false }
const holder = (studentNumber: string, graduationYear = '2027'): Holder[] => [
  { studentNumber, graduationYear },
]

test.each<[string, RosterValues, Known | null, readonly Holder[], object]>([
  ['nobody there', VALUES, null, [], { kind: 'new' }],
  ['the same', VALUES, KNOWN, holder('2023A01'), { kind: 'unchanged' }],
  [
    'an empty cell says nothing',
    { studentNumber: '2023A01', name: '张三' },
    KNOWN,
    [],
    { kind: 'unchanged' },
  ],
  [
    'what changes, from and to',
    { ...VALUES, name: '张叁', email: 'z@stu.edu.cn' },
    KNOWN,
    [],
    {
      kind: 'changed',
      changes: [
        { key: 'name', from: '张三', to: '张叁' },
        { key: 'email', from: '', to: 'z@stu.edu.cn' },
      ],
    },
  ],
  [
    'a document that another of the year has',
    VALUES,
    null,
    holder('2023A02'),
    {
      kind: 'faulty',
      key: 'documentNumber',
      fault: 'document-of-another',
      details: { studentNumber: '2023A02' },
    },
  ],
  ['somebody who comes back for another degree', VALUES, null, holder('2019A02', '2023'), { kind: 'new' }],
  ['a number in other letters', { ...VALUES, studentNumber: '2023a01' }, KNOWN, [], { kind: 'unchanged' }],
  [
    'a mobile that the student has given',
    { ...VALUES, mobile: '13900000000' },
    { ...KNOWN, isVerified: true },
    [],
    { kind: 'unchanged' },
  ],
  [
    'a college that cases are with',
    { ...VALUES, college: 'c02' },
    { ...KNOWN, hasCases: true },
    [],
    { kind: 'faulty', key: 'college', fault: 'college-with-cases', details: {} },
  ],
  [
    'the other data of somebody with cases',
    { ...VALUES, className: '软工 2302' },
    { ...KNOWN, hasCases: true },
    [],
    { kind: 'changed', changes: [{ key: 'className', from: '软工 2301', to: '软工 2302' }] },
  ],
])('%s', (_, row, known, holders, expected) => {
  expect(standingOf(row, known, holders)).toEqual(expected)
})
