import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Named } from '../name-pattern.ts'
import { Refusal } from '../refusal.ts'
import { NAME_PIECES, type NamePiece, pathOf, refuseUnlessNames, USUAL_NAMES } from './names.ts'

const seed = 20_261_127
const ZHANG: Named<NamePiece> = {
  COLLEGE: '计算机学院',
  CLASS: '软工一班',
  MAJOR: '软件工程',
  YEAR: '2026',
  NUMBER: '2023010001',
  NAME: '张三',
  WHAT: '证明材料',
  FILE: 'IMG_0001',
}
const at = (names: string, of: Partial<Named<NamePiece>> = {}, nth = 1, taken = new Set<string>()) =>
  pathOf(names, { ...ZHANG, ...of, mediaType: 'application/pdf', nth }, taken)
const codeOf = (names: string) => {
  try {
    refuseUnlessNames(names, 'names')
    return null
  } catch (refusal) {
    return refusal instanceof Refusal ? refusal.code : String(refusal)
  }
}

test.each([
  [USUAL_NAMES, null],
  ['{NUMBER}', null],
  ['{YEAR}届/{COLLEGE}/{NUMBER}.{FILE}', null],
  ['{CLASS}/{NAME}', 'archive-names-lack'],
  ['{NUMBER}/{NAME}', 'archive-names-lack'],
  ['{NUMBER}{AGE}', 'archive-names-unreadable'],
  ['{NUMBER', 'archive-names-unreadable'],
  ['C:{NUMBER}', 'archive-names-unreadable'],
  ['..\\{NUMBER}', 'archive-names-unreadable'],
  ['../{NUMBER}', 'archive-names-unreadable'],
  ['/{NUMBER}', 'archive-names-folders'],
  ['{CLASS}//{NUMBER}', 'archive-names-folders'],
  ['{YEAR}/{COLLEGE}/{CLASS}/{NUMBER}', 'archive-names-folders'],
])('%s is a pattern: %s', (names, code) => {
  expect(codeOf(names)).toBe(code)
})

test.each<[string, Partial<Named<NamePiece>>, string]>([
  [USUAL_NAMES, {}, '软工一班/2023010001_张三_证明材料_01.pdf'],
  [USUAL_NAMES, { CLASS: '' }, '-/2023010001_张三_证明材料_01.pdf'],
  ['{CLASS}/{NUMBER}', { CLASS: 'CON' }, '_CON/2023010001_01.pdf'],
  ['{CLASS}/{NUMBER}', { CLASS: '../..' }, '_/2023010001_01.pdf'],
  ['{CLASS}/{NUMBER}', { CLASS: 'A/B:C?' }, 'A_B_C_/2023010001_01.pdf'],
  ['{NUMBER}_{NAME}', { NAME: '古丽米热·艾比布力' }, '2023010001_古丽米热·艾比布力_01.pdf'],
])('%s of %j is %s', (names, of, path) => {
  expect(at(names, of)).toBe(path)
})

test('two of one name, whatever the letters are, are two files', () => {
  const taken = new Set<string>()
  expect([at('{NUMBER}', { NUMBER: 'a1' }, 1, taken), at('{NUMBER}', { NUMBER: 'A1' }, 1, taken)]).toEqual([
    'a1_01.pdf',
    'A1_01_2.pdf',
  ])
})

test('whatever stands in the roster, a path is one that Windows unpacks, within the archive and of its own', () => {
  const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
  const anything = fc.string({ unit: 'grapheme', maxLength: 120 })
  const pattern = fc
    .array(fc.constantFrom(...NAME_PIECES.map((piece) => `{${piece}}`), '_', '-', '届'), { maxLength: 6 })
    .map((parts) => `{CLASS}/${parts.join('')}{NUMBER}`)
  fc.assert(
    fc.property(
      pattern,
      fc.array(fc.record(Object.fromEntries(NAME_PIECES.map((piece) => [piece, anything]))), {
        maxLength: 8,
      }),
      (names, some) => {
        refuseUnlessNames(names, 'names')
        const taken = new Set<string>()
        const paths = some.map((of, nth) => at(names, of, nth + 1, taken))
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
        for (const path of paths) {
          expect(path.length).toBeLessThan(180)
          expect(path.split('/')).toHaveLength(2)
          for (const segment of path.split('/')) {
            expect(segment).not.toMatch(/[\\:*?"<>|\p{Cc}]/u)
            expect(segment).not.toMatch(/^[\s.]|[\s.]$/)
            expect(segment).not.toMatch(DEVICE)
            expect(segment).not.toBe('')
          }
        }
      },
    ),
    { seed },
  )
})
