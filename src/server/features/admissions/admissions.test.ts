import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admissionActs, applyToSchool, getAdmission, listAdmissions } from '../../../contracts/admissions.ts'
import { getDesk } from '../../../contracts/desk.ts'
import {
  changeOwnEmployer,
  type EmployerFields,
  getOwnEmployer,
} from '../../../contracts/employer-records.ts'
import { readEvidence } from '../../../contracts/evidence.ts'
import { getInvitation, invitationActs, sendInvitation } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { remind } from '../../background/reminders.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
/** As the scenario names its schools. */
const named = (code: string) => ({ code, name: `学校${code}`, nameEn: `School ${code}` })
let staff: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  staff = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

type Employer = Awaited<ReturnType<Scenario['employer']>>
/** An employer that this school does not know: another has it on its list, undecided. */
const stranger = async () => s.employer(await s.school(), 'pending')
const apply = async ({ first }: Employer, at = school) =>
  first.call(applyToSchool, { body: { school: at, evidence: [await s.licence(first, at)] } })
type Act = keyof typeof admissionActs
const ask = async (who: Visitor, action: Act, id: string, more: object = {}, at = school) => {
  const params = { school: at, id }
  const { version } = await who.call(getAdmission, { params })
  return who.ask(admissionActs[action], { params, body: { seenVersion: version, ...more } })
}
const act = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked)
  expect([asked[1], answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([
    asked[1],
    200,
    true,
  ])
  return answer.json()
}
const kindsOf = async (who: Visitor) =>
  (await who.call(listNotifications, { query: { pageSize: 100 } })).items.map(({ kind }) => kind)
const FACTS: EmployerFields = {
  name: '新名有限公司',
  kind: 'own',
  licenceNumber: '',
  scope: '软件开发',
  legalPerson: '张三',
  industry: '34',
  size: '30',
  nature: '39',
  region: '420100',
  address: '示范路 1 号',
  contactName: '李四',
  contactPhone: '027-81234567',
  contactEmail: 'hr@example.com',
}
const change = async ({ first }: Employer, facts: Partial<EmployerFields>) => {
  const { version, declared, inEffect } = await first.call(getOwnEmployer, {})
  return first.call(changeOwnEmployer, {
    body: { ...FACTS, name: (declared ?? inEffect).name, ...facts, seenVersion: version },
  })
}

test('nothing is sent to a school that the platform has suspended, and everything once it is resumed', async () => {
  const shut = await s.school()
  const reviewer = await s.staff(shut, 'school_reviewer')
  const [asked, newcomer] = [await stranger(), await stranger()]
  await apply(asked, shut)
  await act(reviewer.first, 'ask', asked.id, { reason: '授权书在哪里？' }, shut)
  const suspend = (suspendedAt: Date | null) =>
    s.db.updateTable('schools').set({ suspendedAt }).where('id', '=', shut).execute()
  const evidence = [await s.licence(newcomer.first, shut)]
  const applying = () => newcomer.first.ask(applyToSchool, { body: { school: shut, evidence } })
  const answering = () => ask(asked.first, 'answer', asked.id, { reason: '已补交' }, shut)
  await suspend(s.now())
  for (const answer of [await applying(), await answering()])
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'school-suspended'])
  await suspend(null)
  for (const answer of [await applying(), await answering()]) expect(answer.statusCode).toBe(200)
})

