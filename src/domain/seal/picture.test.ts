import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { refuseUnlessSeal, type SealMeasures } from './picture.ts'

const GOOD: SealMeasures = { format: 'png', clear: 0.6, covered: 0.2, width: 300, height: 300 }
const why = (change: Partial<SealMeasures>) => {
  try {
    refuseUnlessSeal({ ...GOOD, ...change })
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

test.each<[what: Partial<SealMeasures>, code: string | null]>([
  [{}, null],
  [{ width: 150, height: 150 }, null],
  [{ width: 149 }, 'seal-too-small'],
  [{ width: 480 }, null],
  [{ width: 481 }, 'seal-too-long'],
  [{ height: 481 }, 'seal-too-long'],
  [{ clear: 0.1 }, null],
  [{ clear: 0.09 }, 'seal-not-clear'],
  [{ covered: 0.004 }, 'seal-empty'],
  [{ format: 'jpeg' }, 'seal-not-png'],
])('a picture of %j: %s', (change, code) => {
  expect(why(change)).toBe(code)
})
