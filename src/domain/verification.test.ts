import { expect, test } from 'vitest'
import type { Refusal } from './refusal.ts'
import { checkVerification } from './verification.ts'

const ROSTER = {
  name: '黄河水',
  studentNumber: '2023010001',
  document: { type: 'resident_id', number: '42011120050703031X' },
} as const
const GIVEN = { name: '黄河水', idNumberTail: '03031x', phone: '13970000000', password: 'Qiao-Liang-2026' }

test('what the roster says passes, whatever the case of the check letter', () => {
  expect(() => checkVerification(ROSTER, GIVEN)).not.toThrow()
})

test.each([
  [{ name: '黄河' }, 'verification-mismatch', 'name'],
  [{ idNumberTail: '030310' }, 'verification-mismatch', 'idNumberTail'],
  [{ password: '2023010001' }, 'weak-password', 'password'],
  [{ password: '13970000000' }, 'weak-password', 'password'],
])('%j is refused', (change, code, field) => {
  let refusal: unknown
  try {
    checkVerification(ROSTER, { ...GIVEN, ...change })
  } catch (error) {
    refusal = error
  }
  expect([(refusal as Refusal).code, (refusal as Refusal).details.field]).toEqual([code, field])
})
