import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { spanOf } from '../venue/slot.ts'
import { actOnTalk, talkOffers } from './acts.ts'
import type { TalkCase } from './case.ts'
import { TALK_STATUSES, type TalkAction, type TalkStatus, talkLife, talkTurn } from './life.ts'
import { talkTold } from './told.ts'

const AT = new Date('2026-06-01T10:00:00+08:00')
const placed = { venueId: 'a', places: 2, ...spanOf({ day: '2026-06-08', from: '14:00', until: '16:00' }) }
const talk = (change: Partial<TalkCase> = {}): TalkCase => ({
  schoolId: '99901',
  schoolName: '示范大学',
  id: 'a',
  employerId: 'e',
  employerName: '单位',
  verifyDue: null,
  shortId: 'abcdefgh',
  status: 'scheduled',
  version: 1,
  startsAt: placed.startsAt,
  placed,
  content: {
    title: '宣讲会',
    description: '<p>一</p>',
    expected: 10,
    contact: { name: '李', phone: '13900000000', email: '' },
    wishes: [],
  },
  signedUp: 0,
  requestedAt: AT,
  waitingSince: AT,
  changedAt: AT,
  reason: null,
  ground: null,
  ...change,
})

/** All that is allowed; everything else in the walk below must be refused. */
const ALLOWED: Record<string, TalkStatus> = {
  'requested employer change': 'requested',
  'requested employer withdraw': 'withdrawn',
  'requested reviewer schedule': 'scheduled',
  'requested reviewer hand-back': 'handed_back',
  'requested reviewer turn-down': 'turned_down',
  'requested take-down end': 'cancelled',
  'handed_back employer change': 'requested',
  'handed_back employer withdraw': 'withdrawn',
  'handed_back reviewer turn-down': 'turned_down',
  'handed_back take-down end': 'cancelled',
  'scheduled reviewer move': 'scheduled',
  'scheduled reviewer cancel': 'cancelled',
  'scheduled employer withdraw': 'withdrawn',
  'scheduled take-down end': 'cancelled',
}

describe('a talk, every status × role × action', () => {
  for (const status of TALK_STATUSES)
    for (const role of ROLES)
      for (const action of talkLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const decide = () =>
            talkLife.decide(talk({ status }), { action, role, seenVersion: 1, reason: 'r', at: AT })
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

it('is moved and called off until it begins, and never after', () => {
  const acts: TalkAction[] = ['move', 'cancel', 'withdraw', 'end']
  const roles = { move: 'reviewer', cancel: 'reviewer', withdraw: 'employer', end: 'take-down' } as const
  const no = (at: Date) =>
    acts.map((action) => talkLife.whyNot(talk(), action, roles[action as keyof typeof roles], at))
  expect(no(new Date(placed.startsAt.getTime() - 1))).toEqual([null, null, null, null])
  expect(no(placed.startsAt)).toEqual(acts.map(() => 'event-begun'))
})

it('is the school’s turn, or the employer’s, and no college’s', () => {
  expect(TALK_STATUSES.map((status) => talkTurn({ status }))).toEqual([
    'school',
    'employer',
    null,
    null,
    null,
    null,
  ])
  const reviewer = (level: Acting['level']) => ({ role: 'reviewer', level, at: AT }) as const
  expect(talkOffers(talk(), reviewer('college'))).toEqual([])
  expect(talkOffers(talk(), reviewer('school'))).toEqual(['move', 'cancel'])
  expect(() =>
    actOnTalk(talk(), { action: 'cancel', seenVersion: 1, reason: 'r' }, [], reviewer('college')),
  ).toThrow('reviewed-at-another-level')
})

it('tells the other side, and students of what they have signed up for', () => {
  const of = (before: TalkStatus, action: TalkAction, to: TalkStatus) =>
    talkTold(
      {
        before: talk({ status: before }),
        after: talk({ status: to }),
        step: { action, from: before, to, reason: 'r', at: AT },
        data: {},
      },
      [
        { school: talk().schoolId, studentId: 's' },
        { school: '10002', studentId: 'g' },
      ],
    ).map(({ kind, to: whom, about }) => `${kind} ${Object.keys(whom)[0]} ${about.kind}`)
  expect(of('scheduled', 'cancel', 'cancelled')).toEqual([
    'talk.cancelled employerId talk',
    'talk.called-off studentId talk',
    'talk.called-off studentId guest',
  ])
  expect(of('requested', 'withdraw', 'withdrawn')).toEqual(['talk.withdrawn level talk'])
  expect(of('requested', 'change', 'requested')).toEqual([])
  expect(of('handed_back', 'change', 'requested')).toEqual(['talk.changed level talk'])
})