test('from application through a question and a return to admission: each side sees whose turn it is, and what was said', async () => {
  const employer = await stranger()
  const params = { school, id: employer.id }
  const applied = await apply(employer)
  expect(applied).toMatchObject({
    status: 'pending',
    turn: 'school',
    version: 1,
    actions: ['change'],
    elsewhere: null,
  })
  expect(await kindsOf(staff.first)).toContain('admission.to-review')
  const mine = async () =>
    (await staff.first.call(listAdmissions, { params: { school }, query: { q: employer.name } })).items
  expect(await mine()).toMatchObject([{ id: employer.id, turn: 'school' }])
  const desk = await staff.first.call(getDesk, { params: { school } })
  expect(desk.admissions?.waiting).toBeGreaterThan(0)

  await act(staff.first, 'ask', employer.id, { reason: '授权书在哪里？' })
  expect(await mine()).toEqual([])
  expect(await employer.first.call(getAdmission, { params })).toMatchObject({
    status: 'questioned',
    turn: 'employer',
    reason: '授权书在哪里？',
    actions: ['answer', 'change'],
  })
  const files = [
    ...applied.evidence.map(({ id }) => id),
    await s.licence(employer.first, school, '授权书.pdf'),
  ]
  const answered = await act(employer.first, 'answer', employer.id, { reason: '已补交', evidence: files })
  expect(answered.evidence.map(({ name }: { name: string }) => name)).toEqual(['营业执照.pdf', '授权书.pdf'])
  for (const id of files)
    expect((await staff.first.ask(readEvidence, { params: { school, id } })).statusCode).toBe(200)

  await act(staff.first, 'return', employer.id, { reason: '执照过期' })
  await act(employer.first, 'apply-again', employer.id, {
    evidence: [await s.licence(employer.first, school)],
  })
  const admitted = await act(staff.first, 'approve', employer.id)
  expect(admitted).toMatchObject({
    status: 'approved',
    turn: null,
    reason: null,
    actions: ['suspend', 'bar'],
  })
  expect(admitted.timeline.map(({ action }: { action: string }) => action)).toEqual(
    ['apply', 'ask', 'answer', 'return', 'apply-again', 'approve'].map((one) => `admission.${one}`),
  )
  expect((await kindsOf(employer.first)).sort()).toEqual(
    ['admission.approved', 'admission.asked', 'admission.returned'].sort(),
  )
  const student = await s.student(school)
  expect((await s.invite(employer, student)).status).toBe('pending')
})

describe('who may', () => {
  test('a college’s reviewer neither reads nor decides, and its desk counts none', async () => {
    const employer = await s.employer(school, 'pending')
    const college = await s.staff(school, 'college_reviewer', '01')
    const params = { school, id: employer.id }
    expect((await college.first.ask(getAdmission, { params })).statusCode).toBe(404)
    expect((await college.first.ask(listAdmissions, { params: { school } })).statusCode).toBe(403)
    const body = { seenVersion: 1 }
    expect((await college.first.ask(admissionActs.approve, { params, body })).statusCode).toBe(403)
    expect((await college.first.call(getDesk, { params: { school } })).admissions).toBeNull()
  })

  test('another employer, a student and another school’s staff find nothing, its files neither', async () => {
    const employer = await stranger()
    const { evidence } = await apply(employer)
    const params = { school, id: employer.id }
    const others = [
      (await s.employer(school)).first,
      (await s.student(school)).first,
      (await s.staff(await s.school(), 'administrator')).first,
    ]
    for (const who of others) {
      expect((await who.ask(getAdmission, { params })).statusCode).toBe(404)
      const file = await who.ask(readEvidence, { params: { school, id: evidence[0]!.id } })
      expect(file.statusCode).toBe(404)
    }
  })

  test('files are one’s own, for this school, and there is at least one', async () => {
    const [employer, other] = [await stranger(), await stranger()]
    const theirs = await s.licence(other.first, school)
    const elsewhere = await s.licence(employer.first, await s.school())
    for (const evidence of [[], [theirs], [elsewhere]]) {
      const answer = await employer.first.ask(applyToSchool, { body: { school, evidence } })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors[0].field).toBe('evidence')
    }
  })
})

test('an employer applies to a school once, also twice at the same time', async () => {
  for (let round = 0; round < 6; round++) {
    const employer = await stranger()
    const bodies = [await s.licence(employer.first, school), await s.licence(employer.first, school)].map(
      (id) => ({
        body: { school, evidence: [id] },
      }),
    )
    const [a, b] = await Promise.all([
      employer.first.ask(applyToSchool, bodies[0]!),
      employer.second.ask(applyToSchool, bodies[1]!),
    ])
    expect([a.statusCode, b.statusCode].sort()).toEqual([200, 409])
    expect((a.statusCode === 409 ? a : b).json().code).toBe('already-applied')
  }
})

