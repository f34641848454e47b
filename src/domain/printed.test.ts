import { describe, expect, it, test } from 'vitest'
import { coverageOf, PRINTED_HERE, printedWith, readRuns, unprintedIn, writeRuns } from './printed.ts'

describe('what the fonts of the product print', () => {
  test.each([
    '李𬭊',
    '㛃䶮𫘜𬱖𪩘',
    '阿不都热依木·艾比布力',
    'Nguyễn Thị Ánh',
    'Әсел Қайратқызы',
    '（A）1/2【甲】《乙》—…①㎡Ⅳ',
    '',
  ])('%s', (text) => {
    expect(unprintedIn(text, PRINTED_HERE)).toBeNull()
  })

  it('needs no glyph for what is not seen', () => {
    expect(unprintedIn('第一条\n第二条', PRINTED_HERE)).toBeNull()
    expect(unprintedIn('葛\u{E0100}', PRINTED_HERE)).toBeNull()
  })
})

test('the first character that is in no font is named with its place, counted as people count', () => {
  expect(unprintedIn('𬭊李𠮷', PRINTED_HERE)).toEqual({ character: '𠮷', code: 'U+20BB7', position: 3 })
  expect(unprintedIn('好😀', PRINTED_HERE)).toEqual({ character: '😀', code: 'U+1F600', position: 2 })
})

test('a font of the operator adds what it has, and takes nothing', () => {
  const printed = printedWith(coverageOf([0x20bb7]))
  expect(unprintedIn('李𠮷', printed)).toBeNull()
  expect(unprintedIn('好😀', printed)).not.toBeNull()
})

test('runs are read as they were written', () => {
  const runs = coverageOf([1, 2, 3, 0x20, 0x4e00, 0x4e01, 0x20bb7])
  expect(runs).toEqual([
    [1, 3],
    [0x20, 0x20],
    [0x4e00, 0x4e01],
    [0x20bb7, 0x20bb7],
  ])
  expect(readRuns(writeRuns(runs))).toEqual(runs)
})
