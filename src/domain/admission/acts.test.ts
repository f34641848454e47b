import { describe, expect, it, test } from 'vitest'
import { AT, admission, BEFORE, by, employerFacts } from '../testing/cases.ts'
import {
  type ApplyingFacts,
  actOnAdmission,
  admissionOffers,
  applyToSchool,
  certifiedBy,
  changeFacts,
} from './acts.ts'
import type { AdmissionStatus } from './life.ts'

const facts = (change: Partial<ApplyingFacts> = {}): ApplyingFacts => ({
  school: { id: '10488', name: '示范学院', admitsKnown: true },
  employer: { id: 'e1', name: '星光集团' },
  isCertified: true,
  elsewhere: [{ school: '10490', status: 'approved' }],
  bars: [],
  ...change,
})

describe('applying', () => {
  const apply = (given: ApplyingFacts, evidence = ['f1']) => applyToSchool(given, { evidence }, by.employer)

  it('takes no application without a file', () => {
    expect(() => apply(facts(), [])).toThrow('evidence-needed')
  })

  it('is admitted at once where the school takes what another has admitted, and the journal says which', () => {
    const { change, told } = apply(facts())
    expect(change).toMatchObject({
      after: { status: 'approved', admittedAt: AT },
      data: { admittedBy: '10490' },
    })
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([['admission.approved', { employerId: 'e1' }]])
  })

  test.each<[string, Partial<ApplyingFacts>]>([
    ['the school does not', { school: { id: '10488', name: '示范学院', admitsKnown: false } }],
    ['no other school has admitted it', { elsewhere: [{ school: '10490', status: 'pending' }] }],
    [
      'another school has suspended it',
      {
        elsewhere: [
          { school: '10490', status: 'approved' },
          { school: '10491', status: 'suspended' },
        ],
      },
    ],
    ['what it says of itself is certified by nobody', { isCertified: false }],
  ])('is decided by the school where %s', (_why, change) => {
    const { change: applied, told } = apply(facts(change))
    expect(applied.after).toMatchObject({ status: 'pending', admittedAt: null })
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([['admission.to-review', { level: 'school' }]])
  })
})

it('is decided by the school’s own reviewers: a college is offered nothing and refused', () => {
  expect(admissionOffers(admission(), by.college)).toEqual([])
  expect(admissionOffers(admission(), by.school)).toEqual(['ask', 'approve', 'return', 'reject', 'bar'])
  const approve = () =>
    actOnAdmission({ before: admission(), bars: [] }, { action: 'approve', seenVersion: 1 }, by.college)
  expect(approve).toThrow('reviewed-at-another-level')
})

it('keeps the school’s question while it stands, and waits since it was asked', () => {
  const asked = actOnAdmission(
    { before: admission(), bars: [] },
    { action: 'ask', seenVersion: 1, reason: '授权书呢？' },
    by.school,
  )
  expect(asked.change.after).toMatchObject({
    status: 'questioned',
    reason: '授权书呢？',
    waitingSince: AT,
    version: 2,
  })
  const command = { action: 'answer', seenVersion: 2, reason: '已补', evidence: ['f2'] } as const
  const answered = actOnAdmission({ before: asked.change.after, bars: [] }, command, by.employer)
  expect(answered.change.after).toMatchObject({ status: 'pending', reason: null })
  expect(answered.files).toEqual(['f2'])
})

it('refuses a decision on what the reviewer has not read: the employer changed its data meanwhile', () => {
  const record = { inEffect: employerFacts(), declared: null }
  const { changes } = changeFacts(
    { record, admissions: [admission()] },
    employerFacts({ scope: '人力资源' }),
    by.employer,
  )
  const approve = () =>
    actOnAdmission({ before: changes[0]!.after, bars: [] }, { action: 'approve', seenVersion: 1 }, by.school)
  expect(approve).toThrow('content-changed')
})

describe('what the employer says of itself', () => {
  const record = { inEffect: employerFacts(), declared: null }
  const admitted = (change = {}) => admission({ status: 'approved', admittedAt: BEFORE, ...change })
  const changed = (given: Parameters<typeof employerFacts>[0], admissions = [admitted()]) =>
    changeFacts({ record, admissions }, employerFacts(given), by.employer)

  it('holds at once where no school certifies it, and touches no admission', () => {
    const { record: after, changes, told } = changed({ address: '别处', contactPhone: '13800000000' })
    expect(after).toEqual({
      inEffect: employerFacts({ address: '别处', contactPhone: '13800000000' }),
      declared: null,
    })
    expect([changes, told]).toEqual([[], []])
  })

  test.each([
    { name: '新名' },
    { legalPerson: '李四' },
    { scope: '人力资源服务' },
    { kind: 'agency', licenceNumber: 'HR-1' } as const,
  ])('%j goes through admission again at every school that admitted (R21)', (given) => {
    const {
      record: after,
      changes,
      told,
    } = changed({ ...given, address: '别处' }, [
      admitted(),
      admitted({ schoolId: '10490', status: 'suspended', admittedAt: null, reason: '欠薪' }),
      admitted({ schoolId: '10491', status: 'rejected', admittedAt: null, reason: '资料不实' }),
    ])
    expect(after.inEffect).toEqual(employerFacts({ address: '别处' }))
    expect(after.declared).toEqual(employerFacts({ ...given, address: '别处' }))
    const states = changes.map(({ after: one }) => [
      one.schoolId,
      one.status,
      one.admittedAt,
      one.reason,
      one.version,
    ])
    expect(states).toEqual([
      ['10488', 'pending', BEFORE, null, 2],
      ['10490', 'suspended', null, '欠薪', 2],
    ])
    expect(told.map(({ kind, school }) => [kind, school])).toEqual([['admission.changed', '10488']])
  })

  it('holds at once as long as no school has certified anything', () => {
    const { record: after } = changed({ name: '新名' }, [admission()])
    expect(after).toEqual({ inEffect: employerFacts({ name: '新名' }), declared: null })
  })

  it('taken back before a school has looked leaves what holds', () => {
    const waiting = { inEffect: employerFacts(), declared: employerFacts({ name: '新名' }) }
    const admissions = [admission({ admittedAt: BEFORE })]
    expect(changeFacts({ record: waiting, admissions }, employerFacts(), by.employer).record).toEqual(record)
  })

  it('refuses a change that is none', () => {
    expect(() => changed({})).toThrow('nothing-changed')
  })

  test.each<[AdmissionStatus, string]>([
    ['approved', '新名'],
    ['returned', '星光集团'],
  ])('is certified by admitting: %s → %s', (status, name) => {
    const waiting = { inEffect: employerFacts(), declared: employerFacts({ name: '新名' }) }
    expect(certifiedBy(waiting, { status }).inEffect.name).toBe(name)
  })
})
