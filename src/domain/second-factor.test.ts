import { describe, expect, test } from 'vitest'
import { PORTALS } from './portal.ts'
import {
  decidesAboutOthers,
  isCopied,
  isStepFresh,
  refuseAuthenticator,
  refuseTooManyPasskeys,
  refuseToRemovePasskey,
  refuseToSwitchOff,
  refuseToSwitchOn,
  type SecondFactor,
  secondFactorLacking,
  turnsOff,
  turnsOn,
} from './second-factor.ts'

const ON = new Date('2026-06-01T10:00:00+08:00')
const refusalOf = (act: () => void) => {
  try {
    act()
    return null
  } catch (refusal) {
    return (refusal as { code: string }).code
  }
}

test.each([
  [null, false, false, null],
  [null, false, true, null],
  [null, true, false, 'set-up'],
  [null, true, true, 'set-up'],
  [ON, false, false, 'code'],
  [ON, true, false, 'code'],
  [ON, false, true, null],
  [ON, true, true, null],
] as const)('on since %s, required %s, shown %s: lacks %s', (confirmedAt, required, passed, lacks) => {
  expect(secondFactorLacking({ confirmedAt, required }, passed)).toBe(lacks)
})

describe('an authenticator', () => {
  test.each(PORTALS)('%s: only staff and operators', (portal) => {
    const may = portal === 'school' || portal === 'platform'
    expect(decidesAboutOthers(portal)).toBe(may)
    expect(refusalOf(() => refuseAuthenticator(portal, false))).toBe(may ? null : 'not-allowed')
  })

  test('whoever knows the password alone replaces nothing', () => {
    expect(refusalOf(() => refuseAuthenticator('school', true))).toBe('second-factor-needed')
  })
})

test('it is switched off where it is on, and the school does not want it', () => {
  const off = (confirmedAt: Date | null, required: boolean) =>
    refusalOf(() => refuseToSwitchOff({ confirmedAt, required }))
  expect([off(ON, false), off(ON, true), off(null, false), off(null, true)]).toEqual([
    null,
    'second-factor-required',
    'already-moved-on',
    'already-moved-on',
  ])
})

test('a step is taken once, and none before it', () => {
  expect([4, 5, 6].map((step) => isStepFresh(step, 5))).toEqual([false, false, true])
})

const standing = (of: Partial<SecondFactor>): SecondFactor => ({
  ...{ confirmedAt: ON, required: false, hasAuthenticator: false, passkeys: 0 },
  ...of,
})

test.each(PORTALS)('%s: a first passkey is asked for at once of who decides about others', (portal) => {
  expect(turnsOn({ confirmedAt: null }, portal)).toBe(portal === 'school' || portal === 'platform')
  expect(turnsOn({ confirmedAt: ON }, portal)).toBe(false)
})

test('others switch it on themselves, once there is a passkey to ask for', () => {
  const on = (of: Partial<SecondFactor>) => refusalOf(() => refuseToSwitchOn(standing(of)))
  expect(on({ confirmedAt: null, passkeys: 1 })).toBeNull()
  expect(on({ confirmedAt: null, passkeys: 0 })).toBe('already-moved-on')
  expect(on({ confirmedAt: ON, passkeys: 1 })).toBe('already-moved-on')
})

test.each([
  // since, required, authenticator, passkeys: whether it goes off with one, and whether one may go
  [ON, false, false, 1, true, null],
  [ON, true, false, 1, true, 'second-factor-required'],
  [ON, true, true, 1, false, null],
  [ON, true, false, 2, false, null],
  [null, false, false, 1, false, null],
] as const)(
  'on since %s, required %s, authenticator %s, %i passkeys',
  (confirmedAt, required, hasAuthenticator, passkeys, off, told) => {
    const of = { confirmedAt, required, hasAuthenticator, passkeys }
    expect([turnsOff(of), refusalOf(() => refuseToRemovePasskey(of))]).toEqual([off, told])
  },
)

test('ten passkeys are enough for anybody', () => {
  expect([9, 10].map((passkeys) => refusalOf(() => refuseTooManyPasskeys({ passkeys })))).toEqual([
    null,
    'passkeys-too-many',
  ])
})

test.each([
  [0, 0, false],
  [0, 1, false],
  [5, 6, false],
  [5, 5, true],
  [5, 4, true],
  [5, 0, true],
])('kept %i, shown %i: copied %s', (kept, shown, copied) => {
  expect(isCopied(kept, shown)).toBe(copied)
})
