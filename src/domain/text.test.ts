import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { halfWidth } from './entered.ts'
import { foldText, hiddenCharacterIn, isSameText, normalLine, normalText, withoutHidden } from './text.ts'

describe('what is typed', () => {
  test.each([
    ['古丽米热·艾比布力', 'the dot of a name'],
    ['𬭊㛃䶮', 'rare characters'],
    ['\u{323B0}', 'a character newer than this runtime'],
    ['葛\u{E0100}城', 'a variant of an ideograph'],
    ['👩‍💻 ☎️', 'emoji of several parts'],
    ['می‌خواهم', 'a joiner where its script needs it'],
    ['\u1820\u180B', 'a Mongolian variant'],
    ['Nguyễn Thị Ánh', 'marks'],
    ['林\uE000', 'a private character of a roster’s font'],
  ])('%j is kept: %s', (text) => {
    expect(hiddenCharacterIn(text)).toBeNull()
    expect(normalLine(text)).toBe(text.normalize('NFC'))
  })

  test.each([
    ['月薪\u202E0008元', 'U+202E', 3],
    ['𬭊\u2066', 'U+2066', 2],
    ['a\u0000', 'U+0000', 2],
    ['\u001B[2J', 'U+001B', 1],
    ['a\u009Fb', 'U+009F', 2],
    ['\ud800', 'U+D800', 1],
    ['a\u{E0041}', 'U+E0041', 2],
    ['a\u{E0001}', 'U+E0001', 2],
    ['\u3164', 'U+3164', 1],
    ['\u2800', 'U+2800', 1],
    ['a\uFFFF', 'U+FFFF', 2],
    ['a\u0378', 'U+0378', 2],
    ['a\u2063', 'U+2063', 2],
    ['a\u200E', 'U+200E', 2],
    [`a${'\u0336'.repeat(9)}`, 'U+0336', 10],
  ])('%j is refused: %s at %i', (text, character, position) => {
    expect(hiddenCharacterIn(text)).toEqual({ character, position })
    expect(hiddenCharacterIn(withoutHidden(text).slice(0, 8))).toBeNull()
  })

  test.each([
    [' 张三\uFEFF ', '张三'],
    ['张\u200B三', '张三'],
    ['张\u200D三', '张三'],
    ['张三\t李四\r\n', '张三 李四'],
    ['上\n下', '上 下'],
    ['李\uE863', '李䶮'],
    ['e\u0301', 'é'],
    ['abc\uFE0E', 'abc'],
  ])('%j is kept on a line as %j', (text, kept) => {
    expect(normalLine(text)).toBe(kept)
  })

  it('has line ends of one kind, and no more than one empty line in a row', () => {
    expect(normalText('一\r\n二\r三\u2028四\v五 \n\n\n\n六\n')).toBe('一\n二\n三\n四\n五\n\n六')
  })

  it('is brought into one form, which stays as it is and hides nothing', () => {
    const pieces = fc.constantFrom(
      '中',
      'a',
      'é',
      'e\u0301',
      '\u200B',
      '\u200D',
      '\uFE0F',
      '👩',
      '\r\n',
      '\u2028',
      ' ',
      '\t',
      '\uE863',
      '\u180B',
      '\u0627',
      '\u200C',
      '가',
      '\u1112\u1161',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 }))), (parts) => {
        const text = parts.join('')
        for (const normal of [normalLine, normalText]) {
          const kept = normal(text)
          expect(normal(kept)).toBe(kept)
          if (hiddenCharacterIn(text) === null) expect(hiddenCharacterIn(kept)).toBeNull()
        }
        expect(normalLine(text)).not.toMatch(/[\n\t]/)
        expect(foldText(foldText(text))).toBe(foldText(text))
        expect(foldText(normalLine(text))).toBe(foldText(text))
      }),
      { seed: 20_261_125, numRuns: 500 },
    )
  })
})

describe('names that people take for the same', () => {
  const NAME = '古丽米热·艾比布力'
  test.each(['•', '・', '‧', '．', '.', '･', '∙', ' · ', ' ． ', '\u30FB', '●', '\u200B·'])(
    'the dot typed as %j',
    (dot) => {
      expect(isSameText(NAME, NAME.replace('·', dot))).toBe(true)
    },
  )

  test.each([
    ['䶮', '\uE863'],
    ['𠂇', '\uE816'],
    ['欧阳 娜娜', '欧阳娜娜'],
    ['MÜLLER', 'Mu\u0308ller'],
    ['ＡＢＣ公司', 'abc公司'],
    ['某某（武汉）公司', '某某(武汉)公司'],
    ['O’Neill', "O'Neill"],
    ['Jean‐Paul', 'Jean-Paul'],
    ['葛\u{E0100}', '葛'],
    ['一', '\u2F00'],
  ])('%j and %j', (one, other) => {
    expect(isSameText(one, other)).toBe(true)
  })

  test.each([
    ['张三', '张四'],
    ['古丽米热·艾比布力', '古丽米热艾比布力'],
    ['王一', '王乙'],
  ])('%j and %j are two', (one, other) => {
    expect(isSameText(one, other)).toBe(false)
  })
})

it('knows what GB 18030 has given the private codes of GBK’s fonts', () => {
  const decoder = new TextDecoder('gb18030')
  let code = 0xe815
  let compared = 0
  for (let trail = 0x50; trail <= 0xa0; trail++) {
    if (trail === 0x7f) continue
    const now = decoder.decode(new Uint8Array([0xfe, trail]))
    const isPrivate = /[\uE000-\uF8FF]/.test(now)
    if (!isPrivate) {
      expect(normalLine(String.fromCharCode(code))).toBe(now)
      compared++
    }
    code++
  }
  expect(compared).toBe(74)
  // Appendix of GB 18030-2022: those that were private until then.
  expect(normalLine('\uE816\uE817\uE818\uE831\uE83B\uE855')).toBe(
    '\u{20087}\u{20089}\u{200CC}\u{215D7}\u{2298F}\u{241FE}',
  )
})

test('what nobody looks at is what nobody would find: plain characters are the same beside one that is not', () => {
  const plain = [
    [0x20, 0x7e],
    [0x4e00, 0x9fff],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, k) => String.fromCharCode(from + k)),
  )
  for (const character of plain) {
    const beside = `\u00e9${character}\u00e9`
    expect(hiddenCharacterIn(beside)).toBe(hiddenCharacterIn(character))
    expect(withoutHidden(beside)).toBe(`\u00e9${withoutHidden(character)}\u00e9`)
    expect(normalLine(beside)).toBe(beside)
    expect(foldText(beside)).toBe(`\u00e9${foldText(character)}\u00e9`)
    expect(halfWidth(beside)).toBe(`\u00e9${character}\u00e9`)
  }
})
