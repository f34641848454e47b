import { expect, test } from 'vitest'
import { type FaultyCell, ROSTER_FAULTS } from '../domain/roster/fault.ts'
import { faultText, ROSTER_WORDS } from './roster.ts'

const cell: FaultyCell = {
  row: 12,
  column: 'C',
  key: 'birthDate',
  value: '#N/A',
  fault: 'needed',
  details: {},
}

test('a fault says where and what, in both languages', () => {
  expect(faultText(cell, 'zh-CN', [])).toBe('第 12 行 C 列“出生日期”：请填写此项')
  expect(faultText({ ...cell, column: null }, 'en', [])).toBe('Row 12, “Date of birth”: Fill this in')
  const contradicts = {
    ...cell,
    fault: 'birth-contradicts-document',
    details: { day: '2001-03-05' },
  } as const
  expect(faultText(contradicts, 'zh-CN', [])).toContain('2001 年 3 月 5 日')
  expect(faultText({ ...cell, fault: 'error-value' }, 'en', [])).toContain('#N/A')
})

test('both languages are filled from the same details', () => {
  const slots = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort()
  for (const fault of ROSTER_FAULTS)
    expect(slots(ROSTER_WORDS.en.fault[fault])).toEqual(slots(ROSTER_WORDS['zh-CN'].fault[fault]))
})
