import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admissionActs, applyToSchool, getAdmission, listAdmissions } from '../../../contracts/admissions.ts'
import { getOwnEmployer } from '../../../contracts/employer-records.ts'
import { getInvitation, invitationActs, sendInvitation } from '../../../contracts/invitations.ts'
import { remind } from '../../background/reminders.ts'
import type { Visitor } from '../../http/visitor.ts'
import { admitting, kindsOf, named } from '../../testing/admitting.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let staff: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  staff = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())
const { stranger, apply, ask, act, change } = admitting(
  () => s,
  () => school,
)

describe('suspending', () => {
  test('stops sending and accepting until the school admits again (§5.7)', async () => {
    const employer = await s.employer(school)
    const student = await s.student(school)
    const sent = await s.invite(employer, student)
    await act(staff.first, 'suspend', employer.id, { reason: '被举报' })
    const refused = await student.first.ask(invitationActs.accept, s.acceptance(sent))
    expect(refused.json().code).toBe('employer-not-admitted')
    expect(await kindsOf(employer.first)).toContain('admission.suspended')
    await act(staff.first, 'readmit', employer.id, { reason: '已查清' })
    await student.first.call(invitationActs.accept, s.acceptance(sent))
  })

  test('against sending and accepting at once: nothing is sent or accepted after it', async () => {
    for (let round = 0; round < 10; round++) {
      const employer = await s.employer(school)
      const [one, two] = [await s.student(school), await s.student(school)]
      const sent = await s.invite(employer, one)
      const params = { school, id: employer.id }
      const body = { ...sent, noticeVersion: 1, studentId: two.id, studentName: two.name }
      const runs = [
        () => staff.first.ask(admissionActs.suspend, { params, body: { seenVersion: 1, reason: '停' } }),
        () => employer.second.ask(sendInvitation, { params: { school }, body }),
        () => one.second.ask(invitationActs.accept, s.acceptance(sent)),
      ]
      const order = [...runs.keys()].map((index) => (index + round) % runs.length)
      const answers = new Map<number, Awaited<ReturnType<Visitor['ask']>>>()
      await Promise.all(order.map(async (index) => answers.set(index, await runs[index]!())))
      expect(answers.get(0)!.statusCode).toBe(200)
      for (const index of [1, 2]) {
        const answer = answers.get(index)!
        const isTold = answer.statusCode === 200 || answer.json().code === 'employer-not-admitted'
        expect([answer.statusCode, isTold]).toEqual([answer.statusCode, true])
      }
      const { status } = await one.first.call(getInvitation, { params: { school, id: sent.id } })
      expect(status).toBe(answers.get(2)!.statusCode === 200 ? 'accepted' : 'pending')
    }
  })

  test('holds back whoever sends while it is under way, and whoever accepts', async () => {
    const employer = await s.employer(school)
    const [one, two] = [await s.student(school), await s.student(school)]
    const sent = await s.invite(employer, one)
    const body = { ...sent, noticeVersion: 1, studentId: two.id, studentName: two.name }
    let waiting: Promise<Awaited<ReturnType<Visitor['ask']>>[]> | null = null
    await s.owner.transaction().execute(async (tx) => {
      await tx
        .updateTable('admissions')
        .set({ status: 'suspended', reason: '停', admittedAt: null })
        .where('employerId', '=', employer.id)
        .execute()
      waiting = Promise.all([
        employer.first.ask(sendInvitation, { params: { school }, body }),
        one.first.ask(invitationActs.accept, s.acceptance(sent)),
      ])
      // Both have read nothing yet that is not as it will be: they wait for this transaction.
      await expect.poll(() => waitingForLocks(), { timeout: 10_000 }).toBe(2)
    })
    const answers = await waiting!
    expect(answers.map((answer) => answer.json().code)).toEqual([
      'employer-not-admitted',
      'employer-not-admitted',
    ])
  })
})

