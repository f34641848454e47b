import { expect, test } from 'vitest'
import { isHostName, normalHostName } from './host-name.ts'

test.each([
  [' JiuYe.Example.edu.cn. ', 'jiuye.example.edu.cn'],
  ['jiuye。example．cn', 'jiuye.example.cn'],
  ['就业.example.cn', 'xn--vhq565a.example.cn'],
])('%s is kept as %s', (typed, kept) => {
  expect(normalHostName(typed)).toBe(kept)
  expect(isHostName(kept)).toBe(true)
})

test.each([
  'localhost',
  '127.0.0.1',
  '[::1]',
  '2130706433',
  'https://a.example.cn',
  'a.example.cn/x',
  'user@a.example.cn',
  'a..cn',
  '-a.example.cn',
  '*.example.cn',
  `${'a'.repeat(64)}.cn`,
  '',
])('%s is no host name of a school', (typed) => {
  expect(isHostName(normalHostName(typed))).toBe(false)
})

test('a port is not part of a name', () => {
  expect(normalHostName('a.example.cn:8443')).toBe('a.example.cn')
})
