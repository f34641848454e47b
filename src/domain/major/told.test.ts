import fc from 'fast-check'
import { expect, test } from 'vitest'
import { majorsWatch, tellMajors } from './told.ts'

const seed = 20_261_127
const known = [
  { code: '080901', name: '计算机科学与技术', inUse: true },
  { code: '050101', name: '汉语言文学', inUse: false },
]

test('what the list has not is added, what it has stopped is said, and what is taught is not told of', () => {
  const watch = majorsWatch()
  for (const row of [
    { majorCode: '120204', majorName: '财务管理' },
    { majorCode: '080901', majorName: '计算机' },
    { majorCode: '120204', majorName: '财务' },
    { majorCode: '050101', majorName: '汉语言文学' },
    { majorName: '没有代码' },
    {},
  ])
    watch.see(row)
  expect(tellMajors(watch.named(), known)).toEqual({
    added: [{ code: '120204', name: '财务管理', rows: 2 }],
    stopped: [{ code: '050101', name: '汉语言文学', rows: 1 }],
  })
})

test('whatever a file names is told at most once, and nothing that is in use', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('1', '2', '3', '080901', '050101')), (codes) => {
      const watch = majorsWatch()
      for (const majorCode of codes) watch.see({ majorCode, majorName: '某专业' })
      const { added, stopped } = tellMajors(watch.named(), known)
      const told = [...added, ...stopped].map(({ code }) => code)
      expect(new Set(told).size).toBe(told.length)
      expect(told.sort()).toEqual([...new Set(codes)].filter((code) => code !== '080901').sort())
    }),
    { seed },
  )
})
