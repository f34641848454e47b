import { expect, test } from 'vitest'
import { reasonsAgainstAccepting } from './invitation/eligibility.ts'
import { changesBetween, refuseUnlessWithinTerm, type Terms, warningsOf } from './terms.ts'

const pay = (probationDays: number, probationPay: number, regularPay: number) => ({
  probationDays,
  probationPay,
  regularPay,
})

test.each([
  [pay(30, 320_000, 400_000), []],
  [pay(30, 319_999, 400_000), ['probation-pay-low']],
  [pay(0, 0, 400_000), []],
  [pay(184, 400_000, 400_000), ['probation-long']],
  [pay(200, 1, 400_000), ['probation-pay-low', 'probation-long']],
])('%j warns of %j (§5.13)', (terms, expected) => {
  expect(warningsOf(terms)).toEqual(expected)
})

test('a revision is told field by field, lists and inner parts too', () => {
  const before = {
    position: 'a',
    regularPay: 400_000,
    remarks: [],
    file: { address: 'x' },
    contractMonths: null,
  } as unknown as Terms
  const after = {
    ...before,
    regularPay: 380_000,
    remarks: ['一', '二'],
    file: { address: 'y' },
  } as unknown as Terms
  expect(changesBetween(before, after)).toEqual([
    { field: 'regularPay', before: '400000', after: '380000' },
    { field: 'remarks', before: '', after: '一\n二' },
    { field: 'file.address', before: 'x', after: 'y' },
  ])
  expect(changesBetween(before, before)).toEqual([])
})

test.each([
  [30, null, false],
  [366, 12, false],
  [186, 6, false],
  [187, 6, true],
  [31, 1, false],
  [32, 1, true],
  [0, 1, false],
] as const)(
  'a probation of %i days in a contract of %s months is refused: %s',
  (probationDays, contractMonths, isRefused) => {
    const check = () => refuseUnlessWithinTerm({ probationDays, contractMonths })
    if (isRefused) expect(check).toThrow('probation-beyond-term')
    else expect(check).not.toThrow()
  },
)

test('all reasons that stand in the way are given, each with who can remove it (R27)', () => {
  const reasons = reasonsAgainstAccepting(
    {
      invitation: { status: 'pending', version: 1, respondBy: '2026-06-30' },
      verified: false,
      correction: { waitingFor: 'school' },
      placement: { holder: '甲', number: '1' },
      admitted: false,
      designatedEmployer: '乙',
      designatedCreditCode: null,
      enrolment: 'enrolled',
      employer: { name: '丙', creditCode: null },
    },
    new Date('2026-07-01T00:00:00+08:00'),
  )
  expect(reasons.map(({ code, remover }) => [code, remover])).toEqual([
    ['invitation-expired', 'employer'],
    ['student-not-verified', 'student'],
    ['correction-open', 'school'],
    ['employer-not-admitted', 'school'],
    ['student-already-placed', 'student'],
    ['designated-employer-only', 'nobody'],
  ])
})
