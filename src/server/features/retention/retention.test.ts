import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askPrivacyRequest } from '../../../contracts/privacy-requests.ts'
import * as contract from '../../../contracts/retention.ts'
import { sweep } from '../../background/sweep.ts'
import { declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { removeUnused } from '../evidence/removal.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  school = await s.school()
})
afterAll(() => s.stop())

const ALL = { roster: 3, evidence: 3, account: 3 }
const rulesBy = async (rules: Partial<Record<keyof typeof ALL, number | null>>) => {
  const administrator = await s.staff(school, 'administrator')
  const { version } = await administrator.first.call(contract.getRetention, { params: { school } })
  const body = { seenRules: version, rules: { roster: null, evidence: null, account: null, ...rules } }
  return {
    administrator,
    save: () => administrator.first.ask(contract.saveRetention, { params: { school }, body }),
  }
}
const there = async (id: string) =>
  (await s.db.selectFrom('students').where('id', '=', id).select('id').execute()).length === 1
const accountOf = (userId: string) =>
  s.db.selectFrom('users').where('id', '=', userId).select(['disabledAt', 'passwordHash']).executeTakeFirst()
/** As the clock starts it, on both instances at once. */
const sweepAt = async (instant: string) => {
  s.setClock(instant)
  await Promise.all([sweep(s.services), sweep(s.secondServices)])
}

test('nothing goes before it is switched on, and the dry look says what would', async () => {
  const [unsigned, signed, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  await s.sign(employer, signed)
  await sweepAt('2030-01-01T08:00:00+08:00')
  expect([await there(unsigned.id), await there(signed.id)]).toEqual([true, true])
  const { administrator } = await rulesBy({})
  const would = await administrator.first.call(contract.tryRetention, {
    params: { school },
    body: { rules: ALL },
  })
  expect(would).toEqual({ roster: 1, evidence: 0, account: 1 })
})

test('who signed nothing goes with account and letters, who signed stays, and the journal says how many', async () => {
  const [unsigned, signed, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  await s.invite(employer, unsigned)
  const agreement = await s.sign(employer, signed)
  await s.certify(agreement, await s.staff(school, 'school_reviewer'))
  const { save } = await rulesBy(ALL)
  expect((await save()).statusCode).toBe(200)
  await sweepAt('2029-12-31T23:00:00+08:00')
  expect(await there(unsigned.id)).toBe(true)
  await sweepAt('2030-01-01T08:00:00+08:00')
  expect([await there(unsigned.id), await there(signed.id)]).toEqual([false, true])
  expect(await accountOf(unsigned.userId)).toBeUndefined()
  expect(await accountOf(signed.userId)).toMatchObject({ disabledAt: s.now(), passwordHash: null })
  const lines = (await s.journal(`school:${school}`)).map(({ entry }) => entry as Record<string, unknown>)
  const gone = lines.filter(({ action }) => action === 'school.let-go')
  expect(gone).toMatchObject([{ data: { roster: 1, evidence: 0 }, actor: { role: 'clock', name: '' } }])
  expect(JSON.stringify(gone)).not.toContain(unsigned.name)
})

test('what runs is touched by nothing: a request that waits, a case in review', async () => {
  const [asking, declaring, free] = [
    await s.student(school),
    await s.student(school),
    await s.student(school),
  ]
  await asking.first.call(askPrivacyRequest, {
    body: { school, requestKind: 'erasure', reason: '删除' },
  })
  await declare(s, declaring, '12')
  await (await rulesBy(ALL)).save()
  await sweepAt('2030-01-03T08:00:00+08:00')
  for (const { id, userId } of [asking, declaring]) {
    expect(await there(id)).toBe(true)
    expect((await accountOf(userId))?.disabledAt).toBeNull()
  }
  expect(await there(free.id)).toBe(false)
})

test('evidence of what has ended goes after three years and not a day before; an agreement’s never', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '12')
  const { save } = await rulesBy({ evidence: 3 })
  await save()
  const filesOf = async () =>
    (await s.db.selectFrom('evidence').where('schoolId', '=', school).select('state').execute()).length
  // In review: it runs.
  await sweepAt('2031-01-01T08:00:00+08:00')
  expect(await filesOf()).toBe(declared.evidence.length)
  await s.db
    .updateTable('destinations')
    .set({ status: 'withdrawn', waitingFor: null, endedAt: new Date('2029-06-01T00:00:00+08:00') })
    .where('id', '=', declared.id)
    .execute()
  await sweepAt('2032-06-01T08:00:00+08:00')
  expect(await filesOf()).toBe(declared.evidence.length)
  await sweepAt('2032-06-02T08:00:01+08:00')
  await removeUnused(s.services, s.now())
  expect(await filesOf()).toBe(0)
})

test('many go in small batches, each journaled, and once a day is enough', async () => {
  for (let n = 0; n < 105; n++) await s.student(school, { verified: false })
  const { save } = await rulesBy({ roster: 1 })
  await save()
  await sweepAt('2028-01-01T08:00:00+08:00')
  const left = await s.db.selectFrom('students').where('schoolId', '=', school).select('id').execute()
  expect(left).toEqual([])
  const gone = (await s.journal(`school:${school}`)).map(
    ({ entry }) => entry as { action: string; data: { roster: number } },
  )
  const numbers = gone.filter(({ action }) => action === 'school.let-go').map(({ data }) => data.roster)
  expect([numbers.reduce((sum, n) => sum + n, 0), Math.max(...numbers) <= 100]).toEqual([105, true])
  s.statements.length = 0
  await sweep(s.services)
  expect(s.statements.filter((one) => one.includes('delete from students'))).toEqual([])
})

test('fewer than three years for evidence is refused at the door and by the database', async () => {
  const { save } = await rulesBy({ evidence: 2 })
  const refused = await save()
  expect([refused.statusCode, refused.json().errors]).toMatchObject([422, [{ field: 'rules.evidence' }]])
  await expect(
    s.db.insertInto('retentionRules').values({ schoolId: school, evidenceYears: 2 }).execute(),
  ).rejects.toThrow('retention_of_evidence_is_three_years')
})

test('of two who save at once one is told that the rules are others by now', async () => {
  const [one, two] = [await rulesBy({ roster: 5 }), await rulesBy({ roster: 6 })]
  const answers = await Promise.all([one.save(), two.save()])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})
