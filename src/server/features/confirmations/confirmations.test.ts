import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/confirmations.ts'
import * as objections from '../../../contracts/objections.ts'
import { getKept } from '../../../contracts/privacy.ts'
import { studentHome } from '../../../contracts/students.ts'
import { remind } from '../../background/reminders.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

let s: Scenario
let school: string
let certifier: Awaited<ReturnType<Scenario['staff']>>
let another: Awaited<ReturnType<Scenario['staff']>>
let ofCollege: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let params: { school: string }
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  params = { school }
  certifier = await s.staff(school, 'school_reviewer')
  another = await s.staff(school, 'administrator')
  ofCollege = await s.staff(school, 'college_reviewer', '01')
  employer = await s.employer(school)
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
const PERIOD = {
  year: 2026,
  seenVersion: 0,
  opensOn: '2026-06-01',
  closesOn: '2026-06-10',
  periodText: '请核对',
}
const mine = (who: Student) => who.first.call(contract.getMyConfirmation, { params })
const confirm = async (who: Student, seenHash?: string) =>
  who.first.ask(contract.confirmDestination, {
    params,
    body: { seenHash: seenHash ?? (await mine(who)).seenHash },
  })
const raise = async (who: Student) =>
  who.first.call(objections.raiseObjection, {
    params,
    body: { seenHash: (await mine(who)).seenHash, objectionText: '我没有去这家单位' },
  })
const progress = async () =>
  (await another.first.call(contract.getConfirmationProgress, { params, query: {} })).total
