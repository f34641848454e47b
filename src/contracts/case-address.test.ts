import { expect, test } from 'vitest'
import type { Me } from './accounts.ts'
import { leadsTo } from './case-address.ts'
import type { Notification } from './notifications.ts'

const ID = '0197a1b2-0000-7000-8000-000000000001'

test.each<[Me['portal'], Notification['subject']['kind'], string | null]>([
  ['student', 'invitation', `/student/invitations/10488/${ID}`],
  ['student', 'destination', `/student/destinations/10488/${ID}`],
  ['employer', 'agreement', `/employer/agreements/10488/${ID}`],
  ['employer', 'destination', null],
  ['school', 'dissolution', `/school/dissolutions/10488/${ID}`],
  ['school', 'invitation', null],
])('in the %s’s portal a notification about an %s leads to %s', (portal, kind, address) => {
  expect(leadsTo(portal, { school: '10488', subject: { kind, id: ID } })).toBe(address)
})

test('what belongs to no school leads nowhere', () => {
  expect(leadsTo('student', { school: null, subject: { kind: 'invitation', id: ID } })).toBeNull()
})
