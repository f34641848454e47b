import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { admissionActs } from '../../src/contracts/admissions.ts'
import { agreementActs as acts, getAgreement } from '../../src/contracts/agreements.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'
import { ROUNDS, race } from './race.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ sealAfterReview: true, sealReminderDays: 1, sealReminders: 1 })
  reviewer = await s.staff(school, 'school_reviewer')
})
afterEach(async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  await expectKept(s)
})
afterAll(() => s.stop())

/** Passed by the school and awaiting its seal. */
async function awaited() {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const { id, version, termsHash } = await s.certify(await s.sign(employer, student), reviewer)
  const params = { school, id }
  const sealing = { params, body: { seenVersion: version, termsHash, confirmed: true as const } }
  const seal = () => employer.first.ask(acts.seal, sealing)
  const statusNow = async () => (await student.first.call(getAgreement, { params })).status
  return { student, employer, params, version, sealing, seal, statusNow }
}

test('two members seal at once: one has sealed it, the other reads that it has moved on', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { employer, sealing, seal, params } = await awaited()
    const colleague = await s.enter({ portal: 'employer', employerId: employer.id })
    await race(round, {
      one: { ask: seal, told: 'already-moved-on' },
      other: { ask: () => colleague.second.ask(acts.seal, sealing), told: 'already-moved-on' },
    })
    expect(await s.journal(`agreement:${params.id}`)).toHaveLength(3)
  }
})

test('sealed while the student asks to cancel it: the later one is told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { student, params, version, seal, statusNow } = await awaited()
    const { won } = await race(round, {
      seal: { ask: seal, told: 'cancellation-open' },
      cancel: {
        ask: () =>
          student.second.ask(acts['ask-cancellation'], {
            params,
            body: { seenVersion: version, reason: '另有安排' },
          }),
        told: 'already-moved-on',
      },
    })
    expect(await statusNow()).toBe(won === 'seal' ? 'effective' : 'awaiting_seal')
  }
})

test('sealed while the school ends it: one of both holds', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    s.setClock('2026-06-01T10:00:00+08:00')
    const { params, version, seal, statusNow } = await awaited()
    s.setClock('2026-06-08T10:00:00+08:00')
    const { won } = await race(round, {
      seal: { ask: seal, told: 'already-moved-on' },
      end: {
        ask: () =>
          reviewer.second.ask(acts['end-unsealed'], {
            params,
            body: { seenVersion: version, reason: '逾期' },
          }),
        told: 'already-moved-on',
      },
    })
    expect(await statusNow()).toBe(won === 'seal' ? 'effective' : 'cancelled')
  }
})

test('sealed while the school suspends the employer: sealed before it or not at all', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { employer, seal, statusNow } = await awaited()
    const params = { school, id: employer.id }
    const suspend = () =>
      reviewer.second.ask(admissionActs.suspend, { params, body: { seenVersion: 1, reason: '停' } })
    const runs = round % 2 ? [seal, suspend] : [suspend, seal]
    const answers = await Promise.all(runs.map((run) => run()))
    const [sealed, suspended] = round % 2 ? answers : answers.toReversed()
    expect(suspended?.statusCode).toBe(200)
    expect(sealed?.statusCode === 200 ? 'sealed' : sealed?.json().code).toMatch(
      /^sealed$|^employer-not-admitted$/,
    )
    expect(await statusNow()).toBe(sealed?.statusCode === 200 ? 'effective' : 'awaiting_seal')
  }
})
