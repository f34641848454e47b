import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RESUME_NAME_PIECES, resumeNamesFault, resumePathOf, USUAL_RESUME_NAMES } from './names.ts'

const ZHANG = {
  POST: '软件工程师（武汉）',
  NAME: '张三',
  EDUCATION: '本科',
  MAJOR: '软件工程',
  SCHOOL: '示范大学',
  DATE: '2026-03-01',
  WHAT: '简历',
}

test.each([
  [USUAL_RESUME_NAMES, null],
  ['{NAME}', null],
  ['{SCHOOL}/{POST}/{NAME} {DATE}', null],
  ['{POST}', 'resume-names-lack'],
  ['{NAME}/{POST}', 'resume-names-lack'],
  // An employer is not told the school's number of a student.
  ['{NAME}{NUMBER}', 'archive-names-unreadable'],
  ['{NAME}/a/b/{NAME}', 'archive-names-folders'],
])('a pattern %s: %s', (pattern, code) => {
  expect(resumeNamesFault(pattern)?.code ?? null).toBe(code)
})

test('of two of one name the later is numbered, whatever the desk makes of capitals', () => {
  const taken = new Set<string>()
  const path = (of: Partial<typeof ZHANG> = {}) => resumePathOf('{NAME}_{MAJOR}', { ...ZHANG, ...of }, taken)
  expect([path(), path(), path({ NAME: 'Li', MAJOR: 'IT' }), path({ NAME: 'LI', MAJOR: 'it' })]).toEqual([
    '张三_软件工程.pdf',
    '张三_软件工程_2.pdf',
    'Li_IT.pdf',
    'LI_it_2.pdf',
  ])
})

test('whatever people are called, every path is one of a file in at most two folders, and no two are one', () => {
  const named = fc.record(
    Object.fromEntries(RESUME_NAME_PIECES.map((piece) => [piece, fc.string({ unit: 'grapheme' })])),
  )
  fc.assert(
    fc.property(fc.array(named, { maxLength: 12 }), (those) => {
      const taken = new Set<string>()
      const paths = those.map((of) => resumePathOf(USUAL_RESUME_NAMES, { ...ZHANG, ...of }, taken))
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
      for (const path of paths) expect(path).toMatch(/^[^/\\:*?"<>|]+\/[^/\\:*?"<>|]+\.pdf$/)
    }),
    { seed: 69 },
  )
})
