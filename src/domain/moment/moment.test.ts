import { describe, expect, it, test } from 'vitest'
import { changeOf } from '../figures/compared.ts'
import {
  isKept,
  isToKeep,
  MOMENT_STATUSES,
  type MomentStatus,
  momentLife,
  refuseUnlessToCome,
} from './life.ts'

const at = new Date('2026-07-04T09:00:00Z')
const before = new Date('2026-07-04T08:59:59.999Z')
const moment = (status: MomentStatus) => ({ status, version: 1, at })

describe('a moment', () => {
  test.each<[MomentStatus, Date, string[]]>([
    ['planned', before, ['rename', 'cancel']],
    ['planned', at, []],
    ['kept', before, []],
    ['cancelled', before, []],
  ])('%s, at %s the school may %j', (status, now, expected) => {
    expect(momentLife.actionsFor(moment(status), 'reviewer', now)).toEqual(expected)
  })
  it('says why not once its time has come', () => {
    expect(momentLife.whyNot(moment('planned'), 'cancel', 'reviewer', at)).toBe('moment-due')
    expect(momentLife.whyNot(moment('kept'), 'cancel', 'reviewer', before)).toBe('already-moved-on')
  })
  it('is planned for later, to the millisecond', () => {
    expect(() => refuseUnlessToCome(at, 'when.time', before)).not.toThrow()
    expect(() => refuseUnlessToCome(at, 'when.time', at)).toThrow('moment-past')
  })
  it('waits for the clock, or is kept, or neither', () => {
    expect(MOMENT_STATUSES.map((status) => [isToKeep(status), isKept(status)])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })
})

test.each([
  [[50, 100], [60, 100], { heads: 10, points: 1000 }],
  [[1, 3], [2, 3], { heads: 1, points: 3334 }],
  [[5, 10], [5, 20], { heads: 0, points: -2500 }],
  [[0, 0], [1, 1], { heads: 1, points: null }],
])('from %j to %j the change is %j', ([n, of], [m, all], expected) => {
  const figure = (numerator = 0, denominator = 0) => ({ numerator, denominator })
  expect(changeOf(figure(n, of), figure(m, all))).toEqual(expected)
})