test('a school is shown what others have decided, with who, why and when, and never as a number (AT-22)', async () => {
  const [elsewhere, third] = [await s.school(), await s.school()]
  const employer = await s.employer(elsewhere, 'pending')
  const [there, beyond] = [await s.staff(elsewhere, 'administrator'), await s.staff(third, 'administrator')]
  await act(there.first, 'approve', employer.id, {}, elsewhere)
  await act(there.first, 'suspend', employer.id, { reason: '拖欠学生工资' }, elsewhere)
  await apply(employer, third)
  await act(beyond.first, 'return', employer.id, { reason: '执照不清楚' }, third)
  await apply(employer)
  const seen = await staff.first.call(getAdmission, { params: { school, id: employer.id } })
  const at = s.now().toISOString()
  expect(seen.elsewhere).toHaveLength(3)
  expect(seen.elsewhere).toEqual(
    expect.arrayContaining([
      { school: named(elsewhere), decision: 'approve', reason: '', at },
      { school: named(elsewhere), decision: 'suspend', reason: '拖欠学生工资', at },
      { school: named(third), decision: 'return', reason: '执照不清楚', at },
    ]),
  )
  // The employer reads what was said to it, not what schools are told of each other.
  const own = await employer.first.call(getAdmission, { params: { school, id: employer.id } })
  expect(own.elsewhere).toBeNull()
})

describe('a school that admits at once what another has admitted', () => {
  test('does so, says so in the journal, and tells the employer', async () => {
    const quick = await s.school({ admitsKnown: true })
    const known = await s.school()
    const employer = await s.employer(known)
    expect((await apply(employer, quick)).status).toBe('approved')
    expect(await kindsOf(employer.first)).toEqual(['admission.approved'])
    const [line] = await s.journal(`admission:${employer.id}`)
    expect(line!.entry).toMatchObject({ to: 'approved', data: { admittedBy: known } })
  })

  test('waits where another has suspended it, or where it has changed since', async () => {
    const quick = await s.school({ admitsKnown: true })
    const suspended = await s.employer(await s.school(), 'suspended')
    expect((await apply(suspended, quick)).status).toBe('pending')
    const changed = await s.employer(await s.school())
    await change(changed, { name: '改名公司' })
    expect((await apply(changed, quick)).status).toBe('pending')
  })
})

