import { expect, test } from 'vitest'
import { checkNewPassword, mismatchIn, refuseUnlessOnRoster } from './verification.ts'

const ROSTER = {
  name: '黄河水',
  studentNumber: '2023010001',
  document: { type: 'resident_id', number: '42011120050703031X' },
  'exam-number': '24420111150001',
  'phone-tail': null,
} as const
const GIVEN = { name: '黄河水', idNumberTail: '03031x', secondFact: '' }

test.each<[Partial<typeof GIVEN>, Parameters<typeof mismatchIn>[2], string | null]>([
  [{}, null, null],
  [{ idNumberTail: '０３０３１Ｘ' }, null, null],
  [{ name: '黄河' }, null, 'name'],
  [{ idNumberTail: '030310' }, null, 'idNumberTail'],
  [{}, 'exam-number', 'secondFact'],
  [{ secondFact: '2442 0111 1500 01' }, 'exam-number', null],
  [{ secondFact: '24420111150002' }, 'exam-number', 'secondFact'],
])('%j with %s asked: the mismatch is in %s', (change, secondFact, field) => {
  expect(mismatchIn(ROSTER, { ...GIVEN, ...change }, secondFact)).toBe(field)
})

test.each([
  ['hk_macao_permit', 'H12345678', '345678'],
  ['passport', 'E9876543A', '76543a'],
  ['taiwan_permit', '1234567801', '345678'],
] as const)('of a %s, %s, the last six are taken', (type, number, idNumberTail) => {
  expect(mismatchIn({ ...ROSTER, document: { type, number } }, { ...GIVEN, idNumberTail }, null)).toBeNull()
})

test('what the roster lacks is the school’s to add, and no try of the student’s', () => {
  expect(() => refuseUnlessOnRoster(ROSTER, 'phone-tail')).toThrow('second-fact-missing')
  expect(() => refuseUnlessOnRoster(ROSTER, 'exam-number')).not.toThrow()
})

test.each(['2023010001', '13970000000', 'Huang-03031X'])(
  'a password that says who one is, %s, is refused',
  (password) => {
    expect(() => checkNewPassword(password, { ...ROSTER, phone: '13970000000' })).toThrow(
      expect.objectContaining({
        code: 'weak-password',
        details: { field: 'password', problem: 'contains-personal' },
      }),
    )
  },
)