const signed = async () => {
  const student = await s.student(school)
  return { student, agreement: await s.certify(await s.sign(employer, student), certifier) }
}
const told = async (who: { userId: string }) => {
  await remind(s.services)
  return (await kindsToldTo(s, who)).filter((kind) => /^(confirmation|objection)/.test(kind))
}
const codeOf = (answer: { statusCode: number; json: () => { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]

describe('a period', () => {
  test('is opened by the school, once of two who do; its graduates are told once', async () => {
    const { student } = await signed()
    expect(codeOf(await confirm(student))).toEqual([409, 'confirmation-not-open'])
    expect((await student.first.call(studentHome, { params })).confirmUntil).toBeNull()
    const both = await Promise.all(
      [certifier, another].map(({ first }) =>
        first.ask(contract.saveConfirmationPeriod, { params, body: PERIOD }),
      ),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const reversed = { ...PERIOD, seenVersion: 1, closesOn: '2026-05-30' }
    const refused = await another.first.ask(contract.saveConfirmationPeriod, { params, body: reversed })
    expect(refused.json()).toMatchObject({ code: 'period-reversed', errors: [{ field: 'closesOn' }] })
    expect(await told(student)).toEqual(['confirmation.opens'])
    expect(await told(student)).toEqual(['confirmation.opens'])
    expect((await student.first.call(studentHome, { params })).confirmUntil).toBe(PERIOD.closesOn)
    const { closesOn } = (await mine(student)).period!
    expect(closesOn).toBe('2026-06-10')
  })

  test('the school reminds who has not confirmed, once a day, and sees that it was done', async () => {
    const [silent, { student: heard }] = [await s.student(school), await signed()]
    expect((await confirm(heard)).statusCode).toBe(200)
    const ask = () => another.first.ask(contract.remindOfConfirmation, { params, body: { year: 2026 } })
    expect((await ask()).statusCode).toBe(200)
    expect(codeOf(await ask())).toEqual([409, 'reminded-today'])
    expect(await told(silent)).toContain('confirmation.asked')
    expect(await told(heard)).not.toContain('confirmation.asked')
    const { rounds } = await another.first.call(contract.getConfirmationProgress, { params, query: {} })
    expect(rounds.map(({ occasion, doneAt }) => [occasion, doneAt !== null])).toContainEqual(['asked', true])
  })
})

describe('a confirmation', () => {
  test('is of what was seen, kept with its fingerprint and journaled', async () => {
    const { student } = await signed()
    const before = await progress()
    const { reported, seenHash, standing } = await mine(student)
    expect(standing).toBe('unanswered')
    expect(reported).toMatchObject({
      category: { name: '签就业协议形式就业' },
      holder: employer.name,
      pay: 400_000,
    })
    expect(codeOf(await confirm(student, 'f'.repeat(64)))).toEqual([409, 'content-changed'])
    expect((await confirm(student, seenHash)).json()).toMatchObject({ standing: 'confirmed' })
    const [line] = (await s.journal(`student:${student.id}`)).slice(-1)
    expect(line!.entry).toMatchObject({ action: 'student.confirm-destination', data: { hash: seenHash } })
    expect(await progress()).toEqual({
      ...before,
      confirmed: before.confirmed + 1,
      unanswered: before.unanswered - 1,
    })
  })

  test('is asked for again when what is reported changes, and not for what is not reported', async () => {
    const { student, agreement } = await signed()
    await confirm(student)
    await sql`update students set class_name = '九班', version = version + 1 where id = ${student.id}`.execute(
      s.db,
    )
    expect((await mine(student)).standing).toBe('confirmed')
    await sql`update agreements set terms = jsonb_set(terms, '{regionCode}', '"110105"'), version = version + 1 where id = ${agreement.id}`.execute(
      s.db,
    )
    expect((await mine(student)).standing).toBe('changed')
    expect(await told(student)).toContain('confirmation.changed')
    await confirm(student)
    expect((await mine(student)).standing).toBe('confirmed')
  })

  test('and a change at the same instant: what was seen is never taken for what is', async () => {
    for (let n = 0; n < 3; n++) {
      const { student, agreement } = await signed()
      const { seenHash } = await mine(student)
      const change = sql`update agreements set terms = jsonb_set(terms, '{regionCode}', '"110105"'), version = version + 1 where id = ${agreement.id}`
      const [answer] = await Promise.all([confirm(student, seenHash), change.execute(s.db)])
      const { standing } = await mine(student)
      expect(standing).toBe(answer.statusCode === 200 ? 'changed' : 'unanswered')
    }
  })

  test('the list of a year finds each of them by where they stand, page by page', async () => {
    const all = await another.first.call(contract.getConfirmationProgress, { params, query: {} })
    for (const standing of ['confirmed', 'unanswered', 'changed'] as const) {
      const asked = { params, query: { year: 2026, standing, pageSize: 100 } }
      const { items, total } = await another.first.call(contract.listConfirmations, asked)
      expect([total, items.every((one) => one.standing === standing)]).toEqual([all.total[standing], true])
    }
    const first = await another.first.call(contract.listConfirmations, {
      params,
      query: { year: 2026, pageSize: 2 },
    })
    const after = first.items[1]!.id
    const next = { params, query: { year: 2026, pageSize: 2, after, page: 2 } }
    const { items } = await another.first.call(contract.listConfirmations, next)
    const whole = await another.first.call(contract.listConfirmations, {
      params,
      query: { year: 2026, pageSize: 100 },
    })
    expect([...first.items, ...items]).toEqual(whole.items.slice(0, 4))
  })
})

describe('不是我的真实去向', () => {
  test('goes round the college to the school, and who has certified cannot answer; the student reads the answer', async () => {
    const { student } = await signed()
    const raised = await raise(student)
    const key = { params: { school, id: raised.id } }
    expect((await mine(student)).standing).toBe('objected')
    expect(codeOf(await confirm(student))).toEqual([409, 'objection-open'])
    expect(await told(another)).toContain('objection.to-answer')
    expect(await told(ofCollege)).toEqual([])
    expect((await ofCollege.first.ask(objections.getObjection, key)).statusCode).toBe(404)
    expect((await ofCollege.first.ask(objections.listObjections, { params, query: {} })).statusCode).toBe(403)

    const command = { ...key, body: { seenVersion: 1, reason: '已更正' } }
    const seen = await certifier.first.call(objections.getObjection, key)
    expect(seen).toMatchObject({
      actions: [],
      isAboutReader: true,
      speaksAbout: [seen.speaksAbout[0]],
    })
    expect(codeOf(await certifier.first.ask(objections.objectionActs.dismiss, command))).toEqual([
      403,
      'objection-about-yourself',
    ])
    expect((await ofCollege.first.ask(objections.objectionActs.dismiss, command)).statusCode).toBe(403)
    const both = await Promise.all(
      (['uphold', 'dismiss'] as const).map((verb) =>
        another.first.ask(objections.objectionActs[verb], command),
      ),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const read = await student.first.call(objections.getObjection, key)
    expect(read).toMatchObject({
      answer: '已更正',
      receipt: raised.receipt,
      speaksAbout: [],
      studentId: null,
    })
    expect((await mine(student)).standing).toBe('unanswered')
    expect(await actionsOn(s, `objection:${raised.id}`)).toHaveLength(2)
    const kept = await student.first.call(getKept, {})
    expect(JSON.stringify(kept)).toContain(raised.receipt)
  })

  test('the database itself lets nobody answer for themselves', async () => {
    const { student } = await signed()
    const { id } = await raise(student)
    const answering = sql`update objections set status = 'dismissed', answer = '不', ended_at = now(),
      decided_by = ${certifier.userId} where id = ${id}`
    await expect(answering.execute(s.db)).rejects.toThrow('objections_not_by_whom_they_speak_of')
  })

  test('one at a time, and withdrawn it is gone from what waits', async () => {
    const student = await s.student(school)
    const { seenHash } = await mine(student)
    const asked = { params, body: { seenHash, objectionText: '还没有登记' } }
    const both = await Promise.all([1, 2].map(() => student.first.ask(objections.raiseObjection, asked)))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const { items } = await student.first.call(objections.listMyObjections, { params, query: {} })
    const waiting = () =>
      another.first.call(objections.listObjections, { params, query: { q: items[0]!.receipt } })
    expect((await waiting()).total).toBe(1)
    const act = { params: { school, id: items[0]!.id }, body: { seenVersion: 1 } }
    await student.first.call(objections.objectionActs.withdraw, act)
    expect((await waiting()).total).toBe(0)
    expect(await progress()).toMatchObject({ objected: 1 })
  })
})
