import { expect, test } from 'vitest'
import { noticeParts } from '../../../domain/privacy-notice.ts'
import { COLUMN_KEYS, type ColumnKey, ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import { noticeText, PRODUCT_NOTICE } from '../../../words/privacy-notice.ts'
import { hashOf } from '../../db/journal.ts'

/** What people have agreed to stays as it was: a changed text is a new edition, with its own line here. */
const EDITIONS: Readonly<Record<number, string>> = {
  1: 'e346ac73faa244078cd18d4e9d8aac2bfc93adc832104022ddf6452a76d47240',
}

test('the text of an edition is the one that people have agreed to', () => {
  const { edition, text, textEn } = PRODUCT_NOTICE
  expect(hashOf({ text, textEn })).toBe(EDITIONS[edition])
})

test('both languages have the same parts and paragraphs, and say who answers', () => {
  const shape = (text: string) => noticeParts(text).map(({ paragraphs }) => paragraphs.length)
  expect(shape(PRODUCT_NOTICE.textEn)).toEqual(shape(PRODUCT_NOTICE.text))
  const named = noticeText(PRODUCT_NOTICE, { name: '某大学', nameEn: 'Some University' })
  expect(named.text).toContain('个人信息处理者是某大学')
  expect(named.textEn).toContain('The handler is Some University')
  for (const one of [named, noticeText(PRODUCT_NOTICE, null)])
    expect(Object.values(one).filter((text) => text.includes('{{'))).toEqual([])
})

/** The public number of an employer that is named itself says nothing more of the student. */
const SAID_WITH_ANOTHER: readonly ColumnKey[] = ['designatedCreditCode']

test('whatever a roster can say of a student is named', () => {
  const named = COLUMN_KEYS.filter((key) => !SAID_WITH_ANOTHER.includes(key)).map(
    (key) => ROSTER_COLUMNS[key].zh,
  )
  expect(named.filter((name) => !PRODUCT_NOTICE.text.includes(name))).toEqual([])
})

test('of a text only who answers is filled in, as it is called: what a school wrote in braces stays', () => {
  const text = '由{{handler}}处理 {{employer}} $& $1'
  expect(noticeText({ text, textEn: text }, { name: '$&大学', nameEn: 'U' }).text).toBe(
    '由$&大学处理 {{employer}} $& $1',
  )
})
