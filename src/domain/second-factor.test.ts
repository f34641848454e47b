import { describe, expect, test } from 'vitest'
import { PORTALS } from './portal.ts'
import {
  isStepFresh,
  mayHaveSecondFactor,
  refuseToSwitchOff,
  refuseUnlessMaySetUp,
  secondFactorLacking,
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

describe('setting up', () => {
  test.each(PORTALS)('%s: only staff and operators', (portal) => {
    const may = portal === 'school' || portal === 'platform'
    expect(mayHaveSecondFactor(portal)).toBe(may)
    expect(refusalOf(() => refuseUnlessMaySetUp(portal, false))).toBe(may ? null : 'not-allowed')
  })

  test('whoever knows the password alone replaces nothing', () => {
    expect(refusalOf(() => refuseUnlessMaySetUp('school', true))).toBe('second-factor-needed')
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
