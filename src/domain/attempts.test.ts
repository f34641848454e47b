import { expect, test } from 'vitest'
import {
  type Tally,
  type Verdict,
  weighFirstLogin,
  weighNewcomer,
  weighOwn,
  weighRates,
  weighStranger,
} from './attempts.ts'

const START = new Date('2026-06-01T10:00:00+08:00')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const after = (by: number) => new Date(START.getTime() + by)
/** Minutes from the start; null when heard. */
const waits = (waitUntil: Date | null) => waitUntil && (waitUntil.getTime() - START.getTime()) / MINUTE

type Kept = Record<string, Tally | null>
/** Wrong tries at one account, each network with its own tally, as the database would keep them. */
function account() {
  const kept: Kept = {}
  const of = (key: string) => kept[key] ?? null
  return {
    kept,
    /** One wrong try from a network; where it had to wait until. */
    guess(network: string, at: Date): Date | null {
      const keys = {
        here: `here ${network}`,
        account: 'account',
        network: `network ${network}`,
        range: `range ${network}`,
      }
      const { waitUntil, after: next } = weighStranger(
        { here: of(keys.here), account: of(keys.account), network: of(keys.network), range: of(keys.range) },
        at,
      )
      for (const [kind, tally] of Object.entries(next)) kept[keys[kind as keyof typeof keys]] = tally
      return waitUntil
    },
  }
}

test.each([
  [1, null],
  [5, null],
  [6, 1],
  [7, 1],
])('one’s own try number %i at the same instant is heard or waits %s min', (number, minutes) => {
  let own: Tally | null = null
  let waitUntil: Date | null = null
  for (let count = 0; count < number; count++) {
    const verdict = weighOwn({ own }, START)
    own = verdict.after.own ?? own
    waitUntil = verdict.waitUntil
  }
  expect(waits(waitUntil)).toBe(minutes)
})

test('the wait grows to half an hour, and a day later all is forgotten', () => {
  let own: Tally | null = null
  let at = START
  const waited: number[] = []
  for (let count = 0; count < 13; count++) {
    own = weighOwn({ own }, at).after.own!
    const next = new Date(Math.max(at.getTime(), own.until!.getTime()))
    waited.push((next.getTime() - at.getTime()) / MINUTE)
    at = next
  }
  expect(waited).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30])
  expect(weighOwn({ own }, after(DAY + MINUTE)).after.own).toMatchObject({ count: 1 })
})

test('whoever guesses from one network all day waits by themselves: another network is heard at any time', () => {
  const { guess } = account()
  let guesses = 0
  for (let minute = 0; minute < 24 * 60; minute++) {
    if (!guess('attacker', after(minute * MINUTE))) guesses++
    if (minute % 60 === 59) expect(guess(`owner ${minute}`, after(minute * MINUTE))).toBeNull()
  }
  expect(guesses).toBeLessThan(60)
})

test('many networks together guess no more in a day than any addresses could before', () => {
  const { guess } = account()
  let guesses = 0
  for (let minute = 0; minute < 24 * 60; minute++)
    for (let network = 0; network < 40; network++)
      if (!guess(`${minute % 7}-${network}`, after(minute * MINUTE))) guesses++
  expect(guesses).toBeGreaterThan(60)
  expect(guesses).toBeLessThanOrEqual(480)
})

test('beside many networks that have been wrong here, one that has not keeps a turn by coming once, and is heard then', () => {
  const { guess } = account()
  const attack = (at: Date) => {
    for (let network = 0; network < 20; network++) guess(`attacker ${network}`, at)
  }
  for (let round = 0; round < 4; round++) attack(START)
  const turn = guess('owner', after(MINUTE))
  expect(waits(turn)).toBe(4)
  expect(guess('owner', new Date(turn!.getTime() - 1))).toEqual(turn)
  attack(turn!)
  expect(guess('owner', turn!)).toBeNull()
})

test('turns are given to so many that nobody waits longer than twenty minutes for theirs; the others keep none', () => {
  const { guess, kept } = account()
  for (let count = 0; count < 61; count++) guess(`wrong ${count}`, START)
  const turns = Array.from({ length: 10 }, (_, fresh) => waits(guess(`fresh ${fresh}`, START)))
  expect(turns).toEqual([4, 8, 12, 16, 20, 24, 24, 24, 24, 24])
  const kept20 = Object.values(kept).filter((tally) => tally?.turn)
  expect(kept20).toHaveLength(5)
})

test('a network that tries many accounts is stopped at three hundred wrong ones in a quarter of an hour', () => {
  let network: Tally | null = null
  let heard = 0
  for (let count = 0; count < 400; count++) {
    const verdict: Verdict<'network'> = weighRates({ network }, START)
    network = verdict.after.network ?? network
    if (!verdict.waitUntil) heard++
    else expect(waits(verdict.waitUntil)).toBe(15)
  }
  expect(heard).toBe(300)
  expect(weighRates({ network }, after(15 * MINUTE)).waitUntil).toBeNull()
})

test.each([
  [1, 10, true, false],
  [9, 10, true, false],
  [10, 10, true, true],
  [11, 10, false, true],
  [3, 3, true, true],
])('try %i of %i at a first log-in: heard %s, the last %s', (number, most, heard, isLast) => {
  let first: Tally | null = null
  // Two days apart: the tries are remembered for days.
  for (let count = 1; count < number; count++)
    first = weighFirstLogin({ first }, most, after(count * 2 * DAY)).after.first!
  expect(weighFirstLogin({ first }, most, after(number * 2 * DAY))).toMatchObject({ heard, isLast })
})

test('who has to wait at the students’ door is not counted as a try at the first log-in', () => {
  const nothing = { here: null, account: null, network: null, range: null, newcomers: null, first: null }
  const here = { count: 7, since: START, until: after(MINUTE), turn: false }
  const verdict = weighNewcomer({ ...nothing, here }, 10, START)
  expect(verdict).toMatchObject({ waitUntil: here.until, heard: false, isLast: false, after: {} })
  expect(Object.keys(weighNewcomer(nothing, 10, START).after).sort()).toEqual(Object.keys(nothing).sort())
})
