import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REFUSAL_CODES } from '../src/domain/refusal.ts'
import { en as eventsEn } from '../src/web/features/cases/event-words.en.ts'
import { zh as eventsZh } from '../src/web/features/cases/event-words.zh.ts'
import { en as refusalsEn } from '../src/words/refusals.en.ts'
import { zh as refusalsZh } from '../src/words/refusals.zh.ts'

/** Told to nobody but who asked, of whom the other side is the other side. */
const TO_ONE = ['cooling-down', 'told-too-often']

test('what both sides and the school read names nobody as “the other side”: one of its readers is that side', () => {
  const events = [...Object.values(eventsZh), ...Object.values(eventsEn)]
  const codes = REFUSAL_CODES.filter((code) => !TO_ONE.includes(code))
  const refusals = codes.flatMap((code) => [refusalsZh[code], refusalsEn[code]])
  expect([...events, ...refusals].filter((words) => /对方|the other side/i.test(words))).toEqual([])
})

/** What people have agreed to stays as it was, to its marks. */
const AGREED = 'src/words/privacy-notice.zh.ts'

test('Chinese text quotes in one way', () => {
  const files = globSync('{src,e2e,docs}/**/*.{ts,tsx,md,typ}').filter((file) => file !== AGREED)
  expect(files.length).toBeGreaterThan(1000)
  expect(files.filter((file) => /[「」『』]/.test(readFileSync(file, 'utf8')))).toEqual([])
})
