import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { isSignedBy, signedHeaders } from './webhook.ts'

const KEY = `whsec_${Buffer.from('thirty-two bytes of a tests’ key').toString('base64')}`
const OTHER = `whsec_${Buffer.from('thirty-two bytes of another’s one').toString('base64')}`
const AT = new Date('2026-06-01T10:00:00+08:00')
const BODY = '{"type":"message.sms","data":{"text":"签约"}}'
const headers = signedHeaders([KEY], { id: 'a', at: AT, body: BODY })
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000)

test('is signed as the standard’s own library signs', () => {
  expect(headers).toEqual({
    'webhook-id': 'a',
    'webhook-timestamp': '1780279200',
    'webhook-signature': new Webhook(KEY).sign('a', AT, BODY),
  })
})

test('is known again, also among signatures of several keys, within five minutes either way', () => {
  expect(isSignedBy(KEY, headers, BODY, AT)).toBe(true)
  const several = signedHeaders([OTHER], { id: 'a', at: AT, body: BODY })['webhook-signature']
  const both = { ...headers, 'webhook-signature': `v1a,x ${several} ${headers['webhook-signature']}` }
  expect(isSignedBy(KEY, both, BODY, AT)).toBe(true)
  for (const [seconds, known] of [
    [300, true],
    [301, false],
    [-300, true],
    [-301, false],
  ] as const)
    expect([seconds, isSignedBy(KEY, headers, BODY, later(seconds))]).toEqual([seconds, known])
})

test.each([
  ['another body', {}, `${BODY} `],
  ['another id', { 'webhook-id': 'b' }, BODY],
  ['another time', { 'webhook-timestamp': '1780279201' }, BODY],
  ['no signature', { 'webhook-signature': undefined }, BODY],
  ['an empty one', { 'webhook-signature': 'v1,' }, BODY],
  [
    'one of another version',
    { 'webhook-signature': headers['webhook-signature']!.replace('v1', 'v2') },
    BODY,
  ],
  ['a time that is none', { 'webhook-timestamp': 'NaN' }, BODY],
  ['two ids', { 'webhook-id': ['a', 'a'] }, BODY],
])('%s: refused', (_what, change, body) => {
  expect(isSignedBy(KEY, { ...headers, ...change }, body, AT)).toBe(false)
})

test('and by another key', () => {
  expect(isSignedBy(OTHER, headers, BODY, AT)).toBe(false)
})
