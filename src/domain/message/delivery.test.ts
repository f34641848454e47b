import { expect, test } from 'vitest'
import { isSigningKey } from './channel.ts'
import { CHANGED_BY, MESSAGE_STATES, meaningOf } from './delivery.ts'

test.each([
  [200, null, { end: 'taken' }],
  [202, 'refused', { end: 'taken' }],
  [400, 'no-recipient', { end: 'refused', fault: 'no-recipient' }],
  [422, { odd: true }, { end: 'refused', fault: 'refused' }],
  [301, null, { end: 'later', fault: 'not-taken' }],
  [401, null, { end: 'later', fault: 'not-taken' }],
  [404, null, { end: 'later', fault: 'not-taken' }],
  [410, null, { end: 'later', fault: 'not-taken' }],
  [429, 'quota-used-up', { end: 'later', fault: 'quota-used-up' }],
  [503, null, { end: 'later', fault: 'not-taken' }],
])('a gateway that answers %i (%j) means %j', (status, reason, meaning) => {
  expect(meaningOf(status, reason)).toEqual(meaning)
})

test('nothing takes back that somebody has got it', () => {
  expect(Object.values(CHANGED_BY).flat()).not.toContain('delivered')
  expect(CHANGED_BY.delivered).toEqual(MESSAGE_STATES.filter((state) => state !== 'delivered'))
})

test.each([
  [24, true],
  [64, true],
  [23, false],
  [65, false],
])('a key of %i bytes: %s', (bytes, isOne) => {
  expect(isSigningKey(`whsec_${Buffer.alloc(bytes, 7).toString('base64')}`)).toBe(isOne)
})

test.each(['', 'whsec_', 'secret', `whsec_${'A'.repeat(33)}`, `whsec_${'-'.repeat(32)}`])(
  '%j is no key',
  (text) => {
    expect(isSigningKey(text)).toBe(false)
  },
)
