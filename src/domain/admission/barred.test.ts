import { expect, test } from 'vitest'
import { admission, by, employerFacts } from '../testing/cases.ts'
import { actOnAdmission } from './acts.ts'
import { identityOf, isKeptOutBy, type KnownBy, refuseIfBarred, sameIn } from './barred.ts'

const identity = identityOf('91420100MA4DEM00X0', employerFacts())

test.each<[Partial<typeof identity>, KnownBy[], boolean]>([
  [{}, ['creditCode', 'legalPerson', 'contactPhone'], true],
  [{ legalPerson: '别人', contactPhone: '13800000000' }, ['creditCode'], true],
  [{ creditCode: 'X' }, ['legalPerson', 'contactPhone'], true],
  [{ creditCode: 'X', contactPhone: '13800000000' }, ['legalPerson'], false],
  [{ creditCode: 'X', legalPerson: '别人' }, ['contactPhone'], false],
])('an employer with %j is the same in %j, and kept out: %s', (change, same, isKept) => {
  expect(sameIn(identity, { ...identity, ...change })).toEqual(same)
  expect(isKeptOutBy(same)).toBe(isKept)
})

test('what nobody has said is like nothing', () => {
  const empty = { creditCode: 'X', legalPerson: '', contactPhone: '' }
  expect(sameIn(empty, { ...empty, creditCode: 'Y' })).toEqual([])
})

test('a school that has barred keeps out; at another it is a fact', () => {
  const bars = [{ school: '10490', until: '2027-01-01', same: ['creditCode'] as const }]
  expect(() => refuseIfBarred('10488', bars)).not.toThrow()
  expect(() => refuseIfBarred('10490', bars)).toThrow('employer-barred')
})

test.each(['approve', 'return'] as const)(
  '%s of what this school has barred under another name',
  (action) => {
    const bars = [{ school: '10488', until: '2027-01-01', same: ['legalPerson', 'contactPhone'] as const }]
    const act = () =>
      actOnAdmission({ before: admission(), bars }, { action, seenVersion: 1, reason: '原因' }, by.school)
    if (action === 'approve') expect(act).toThrow('employer-barred')
    else expect(act).not.toThrow()
  },
)

test('barring says until when, ends admission, and stands through a change of data', () => {
  const command = {
    action: 'bar',
    seenVersion: 1,
    reason: '欺诈',
    until: '2027-01-01',
    evidence: ['f1'],
  } as const
  const { change } = actOnAdmission({ before: admission(), bars: [] }, command, by.school)
  expect(change.after).toMatchObject({
    status: 'barred',
    reason: '欺诈',
    admittedAt: null,
    barring: { until: '2027-01-01', appeal: null, answer: null },
  })
  const bare = () =>
    actOnAdmission({ before: admission(), bars: [] }, { ...command, evidence: [] }, by.school)
  expect(bare).toThrow('evidence-needed')
})
