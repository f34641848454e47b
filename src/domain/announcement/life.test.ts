import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import {
  ANNOUNCEMENT_STATUSES,
  type Announcement,
  type AnnouncementAction,
  type AnnouncementStatus,
  announcementLife,
  isReadable,
  isToCome,
  shownFrom,
} from './life.ts'

const AT = new Date('2026-06-01T12:00:00+08:00')
const of = (status: AnnouncementStatus, from: Date | null = null): Announcement => ({
  status,
  version: 3,
  shownFrom: from,
})

/** The rules once more, as sentences; null where it cannot be done. */
const leadsTo = (status: AnnouncementStatus, action: AnnouncementAction): AnnouncementStatus | null => {
  switch (action) {
    case 'write':
      return null
    case 'edit':
      return status === 'withdrawn' ? null : status
    case 'publish':
      return status === 'published' ? null : 'published'
    case 'withdraw':
      return status === 'published' ? 'withdrawn' : null
  }
}

describe('every status × role × action', () => {
  test.each(ANNOUNCEMENT_STATUSES)('%s', (status) => {
    for (const role of ROLES)
      for (const action of announcementLife.actions) {
        const to = role === 'reviewer' ? leadsTo(status, action) : null
        const decide = () => announcementLife.decide(of(status), { action, role, seenVersion: 3, at: AT }).to
        if (to === null) expect(decide, `${action} by ${role}`).toThrow()
        else expect([action, decide()]).toEqual([action, to])
        expect(announcementLife.actionsFor(of(status), role, AT).some((one) => one === action)).toBe(
          to !== null,
        )
      }
  })

  it('begins as a draft of staff, and of nobody else', () => {
    const born = { version: 1, shownFrom: null }
    for (const role of ROLES) {
      const begin = () => announcementLife.begin(born, { action: 'write', role, at: AT }).to
      if (role === 'reviewer') expect(begin()).toBe('draft')
      else expect(begin).toThrow()
    }
  })

  it('is not acted on as it was read before', () => {
    expect(() =>
      announcementLife.decide(of('draft'), { action: 'edit', role: 'reviewer', seenVersion: 2, at: AT }),
    ).toThrow('content-changed')
  })
})

describe('from when it is shown', () => {
  it('at once, unless a later day is named: that begins at 0:00 in China', () => {
    expect(shownFrom(null, AT)).toEqual(AT)
    expect(shownFrom('2026-06-01', AT)).toEqual(AT)
    expect(shownFrom('2026-05-01', AT)).toEqual(AT)
    expect(shownFrom('2026-06-02', AT).toISOString()).toBe('2026-06-01T16:00:00.000Z')
  })

  it('anybody reads what is published and has begun, to the second', () => {
    const from = new Date('2026-06-02T00:00:00+08:00')
    const before = new Date(from.getTime() - 1)
    for (const status of ANNOUNCEMENT_STATUSES) {
      expect(isReadable(of(status, from), from)).toBe(status === 'published')
      expect(isReadable(of(status, from), before)).toBe(false)
      expect(isToCome(of(status, from), before)).toBe(status === 'published')
    }
    expect(isReadable(of('draft'), from)).toBe(false)
  })
})
