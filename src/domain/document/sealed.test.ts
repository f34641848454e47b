import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { refuseUnlessSealed, SEAL_STATES } from './sealed.ts'

test('what is sealed is refused until it is there', () => {
  for (const seal of [null, ...SEAL_STATES.filter((state) => state !== 'sealed')])
    expect(() => refuseUnlessSealed(seal)).toThrow(Refusal)
  expect(() => refuseUnlessSealed('sealed')).not.toThrow()
})
