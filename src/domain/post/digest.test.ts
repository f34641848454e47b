import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Digest, digestParams, nextDigest } from './digest.ts'

// 1 June 2026 is a Monday.
test.each<[Digest, string, string | null]>([
  ['off', '2026-06-01T10:00:00+08:00', null],
  ['daily', '2026-06-01T07:59:59+08:00', '2026-06-01T08:00:00+08:00'],
  ['daily', '2026-06-01T08:00:00+08:00', '2026-06-02T08:00:00+08:00'],
  ['daily', '2026-06-30T23:59:59+08:00', '2026-07-01T08:00:00+08:00'],
  ['weekly', '2026-06-01T07:59:59+08:00', '2026-06-01T08:00:00+08:00'],
  ['weekly', '2026-06-01T08:00:00+08:00', '2026-06-08T08:00:00+08:00'],
  ['weekly', '2026-06-04T12:00:00+08:00', '2026-06-08T08:00:00+08:00'],
  ['weekly', '2026-06-07T23:00:00+08:00', '2026-06-08T08:00:00+08:00'],
  ['weekly', '2023-12-28T12:00:00+08:00', '2024-01-01T08:00:00+08:00'],
])('%s, saved at %s, is due at %s', (digest, at, due) => {
  expect(nextDigest(digest, new Date(at))).toEqual(due && new Date(due))
})

test('is due within a day or a week, after the instant, and on that day at eight', () => {
  const instants = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2060-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instants, fc.constantFrom<Digest>('daily', 'weekly'), (at, digest) => {
      const due = nextDigest(digest, at)!
      const hours = (due.getTime() - at.getTime()) / 3_600_000
      expect(hours).toBeGreaterThan(0)
      expect(hours).toBeLessThanOrEqual(digest === 'daily' ? 24 : 7 * 24)
      // 8:00 in China is midnight in UTC; 1 is Monday.
      expect(due.getTime() % 86_400_000).toBe(0)
      if (digest === 'weekly') expect(due.getUTCDay()).toBe(1)
    }),
    { seed: 65 },
  )
})

test('names the searches with how many, and some posts once each', () => {
  const one = { name: '软件', fresh: 3, titles: ['软件工程师', '测试'] }
  expect(digestParams([one, { name: '武汉', fresh: 100, titles: ['测试'] }], 100)).toEqual({
    searches: '软件 (3) · 武汉 (99+)',
    posts: '软件工程师 · 测试',
  })
  const many = Array.from({ length: 20 }, (_, n) => ({ name: `搜索${n}`, fresh: 1, titles: [`岗位${n}`] }))
  expect(digestParams(many, 100)).toEqual({
    searches: '搜索0 (1) · 搜索1 (1) · 搜索2 (1) · 搜索3 (1) · 搜索4 (1) · …',
    posts: '岗位0 · 岗位1 · 岗位2 · 岗位3 · 岗位4 · …',
  })
})
