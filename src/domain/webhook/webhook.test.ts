import { expect, test } from 'vitest'
import { AGREEMENT_KINDS, AGREEMENT_STATUSES } from '../agreement/life.ts'
import { AT, agreement } from '../testing/cases.ts'
import { FAILING_DAYS, happeningOf, offAfter, stateAfter } from './webhook.ts'

/** What is told where an agreement of this kind goes from one status to another; it has been in force where either says so. */
const told = (kind: 'online' | 'paper', from: string | null, to: string) => {
  const hasBeen = (status: string | null) => ['effective', 'fulfilled', 'dissolved'].includes(status ?? '')
  const one = (status: string) =>
    agreement({ kind, status: status as never, effectiveAt: hasBeen(status) ? AT : null })
  return happeningOf({ before: from === null ? null : one(from), after: one(to) } as never)
}

test.each(AGREEMENT_KINDS)('what is told of an %s agreement, wherever it goes', (kind) => {
  const walks = [null, ...AGREEMENT_STATUSES].flatMap((from) =>
    AGREEMENT_STATUSES.map((to) => ({ from, to, told: told(kind, from, to)?.kind ?? null })),
  )
  const ofKind = (one: string) =>
    walks.filter((walk) => walk.told === one).map(({ from, to }) => `${from} ${to}`)
  const notYet = AGREEMENT_STATUSES.filter((one) => !['effective', 'fulfilled', 'dissolved'].includes(one))
  expect(ofKind('agreement.formed')).toEqual(
    kind === 'online' ? AGREEMENT_STATUSES.map((to) => `null ${to}`) : [],
  )
  expect(ofKind('agreement.effective').sort()).toEqual(
    notYet.flatMap((from) => ['effective', 'dissolved', 'fulfilled'].map((to) => `${from} ${to}`)).sort(),
  )
  expect(ofKind('agreement.dissolved').sort()).toEqual(['effective dissolved', 'fulfilled dissolved'])
})

test('the employer of a paper, whom its student alone has named, is told nothing', () => {
  expect(told('online', 'in_review', 'effective')?.employerId).toEqual(expect.any(String))
  expect(told('paper', 'in_review', 'effective')?.employerId).toBeNull()
})

test.each([
  [200, 'delivered', null],
  [204, 'delivered', null],
  [302, 'waiting', null],
  [410, 'waiting', 'gone'],
  [500, 'waiting', null],
  [null, 'waiting', null],
])('an answer of %s: %s, and the address off as %s', (status, state, off) => {
  expect([stateAfter(status), offAfter(status, AT, AT)]).toEqual([state, off])
})

test('five days of failure, to the millisecond, switch an address off', () => {
  const after = (ms: number) => offAfter(500, AT, new Date(AT.getTime() + FAILING_DAYS * 86_400_000 + ms))
  expect([after(-1), after(0)]).toEqual([null, 'failing'])
})