describe('changed certified data (R21)', () => {
  test('go through admission again: nothing new is sent, what was sent is answered, the old name holds until it is admitted', async () => {
    const employer = await s.employer(school)
    const [invited, other] = [await s.student(school), await s.student(school)]
    const sent = await s.invite(employer, invited)
    const record = await change(employer, { name: '改名有限公司' })
    expect([record.inEffect.name, record.declared?.name]).toEqual([employer.name, '改名有限公司'])
    expect(await kindsOf(staff.first)).toContain('admission.changed')

    const { id: _, ...letter } = { ...sent, studentId: other.id, studentName: other.name }
    const refused = await employer.first.ask(sendInvitation, { params: { school }, body: letter })
    expect(refused.json().code).toBe('employer-not-admitted')
    const accepted = await invited.first.call(invitationActs.accept, s.acceptance(sent))
    expect(accepted.employer.name).toBe(employer.name)

    const seen = await staff.first.call(getAdmission, { params: { school, id: employer.id } })
    expect([seen.status, seen.inEffect.name, seen.declared?.name]).toEqual([
      'pending',
      employer.name,
      '改名有限公司',
    ])
    await act(staff.first, 'approve', employer.id)
    const now = await employer.first.call(getOwnEmployer, {})
    expect([now.inEffect.name, now.declared]).toEqual(['改名有限公司', null])
    expect((await s.invite(employer, other)).employer.name).toBe('改名有限公司')
  })

  test('are decided as they were read: a reviewer who looked before is told to look again', async () => {
    const employer = await s.employer(school, 'pending')
    const params = { school, id: employer.id }
    await change(employer, { scope: '别的' })
    const answer = await staff.first.ask(admissionActs.approve, { params, body: { seenVersion: 1 } })
    expect(answer.json().code).toBe('content-changed')
  })

  test('of contacts and address are none: they hold at once and no school is asked', async () => {
    const employer = await s.employer(school)
    await change(employer, {})
    await act(staff.first, 'approve', employer.id)
    const record = await change(employer, { contactPhone: '13800000000', address: '别处' })
    expect(record).toMatchObject({
      declared: null,
      inEffect: { contactPhone: '13800000000', address: '别处' },
    })
    expect(record.admissions).toMatchObject([{ status: 'approved' }])
  })

  test('and an admission at once: whichever is first, the reviewer certifies only what was read', async () => {
    for (let round = 0; round < 8; round++) {
      const employer = await s.employer(school, 'pending')
      const params = { school, id: employer.id }
      const { version } = await employer.first.call(getOwnEmployer, {})
      const changing = () =>
        employer.second.ask(changeOwnEmployer, { body: { ...FACTS, name: '抢先改名', seenVersion: version } })
      const admitting = () => staff.first.ask(admissionActs.approve, { params, body: { seenVersion: 1 } })
      const [changed, admitted] =
        round % 2
          ? await Promise.all([changing(), admitting()])
          : (await Promise.all([admitting(), changing()])).reverse()
      expect(changed!.statusCode).toBe(200)
      const row = await s.db
        .selectFrom('employers')
        .where('id', '=', employer.id)
        .selectAll()
        .executeTakeFirstOrThrow()
      const { status } = await employer.first.call(getAdmission, { params })
      expect(status).toBe('pending')
      // Admitted first: what holds is what was read, and the change waits. Changed first: nobody has admitted anything.
      if (admitted!.statusCode === 200)
        expect([row.name, row.declared !== null]).toEqual([employer.name, true])
      else expect([admitted!.json().code, row.name]).toEqual(['content-changed', '抢先改名'])
    }
  })
})

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
      const body = { ...sent, studentId: two.id, studentName: two.name }
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
    const body = { ...sent, studentId: two.id, studentName: two.name }
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

test('two reviewers decide at once: one decides, the other is told', async () => {
  const other = await s.staff(school, 'administrator')
  for (let round = 0; round < 8; round++) {
    const employer = await s.employer(school, 'pending')
    const params = { school, id: employer.id }
    const [a, b] = await Promise.all([
      staff.first.ask(admissionActs.approve, { params, body: { seenVersion: 1 } }),
      other.second.ask(admissionActs.reject, { params, body: { seenVersion: 1, reason: '不行' } }),
    ])
    expect([a.statusCode, b.statusCode].sort()).toEqual([200, 409])
    const decisions = await s.db
      .selectFrom('admissionDecisions')
      .where('employerId', '=', employer.id)
      .select('decision')
      .execute()
    expect(decisions.map(({ decision }) => decision)).toEqual([a.statusCode === 200 ? 'approve' : 'reject'])
  }
})

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
    const { id: _, ...letter } = { ...sent, studentId: other.id, studentName: other.name }
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

test('the database itself asks for the day of an admission, and for a reason against one', async () => {
  const { id } = await s.employer(school, 'pending')
  const set = (row: object) => s.db.updateTable('admissions').set(row).where('employerId', '=', id).execute()
  await expect(set({ status: 'approved' })).rejects.toThrow(/admissions_admitted/)
  await expect(set({ confirmedAt: s.now() })).rejects.toThrow('admissions_confirmed_while_admitted')
  await expect(set({ status: 'rejected', reason: null })).rejects.toThrow('admissions_say_why')
  await expect(set({ status: 'barred', reason: '停' })).rejects.toThrow('admissions_barred_until_a_day')
  await expect(set({ appeal: '冤枉' })).rejects.toThrow('admissions_appeal_while_barred')
  await expect(set({ appealAnswer: '属实' })).rejects.toThrow('admissions_answer_an_appeal')
  await expect(set({ status: 'lost' })).rejects.toThrow('admissions_status_check')
})

test('every act is in an unbroken journal', async () => {
  expect((await verifyJournal(s.db)).faults).toEqual([])
})
