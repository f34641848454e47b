import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guestStanding, movedUp, refuseUnlessOpenToGuests, refuseUnlessPlacesLeft } from './guest.ts'

const count = fc.integer({ min: 0, max: 50 })
/** Those of so many who have a place, by their turn. */
const admitted = (signedUp: number, places: number) =>
  Array.from({ length: signedUp }, (_, n) => n).filter((n) => guestStanding(n + 1, places) === 'admitted')

it('never gives more places than there are, and gives them in the order of signing up', () => {
  fc.assert(
    fc.property(count, count, (signedUp, places) => {
      const given = admitted(signedUp, places)
      expect(given).toEqual(Array.from({ length: Math.min(signedUp, places) }, (_, n) => n))
    }),
    { seed: 81 },
  )
})

it('tells exactly those whom more places admit', () => {
  fc.assert(
    fc.property(count, count, count, (signedUp, before, after) => {
      const { from, until } = movedUp(signedUp, before, after)
      const had = admitted(signedUp, before)
      const gained = admitted(signedUp, after).filter((n) => !had.includes(n))
      expect(Array.from({ length: until - from }, (_, n) => from + n)).toEqual(gained)
    }),
    { seed: 81 },
  )
})

it('takes back no place that is given, and is open to guests only where there is one', () => {
  expect(() => refuseUnlessPlacesLeft(2, 5, 3)).toThrow('event-places-taken')
  expect(() => refuseUnlessPlacesLeft(3, 5, 4)).toThrow('event-places-taken')
  expect(() => refuseUnlessPlacesLeft(2, 2, 8)).not.toThrow()
  const at = new Date('2026-06-01T10:00:00+08:00')
  const startsAt = new Date('2026-06-08T14:00:00+08:00')
  const held = { isPublic: true, placed: { startsAt, endsAt: startsAt, places: 10 }, verifyDue: null }
  expect(() => refuseUnlessOpenToGuests(held, 0, at)).toThrow('event-for-its-school')
  expect(() => refuseUnlessOpenToGuests(held, 1, startsAt)).toThrow('event-not-open')
  expect(() => refuseUnlessOpenToGuests({ ...held, isPublic: false }, 1, at)).toThrow('event-not-open')
  const overdue = { ...held, verifyDue: '2026-05-31' }
  expect(() => refuseUnlessOpenToGuests(overdue, 1, at)).toThrow('event-paused')
  expect(() => refuseUnlessOpenToGuests(held, 1, at)).not.toThrow()
})
