import { expect, test } from 'vitest'
import type { RosterValues } from './columns.ts'
import { missingAmong, standingOf, studentKey } from './compare.ts'

const KNOWN: RosterValues = {
  studentNumber: '2023A01',
  name: '张三',
  mobile: '13812345678',
  className: '软工 2301',
}

test.each<[string, RosterValues, RosterValues | null, string | null, object]>([
  ['nobody there', KNOWN, null, null, { kind: 'new' }],
  ['the same', KNOWN, KNOWN, '2023A01', { kind: 'unchanged' }],
  [
    'an empty cell says nothing',
    { studentNumber: '2023A01', name: '张三' },
    KNOWN,
    null,
    { kind: 'unchanged' },
  ],
  [
    'what changes, from and to',
    { ...KNOWN, name: '张叁', email: 'z@stu.edu.cn' },
    KNOWN,
    null,
    {
      kind: 'changed',
      changes: [
        { key: 'name', from: '张三', to: '张叁' },
        { key: 'email', from: '', to: 'z@stu.edu.cn' },
      ],
    },
  ],
  ['a document that another has', KNOWN, null, '2023A02', { kind: 'of-another', studentNumber: '2023A02' }],
  ['a number in other letters', { ...KNOWN, studentNumber: '2023a01' }, null, '2023A01', { kind: 'new' }],
])('%s', (_, row, known, holder, expected) => {
  expect(standingOf(row, known, holder)).toEqual(expected)
})

test('who is on the roster and not in the file', () => {
  const told = new Set([studentKey('2023a01'), studentKey('２')])
  expect(missingAmong(['2023A01', '2', '3'], told)).toEqual(['3'])
})
