import { expect, test } from 'vitest'
import { mayChangeUnasked } from './gentle-refresh.ts'

test('a list may change while it is looked at', () => {
  expect(mayChangeUnasked({ staleTime: 5_000 })).toBe(true)
})

test('the letter that an employer is revising may not, or an answer would be given to what was not read', () => {
  expect(mayChangeUnasked({ staleTime: 5_000, refetchOnWindowFocus: false })).toBe(false)
})

test('a code table is not asked for again', () => {
  expect(mayChangeUnasked({ staleTime: Number.POSITIVE_INFINITY })).toBe(false)
})