const waitingForLocks = async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  `.execute(s.owner)
  return rows[0]!.n
}

describe('verified again every six months (L7)', () => {
  test('reminded at thirty and seven days and on the last day, once each, on however many instances', async () => {
    const employer = await s.employer(school)
    const told = () =>
      s.db
        .selectFrom('notifications')
        .where('userId', '=', employer.userId)
        .where('kind', '=', 'admission.verify-due')
        .select('params')
        .execute()
    const seen: number[] = []
    for (const day of ['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-24', '2026-11-25', '2026-12-01']) {
      s.setClock(`${day}T09:00:00+08:00`)
      await Promise.all([remind(s.services), remind(s.secondServices)])
      seen.push((await told()).length)
    }
    s.setClock('2026-06-01T10:00:00+08:00')
    expect(seen).toEqual([0, 1, 1, 2, 2, 3])
    expect((await told()).map(({ params }) => params)).toEqual(
      Array(3).fill(expect.objectContaining({ day: '2026-12-01' })),
    )
  })

  test('overdue is seen by both and closes new invitations alone, until the employer confirms and the school verifies', async () => {
    const employer = await s.employer(school)
    const [invited, other] = [await s.student(school), await s.student(school)]
    const params = { school, id: employer.id }
    const sent = await s.invite(employer, invited)
    await s.db
      .updateTable('admissions')
      .set({ verifyDue: '2026-05-31' })
      .where('employerId', '=', employer.id)
      .execute()
    const { id: _, ...letter } = { ...sent, noticeVersion: 1, studentId: other.id, studentName: other.name }
    const refused = await employer.first.ask(sendInvitation, { params: { school }, body: letter })
    expect(refused.json()).toMatchObject({
      code: 'employer-verification-due',
      details: { day: '2026-05-31' },
    })
    const record = await employer.first.call(getOwnEmployer, {})
    expect(record.admissions).toMatchObject([
      { status: 'approved', verification: 'overdue', verifyDue: '2026-05-31' },
    ])
    const query = { q: employer.name, queue: 'all' as const }
    const [row] = (await staff.first.call(listAdmissions, { params: { school }, query })).items
    expect(row).toMatchObject({ verification: 'overdue', verifyDue: '2026-05-31' })
    await invited.first.call(invitationActs.accept, s.acceptance(sent))

    await act(employer.first, 'confirm', employer.id)
    const waiting = await staff.first.call(getAdmission, { params })
    expect([waiting.turn, waiting.actions]).toEqual(['school', ['suspend', 'verify', 'bar']])
    const verified = await act(staff.first, 'verify', employer.id)
    expect(verified).toMatchObject({ verification: 'fresh', verifyDue: '2026-12-01', turn: null })
    const now = await employer.first.ask(sendInvitation, { params: { school }, body: letter })
    expect(now.statusCode).toBe(200)
  })
})

describe('barred by a school (L12)', () => {
  const bar = async (id: string, at = school, by = staff) =>
    act(
      by.first,
      'bar',
      id,
      { reason: '虚假招聘', until: '2027-06-01', evidence: [await s.scan(by.first, at)] },
      at,
    )

  test('with ground, evidence and end: nothing is sent or accepted, it cannot apply again, appeals once and is answered', async () => {
    const employer = await s.employer(school)
    const student = await s.student(school)
    const sent = await s.invite(employer, student)
    const barred = await bar(employer.id)
    expect(barred).toMatchObject({ status: 'barred', reason: '虚假招聘', barring: { until: '2027-06-01' } })
    expect(barred.evidence).toHaveLength(1)
    expect((await student.first.ask(invitationActs.accept, s.acceptance(sent))).json().code).toBe(
      'employer-not-admitted',
    )
    const again = { evidence: [await s.licence(employer.first, school)] }
    const refused = await ask(employer.first, 'apply-again', employer.id, again)
    expect(refused.json()).toMatchObject({ code: 'employer-barred', details: { day: '2027-06-01' } })

    const appealed = await act(employer.first, 'appeal', employer.id, { reason: '情况不实' })
    expect([appealed.turn, appealed.barring.appeal, appealed.barred]).toEqual(['school', '情况不实', null])
    expect((await ask(employer.first, 'appeal', employer.id, { reason: '再' })).json().code).toBe(
      'already-moved-on',
    )
    const upheld = await act(staff.first, 'uphold', employer.id, { reason: '已查实' })
    expect([upheld.turn, upheld.barring.answer]).toEqual([null, '已查实'])
    const lifted = await act(staff.first, 'lift', employer.id, { reason: '整改完成' })
    expect([lifted.status, lifted.barring]).toEqual(['returned', null])
    await act(employer.first, 'apply-again', employer.id, again)
    await act(staff.first, 'approve', employer.id)
    expect((await kindsOf(employer.first)).filter((kind) => /barred|upheld|lifted/.test(kind))).toHaveLength(
      3,
    )
    expect(
      await s.db.selectFrom('barrings').where('employerId', '=', employer.id).select('until').execute(),
    ).toEqual([])
  })

  test('ends with its last day', async () => {
    const employer = await s.employer(school)
    await bar(employer.id)
    const evidence = [await s.licence(employer.first, school)]
    await s.db
      .updateTable('admissions')
      .set({ barredUntil: '2026-05-31' })
      .where('employerId', '=', employer.id)
      .execute()
    await s.db
      .updateTable('barrings')
      .set({ until: '2026-05-31' })
      .where('employerId', '=', employer.id)
      .execute()
    expect(await act(employer.first, 'apply-again', employer.id, { evidence })).toMatchObject({
      status: 'pending',
      barring: null,
    })
  })

  test('known again under another credit code: a fact with source and day at other schools, kept out where it was barred', async () => {
    const first = await s.employer(school)
    const who = { legalPerson: '贾某', contactPhone: '027-80000001' }
    await change(first, who)
    await bar(first.id)
    const elsewhere = await s.school()
    const there = await s.staff(elsewhere, 'administrator')
    const [again, namesake] = [await stranger(), await stranger()]
    await change(again, who)
    await change(namesake, { legalPerson: who.legalPerson })

    const kept = await again.first.ask(applyToSchool, {
      body: { school, evidence: [await s.licence(again.first, school)] },
    })
    expect(kept.json().code).toBe('employer-barred')
    await apply(again, elsewhere)
    const seen = await there.first.call(getAdmission, { params: { school: elsewhere, id: again.id } })
    expect(seen.barred).toEqual([
      {
        school: named(school),
        employer: expect.any(String),
        same: ['legalPerson', 'contactPhone'],
        ground: '虚假招聘',
        at: s.now().toISOString(),
        until: '2027-06-01',
      },
    ])
    expect(
      (await again.first.call(getAdmission, { params: { school: elsewhere, id: again.id } })).barred,
    ).toBeNull()
    // The other school decides for itself, and a name alone keeps nobody out.
    await act(there.first, 'approve', again.id, {}, elsewhere)
    await apply(namesake)
    const noted = await staff.first.call(getAdmission, { params: { school, id: namesake.id } })
    expect(noted.barred?.map(({ same }) => same)).toEqual([['legalPerson']])
    await act(staff.first, 'approve', namesake.id)
  })

  test('against sending at once: nothing is sent after it', async () => {
    for (let round = 0; round < 6; round++) {
      const [employer, student] = [await s.employer(school), await s.student(school)]
      const file = await s.scan(staff.first, school)
      const body = { seenVersion: 1, reason: '停', until: '2027-01-01', evidence: [file] }
      const [barred, sent] = await Promise.all([
        staff.first.ask(admissionActs.bar, { params: { school, id: employer.id }, body }),
        s.invite({ first: employer.second }, student).then(
          () => 'sent',
          (error: Error) => error.message,
        ),
      ])
      expect(barred.statusCode).toBe(200)
      expect(sent).toMatch(/^sent$|employer-not-admitted/)
    }
  })
})
