import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  admissionActs,
  applyToSchool,
  getAdmission,
  getAdmissionNeighbours,
  listAdmissions,
} from '../../../contracts/admissions.ts'
import { getDesk } from '../../../contracts/desk.ts'
import {
  changeOwnEmployer,
  getOwnEmployer,
  listEmployerHistory,
  listOwnHistory,
} from '../../../contracts/employer-records.ts'
import { readEvidence } from '../../../contracts/evidence.ts'
import { invitationActs, sendInvitation } from '../../../contracts/invitations.ts'
import { addMember } from '../../../contracts/members.ts'
import { verifyJournal } from '../../db/journal.ts'
import { admitting, FACTS, kindsOf, named } from '../../testing/admitting.ts'
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

type Employer = Awaited<ReturnType<Scenario['employer']>>
const { stranger, apply, ask, act, change } = admitting(
  () => s,
  () => school,
)

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

    const { id: _, ...letter } = { ...sent, noticeVersion: 1, studentId: other.id, studentName: other.name }
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

test('a queue of employers is walked by places: what stands before and after one, also once it is decided', async () => {
  const at = await s.school()
  const reviewer = await s.staff(at, 'school_reviewer')
  const waiting: Employer[] = []
  for (const minute of [1, 2, 3]) {
    s.setClock(`2026-06-01T10:0${minute}:00+08:00`)
    const one = await stranger()
    await apply(one, at)
    waiting.push(one)
  }
  const [first, second, third] = waiting.map(({ id }) => id)
  const { items } = await reviewer.first.call(listAdmissions, { params: { school: at } })
  expect(items.map(({ id }) => id)).toEqual([first, second, third])
  const params = { school: at, id: second! }
  const beside = (query: object = {}) => reviewer.first.call(getAdmissionNeighbours, { params, query })
  const here = await beside()
  expect([here.isHere, here.before, here.total, here.previous?.id, here.next?.id]).toEqual([
    true,
    1,
    3,
    first,
    third,
  ])
  await act(reviewer.first, 'approve', second!, {}, at)
  const after = await beside({ at: items[1]!.waitingSince })
  expect([after.isHere, after.before, after.total, after.previous?.id, after.next?.id]).toEqual([
    false,
    1,
    2,
    first,
    third,
  ])
  const college = await s.staff(at, 'college_reviewer', '01')
  expect((await college.first.ask(getAdmissionNeighbours, { params })).statusCode).toBe(403)
})

test('an employer reads what became of it, of every school by name; a school what the employer said of itself, and no more', async () => {
  const employer = await stranger()
  await apply(employer)
  await act(staff.first, 'reject', employer.id, { reason: '无法核实' })
  await change(employer, { name: '改名后的公司', contactName: '王五' })
  await employer.first.call(addMember, {
    body: { login: `m${employer.id.slice(-8)}`, memberName: '成员甲', memberRole: 'recruiter' },
  })
  const own = await employer.first.call(listOwnHistory)
  expect(own.items.map(({ action, school: of, name }) => [action, of?.code ?? null, name])).toEqual(
    expect.arrayContaining([
      ['employer.add-member', null, null],
      ['employer.change-facts', null, '改名后的公司'],
      ['admission.reject', school, null],
    ]),
  )
  const rejected = own.items.find(({ action }) => action === 'admission.reject')
  expect(rejected).toMatchObject({ reason: '无法核实', school: { code: school } })
  const params = { school, id: employer.id }
  const seen = await staff.first.call(listEmployerHistory, { params })
  expect(seen.items.map(({ action }) => action)).toEqual(['employer.change-facts'])
  expect(seen.items[0]).toMatchObject({ name: '改名后的公司', school: null })
  expect(seen.items[0]!.changed).toEqual(expect.arrayContaining(['name', 'contactName']))
  const another = await s.school()
  const elsewhere = await s.staff(another, 'school_reviewer')
  const foreign = { params: { ...params, school: another } }
  expect((await elsewhere.first.ask(listEmployerHistory, foreign)).statusCode).toBe(404)
  const other = await stranger()
  expect((await other.first.call(listOwnHistory)).items.map(({ action }) => action)).not.toContain(
    'employer.add-member',
  )
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
