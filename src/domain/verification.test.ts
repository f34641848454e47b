import { expect, test } from 'vitest'
import { checkNewPassword, mismatchesIn, refuseUnlessOnRoster } from './verification.ts'

const ROSTER = {
  name: '黄河水',
  studentNumber: '2023010001',
  document: { type: 'resident_id', number: '42011120050703031X' },
  'exam-number': '24420111150001',
  'phone-tail': null,
} as const
const GIVEN = { name: '黄河水', idNumberTail: '03031x', secondFact: '' }

test.each<[Partial<typeof GIVEN>, Parameters<typeof mismatchesIn>[2], string[]]>([
  [{}, null, []],
  [{ idNumberTail: '０３０３１Ｘ' }, null, []],
  [{ name: '黄河' }, null, ['name']],
  [{ idNumberTail: '030310' }, null, ['idNumberTail']],
  [{}, 'exam-number', ['secondFact']],
  [{ name: '黄河', idNumberTail: '030310' }, 'exam-number', ['name', 'idNumberTail', 'secondFact']],
  [{ secondFact: '2442 0111 1500 01' }, 'exam-number', []],
  [{ secondFact: '24420111150002' }, 'exam-number', ['secondFact']],
])('%j with %s asked: the mismatches are in %j', (change, secondFact, fields) => {
  expect(mismatchesIn(ROSTER, { ...GIVEN, ...change }, secondFact)).toEqual(fields)
})

test.each([
  ['hk_macao_permit', 'H12345678', '345678'],
  ['passport', 'E9876543A', '76543a'],
  ['taiwan_permit', '1234567801', '345678'],
] as const)('of a %s, %s, the last six are taken', (type, number, idNumberTail) => {
  expect(mismatchesIn({ ...ROSTER, document: { type, number } }, { ...GIVEN, idNumberTail }, null)).toEqual(
    [],
  )
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
