import { expect, it, test } from 'vitest'
import * as figures from './figures.ts'
import { fillIn } from './fill-in.ts'

const both = (say: (language: 'zh-CN' | 'en') => string) => [say('zh-CN'), say('en')]

test.each<[string, (language: 'zh-CN' | 'en') => string, string, string]>([
  ['a day in a list', (l) => figures.listedDay('2026-01-05', l), '2026-01-05', '5 Jan 2026'],
  ['a day in a sentence', (l) => figures.dayText('2026-11-28', l), '2026 年 11 月 28 日', '28 Nov 2026'],
  [
    'a deadline',
    (l) => figures.deadlineText('2026-11-28', l),
    '2026 年 11 月 28 日 24:00',
    '28 Nov 2026, 24:00 (UTC+8)',
  ],
  [
    'a near deadline',
    (l) => figures.nearDeadline('2026-11-08', l),
    '11 月 8 日 24:00',
    '8 Nov, 24:00 (UTC+8)',
  ],
  [
    'an instant in a list',
    (l) => figures.listedInstant('2026-11-28T06:05:59.999Z', l),
    '2026-11-28 14:05',
    '28 Nov 2026, 14:05',
  ],
  [
    'the first instant of a day in China',
    (l) => figures.instantText('2026-11-27T16:00:00.000Z', l),
    '2026 年 11 月 28 日 00:00',
    '28 Nov 2026, 00:00 (UTC+8)',
  ],
  [
    'the last instant of a day in China',
    (l) => figures.instantText('2026-11-28T15:59:59.999Z', l),
    '2026 年 11 月 28 日 23:59',
    '28 Nov 2026, 23:59 (UTC+8)',
  ],
  ['an amount', (l) => figures.moneyText(850_050, l), '8,500.50 元', '8,500.50 yuan'],
  ['a small amount', (l) => figures.moneyText(0, l), '0 元', '0 yuan'],
  ['the most', (l) => figures.moneyText(9_999_999_999, l), '99,999,999.99 元', '99,999,999.99 yuan'],
  ['pay', (l) => figures.payText(123_400_000, l), '1,234,000 元/月', '1,234,000 yuan/month'],
])('%s', (_what, say, zh, en) => {
  expect(both(say)).toEqual([zh, en])
})

it('fills days into sentences where they are marked as such, and leaves what people typed as it is', () => {
  const values = { day: '2026-11-28', reason: '2026-11-28' }
  const text = '{{day|deadline}} · {{day|day}} · {{reason}} · {{nobody|day}}'
  expect(both((language) => fillIn(text, values, language))).toEqual([
    '2026 年 11 月 28 日 24:00 · 2026 年 11 月 28 日 · 2026-11-28 · ',
    '28 Nov 2026, 24:00 (UTC+8) · 28 Nov 2026 · 2026-11-28 · ',
  ])
})
