import { describe, expect, test } from 'vitest'
import { PORTALS } from './portal.ts'
import {
  isStepFresh,
  LACKING,
  lackingOf,
  mayHaveSecondFactor,
  refuseToSwitchOff,
  refuseUnlessMaySetUp,
  refuseWhileLacking,
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
  expect(lackingOf({ confirmedAt, required }, passed)).toBe(lacks)
})

test('a session that lacks something gets nowhere, and is told what', () => {
  expect(LACKING.map((lacking) => refusalOf(() => refuseWhileLacking(lacking)))).toEqual([
    'second-factor-needed',
    'second-factor-to-set-up',
  ])
  expect(refusalOf(() => refuseWhileLacking(null))).toBeNull()
})

describe('setting up', () => {
  test.each(PORTALS)('%s: only staff and operators', (portal) => {
    const may = portal === 'school' || portal === 'platform'
    expect(mayHaveSecondFactor(portal)).toBe(may)
    for (const lacking of [null, 'set-up'] as const)
      expect(refusalOf(() => refuseUnlessMaySetUp(portal, lacking))).toBe(may ? null : 'not-allowed')
  })

  test('whoever knows the password alone replaces nothing', () => {
    expect(refusalOf(() => refuseUnlessMaySetUp('school', 'code'))).toBe('second-factor-needed')
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
