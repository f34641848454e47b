import { expect, test } from 'vitest'
import { isAgreedAnew, noticeParts } from './privacy-notice.ts'

test('a text is read as headings with their paragraphs, and as nothing that could be markup', () => {
  expect(noticeParts('前言\n\n# 一\n甲\n乙\n\n丙\n\n#二\n# <b>三</b>')).toEqual([
    { heading: '', paragraphs: ['前言'] },
    { heading: '一', paragraphs: ['甲\n乙', '丙', '#二'] },
    { heading: '<b>三</b>', paragraphs: [] },
  ])
  expect(noticeParts('')).toEqual([])
})

test('everybody agrees to a school’s first own text, and to every later one that matters', () => {
  expect([
    isAgreedAnew(1, false),
    isAgreedAnew(1, true),
    isAgreedAnew(2, false),
    isAgreedAnew(2, true),
  ]).toEqual([true, true, false, true])
})
