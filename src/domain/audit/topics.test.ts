import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import {
  CATEGORY,
  changedSince,
  columnsOf,
  isRegistration,
  signedCells,
  TOPICS,
  type Topic,
} from './topics.ts'

test.each<[Topic, boolean]>([
  ['rules', false],
  ['self-check', false],
  ['feedback', false],
  ['agreement', true],
  ['contract', true],
  ['other', true],
  ['freelance', true],
  ['help', false],
  ['deregistered', false],
])('%s is of one kind of registration: %s', (topic, isOne) => {
  expect(isRegistration(topic)).toBe(isOne)
})

test('registrations are named by the national codes', () => {
  expect(CATEGORY).toEqual({ agreement: '10', contract: '11', other: '12', freelance: '76' })
})

it('signs whatever a row says but the age of an objection and when rules were last run', () => {
  const cellsOf = (topic: Topic, put: (column: string) => string) =>
    columnsOf(topic).map(([column]) => put(column))
  fc.assert(
    fc.property(fc.constantFrom(...TOPICS), fc.nat(), (topic, n) => {
      const columns = columnsOf(topic).map(([column]) => column)
      const changed = columns[n % columns.length]!
      const before = signedCells(
        topic,
        cellsOf(topic, () => 'a'),
      )
      const after = signedCells(
        topic,
        cellsOf(topic, (column) => (column === changed ? 'b' : 'a')),
      )
      expect(after).toHaveLength(before.length)
      expect(JSON.stringify(after) === JSON.stringify(before)).toBe(['ranAt', 'days'].includes(changed))
    }),
    { seed: 80 },
  )
})

test('a topic is another than what was signed by its hash alone; what was never signed is another', () => {
  const print = (topic: Topic, sha256: string) => ({ topic, rows: 1, sha256 })
  const signed = [print('rules', 'a'), print('help', 'b')]
  const now = [print('rules', 'a'), print('help', 'c'), print('feedback', 'd')]
  expect([...changedSince(signed, now)]).toEqual(['help', 'feedback'])
  expect(changedSince(signed, signed).size).toBe(0)
})
