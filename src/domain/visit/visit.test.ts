import { describe, expect, it, test } from 'vitest'
import { spanOf } from '../venue/slot.ts'
import { cameAt, doorOf, refuseUnlessAtDoor, refuseUnlessOpen, ticketIn, ticketText } from './visit.ts'

const AT = new Date('2026-06-01T10:00:00+08:00')
const placed = { places: 2, ...spanOf({ day: '2026-06-08', from: '14:00', until: '16:00' }) }
const held = { isPublic: true, placed, verifyDue: null, signedUp: 0 }

describe('who comes', () => {
  test.each<[Partial<Parameters<typeof refuseUnlessOpen>[0]>, Date, string | null]>([
    [{ signedUp: 1 }, AT, null],
    [{ signedUp: 2 }, AT, 'event-full'],
    [{}, placed.startsAt, 'event-not-open'],
    [{ verifyDue: '2026-06-01' }, AT, null],
    [{ verifyDue: '2026-05-31' }, AT, 'event-paused'],
    [{ isPublic: false }, AT, 'event-not-open'],
    [{ isPublic: false, placed: null }, AT, 'event-not-open'],
  ])('signs up: %j at %s → %s', (change, at, no) => {
    const ask = () => refuseUnlessOpen({ ...held, ...change }, at)
    if (no) expect(ask).toThrow(no)
    else expect(ask).not.toThrow()
  })

  it('is counted from two hours before until the end, and what a device kept is taken for a week', () => {
    const { opens, closes } = doorOf(placed)
    expect([opens, closes]).toEqual([new Date('2026-06-08T12:00:00+08:00'), placed.endsAt])
    expect(() => refuseUnlessAtDoor(held, new Date(opens.getTime() - 1))).toThrow('door-not-open')
    expect(() => refuseUnlessAtDoor(held, new Date('2026-06-15T16:00:00+08:00'))).not.toThrow()
    expect(() => refuseUnlessAtDoor(held, new Date('2026-06-15T16:00:00.001+08:00'))).toThrow('door-closed')
    expect(() => refuseUnlessAtDoor({ ...held, isPublic: false }, opens)).toThrow('event-not-held')
  })

  it('came when the device says, as far as that can be', () => {
    const { opens, closes } = doorOf(placed)
    const told = new Date('2026-06-08T15:00:00+08:00')
    const said = (at: string) => cameAt(new Date(at), placed, told)
    expect(said('2026-06-08T14:10:00+08:00')).toEqual(new Date('2026-06-08T14:10:00+08:00'))
    expect(said('2020-01-01T00:00:00Z')).toEqual(opens)
    expect(said('2026-06-08T15:30:00+08:00')).toEqual(told)
    expect(cameAt(new Date('2030-01-01'), placed, new Date('2026-06-09'))).toEqual(closes)
  })

  it('shows a ticket that nothing else is', () => {
    const ticket = 'abcdefghjkmnpqrstuvw'
    expect(ticketIn(ticketText(ticket))).toBe(ticket)
    expect([ticketIn(ticket), ticketIn('https://a.cn'), ticketIn('QY-T1:abc'), ticketIn('')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
