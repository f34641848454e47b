import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../../contracts/address.ts'
import * as agreements from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/destinations.ts'
import * as invitations from '../../../contracts/invitations.ts'
import { studentHome } from '../../../contracts/students.ts'
import { verifyJournal } from '../../db/journal.ts'
import { declarationOf, declare } from '../../testing/destination-forms.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const sha256Of = (file: Buffer) => createHash('sha256').update(file).digest('hex')
type Student = Awaited<ReturnType<Scenario['student']>>
const act = <More extends object>(of: { id: string; version: number }, more: More, at = school) => ({
  params: { school: at, id: of.id },
  body: { seenVersion: of.version, ...more },
})
const actionsOf = async (id: string) =>
  (await s.journal(`destination:${id}`)).map(({ entry }) => (entry as { action: string }).action)
const employmentOf = async (student: Student) =>
  (await student.first.call(studentHome, { params: { school: student.school } })).employment
const placesOf = ({ id }: Student) =>
  s.db.selectFrom('placements').where('studentId', '=', id).select(['kind', 'holder']).execute()
const toldTo = async ({ userId }: { userId: string }) => {
  const rows = await s.db
    .selectFrom('notifications')
    .where('userId', '=', userId)
    .select('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

test('from declaration to void: registered by the school, voided at the student’s wish, the place free, all journaled', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801', { schoolName: '武汉大学' })
  expect(declared).toMatchObject({
    status: 'in_review',
    headline: '武汉大学',
    category: { name: '研究生', nameEn: 'Postgraduate study' },
    waitingFor: 'school',
    levels: ['school'],
    actions: ['correct', 'withdraw'],
  })
  expect(await employmentOf(student)).toMatchObject({ status: 'registering', holder: '武汉大学' })

  const passed = await reviewer.first.call(contract.destinationActs.pass, act(declared, {}))
  expect([passed.status, passed.waitingFor, passed.actions]).toEqual(['registered', null, []])
  expect(await employmentOf(student)).toMatchObject({
    status: 'studying',
    category: { name: '研究生' },
    date: '2026-06-01',
  })

  const withoutReason = await student.first.ask(contract.destinationActs['ask-void'], act(passed, {}))
  expect(withoutReason.json().code).toBe('reason-needed')
  const asked = await student.first.call(
    contract.destinationActs['ask-void'],
    act(passed, { reason: '放弃入学' }),
  )
  expect([asked.status, asked.voiding, asked.waitingFor]).toEqual(['registered', true, 'school'])
  expect((await employmentOf(student)).status).toBe('voiding')
  const refused = await reviewer.first.call(
    contract.destinationActs['refuse-void'],
    act(asked, { reason: '请附学院意见' }),
  )
  expect([refused.status, refused.voiding]).toEqual(['registered', false])
  const again = await student.first.call(
    contract.destinationActs['ask-void'],
    act(refused, { reason: '放弃入学' }),
  )
  const kept = await student.first.call(contract.destinationActs['withdraw-void'], act(again, {}))
  const last = await student.first.call(
    contract.destinationActs['ask-void'],
    act(kept, { reason: '放弃入学' }),
  )
  const voided = await reviewer.first.call(contract.destinationActs['grant-void'], act(last, {}))
  expect([voided.status, voided.voiding, voided.endedAt]).toEqual(['voided', false, s.now().toISOString()])

  expect(await placesOf(student)).toEqual([])
  expect((await employmentOf(student)).status).toBe('unplaced')
  const story = [
    'declare',
    'pass',
    'ask-void',
    'refuse-void',
    'ask-void',
    'withdraw-void',
    'ask-void',
    'grant-void',
  ].map((verb) => `destination.${verb}`)
  expect(await actionsOf(declared.id)).toEqual(story)
  expect(voided.timeline.map(({ action }) => action)).toEqual(story)
  expect(await toldTo(student)).toEqual([
    'destination.registered',
    'destination.void-refused',
    'destination.voided',
  ])
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('what was returned is corrected with another scan and another school, and comes back to the reviewer', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801', { schoolName: '武汉大学' })
  const returned = await reviewer.first.call(
    contract.destinationActs.return,
    act(declared, { reason: '通知书不清晰' }),
  )
  expect([returned.status, returned.waitingFor]).toEqual(['returned', 'student'])
  expect((await employmentOf(student)).status).toBe('returned')

  const sent = await declarationOf(s, student, '802', { schoolName: '华中科技大学' })
  const corrected = await student.first.call(contract.destinationActs.correct, act(returned, sent.body))

  expect(corrected).toMatchObject({
    status: 'in_review',
    code: '802',
    headline: '华中科技大学',
    waitingFor: 'school',
  })
  expect(corrected.evidence.map(({ id }) => id)).toEqual(sent.body.evidence)
  expect(await placesOf(student)).toEqual([{ kind: 'destination', holder: '华中科技大学' }])
  const kept = await student.first.call(
    contract.destinationActs.correct,
    act(corrected, { ...sent.body, evidence: [...sent.body.evidence, await s.scan(student.first, school)] }),
  )
  expect(kept.evidence).toHaveLength(2)
  const queue = await reviewer.first.call(contract.listDestinations, {
    params: { school },
    query: { q: student.studentNumber },
  })
  expect(queue.items).toMatchObject([
    { id: declared.id, category: { name: '第二学士学位' }, version: kept.version },
  ])
})

test('the reviewer sees what each correction has changed: category, answers and scans, and the journal names the scans by content', async () => {
  const student = await s.student(school)
  const sent = await declarationOf(s, student, '801', { schoolName: '武汉大学' })
  const declared = await student.first.call(contract.declareDestination, sent)
  expect(declared.history).toEqual([])
  const other = await declarationOf(s, student, '75')
  const once = await student.first.call(contract.destinationActs.correct, act(declared, other.body))
  // Another file may bear the same name.
  const again = await declarationOf(s, student, '75')
  const twice = await student.first.call(contract.destinationActs.correct, act(once, again.body))

  const params = { school, id: declared.id }
  const { history } = await reviewer.first.call(contract.getDestination, { params })
  expect(history).toEqual(twice.history)
  const [first, second] = history.map(({ changes }) => changes)
  const none = { name: '', nameEn: '' }
  expect(first).toEqual(
    expect.arrayContaining([
      { name: '去向类别', nameEn: 'Category', before: declared.category, after: once.category },
      {
        name: '录取院校',
        nameEn: 'Admitting institution',
        before: { name: '武汉大学', nameEn: '武汉大学' },
        after: none,
      },
      {
        name: '单位行业',
        nameEn: 'Industry',
        before: none,
        after: { name: '科学研究和技术服务业', nameEn: 'Scientific research and technical services' },
      },
    ]),
  )
  const scans = { name: '扫描件.pdf', nameEn: '扫描件.pdf' }
  expect(second).toEqual([{ name: '证明材料', nameEn: 'Evidence', before: scans, after: scans }])
  const journaled = (await s.journal(`destination:${declared.id}`)).map(
    ({ entry }) => (entry as { data: { evidence: string } }).data.evidence,
  )
  expect(journaled).toEqual(
    [sent, other, again].map(({ body }) => `${body.evidence[0]}:${sha256Of(SMALL_PDF)}`),
  )
})

test.each([['70'], ['10']])('what holds the place cannot be corrected into %s', async (category) => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801')
  const body = { category, details: {}, evidence: [] }
  const answer = await student.first.ask(contract.destinationActs.correct, act(declared, body))
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'category-not-offered'])
  expect((await placesOf(student)).length).toBe(1)
})

test('rejected: the place is free, and the student registers another', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '12')
  const rejected = await reviewer.first.call(
    contract.destinationActs.reject,
    act(declared, { reason: '实习证明不能作为材料' }),
  )
  expect([rejected.status, rejected.actions]).toEqual(['rejected', []])
  expect((await declare(s, student, '76')).status).toBe('in_review')
  expect(await toldTo(student)).toEqual(['destination.rejected'])
})

describe('one place for all three ways, its holder named', () => {
  test('a destination keeps an invitation from being accepted, and withdrawn lets it be answered again (R18)', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const invitation = await s.invite(employer, student)
    const declared = await declare(s, student, '85', { schoolName: '牛津大学' })
    const answer = await student.first.ask(invitations.invitationActs.accept, s.acceptance(invitation))
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'student-already-placed', details: { holder: '牛津大学', number: null } },
    ])
    const params = { school, id: invitation.id }
    const view = await student.first.call(invitations.getInvitation, { params })
    expect(view).toMatchObject({ actions: [], reasons: [{ details: { holder: '牛津大学' } }] })

    const withdrawn = await student.first.call(contract.destinationActs.withdraw, act(declared, {}))
    expect([withdrawn.status, await placesOf(student)]).toEqual(['withdrawn', []])
    expect(await toldTo(student)).toContain('invitation.answerable-again')
    const open = await student.first.call(invitations.getInvitation, { params })
    expect(open.actions).toEqual(['accept', 'decline'])
    expect((await student.first.call(invitations.invitationActs.accept, s.acceptance(open))).status).toBe(
      'accepted',
    )
  })

  test('an agreement keeps a destination and a declaration from being made', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const { number } = await s.sign(employer, student)
    for (const category of ['801', '70']) {
      const answer = await student.first.ask(
        contract.declareDestination,
        await declarationOf(s, student, category),
      )
      expect([answer.statusCode, answer.json()]).toMatchObject([
        409,
        {
          code: 'student-already-placed',
          details: { holder: employer.name, number },
          reasons: [{ remover: 'student' }],
        },
      ])
    }
    const mine = await student.first.call(contract.listMyDestinations, { params: { school } })
    expect([mine.total, mine.reasons]).toMatchObject([0, [{ details: { holder: employer.name } }]])
  })

  test('a destination keeps another destination and a declaration from being made', async () => {
    const student = await s.student(school)
    await declare(s, student, '801', { schoolName: '武汉大学' })
    for (const category of ['11', '72']) {
      const answer = await student.first.ask(
        contract.declareDestination,
        await declarationOf(s, student, category),
      )
      expect(answer.json()).toMatchObject({ details: { holder: '武汉大学' } })
    }
  })
})

describe('a declaration of being unplaced', () => {
  test('stands at once, is replaced by the next one, and can be withdrawn', async () => {
    const student = await s.student(school)
    const first = await declare(s, student, '70', { intention: '考公务员' })
    expect([first.status, first.actions]).toEqual(['declared', ['withdraw']])
    expect(await employmentOf(student)).toMatchObject({ status: 'declared', category: { name: '待就业' } })
    const second = await declare(s, student, '71')
    expect(await actionsOf(first.id)).toEqual(['destination.declare', 'destination.withdraw'])
    const former = await student.first.call(contract.getDestination, { params: { school, id: first.id } })
    expect(former.status).toBe('withdrawn')
    await student.first.call(contract.destinationActs.withdraw, act(second, {}))
    expect(await employmentOf(student)).toMatchObject({ status: 'unplaced', category: null })
    expect(await toldTo(student)).toEqual([])
  })

  test('does not take the place, is hidden by what does, and shows again when the place is left', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    await declare(s, student, '72')
    expect(await placesOf(student)).toEqual([])
    const agreement = await s.sign(employer, student)
    expect(await employmentOf(student)).toMatchObject({ status: 'signing', holder: employer.name })
    await reviewer.first.call(agreements.agreementActs.reject, act(agreement, { reason: '材料不符' }))
    expect((await employmentOf(student)).status).toBe('declared')
  })

  test('waits for nobody and is no reviewer’s to decide', async () => {
    const student = await s.student(school)
    const declared = await declare(s, student, '70')
    const list = await reviewer.first.call(contract.listDestinations, {
      params: { school },
      query: { q: student.studentNumber, queue: 'all' },
    })
    expect(list.items).toMatchObject([{ status: 'declared', waitingFor: null }])
    const answer = await reviewer.first.ask(contract.destinationActs.pass, act(declared, {}))
    expect(answer.json().code).toBe('already-moved-on')
  })
})

test('a student with a designated employer registers work there only, and may study on (R19)', async () => {
  const student = await s.student(school, { designatedEmployer: '星光集团' })
  // 46 is military service, which binds everybody.
  for (const category of ['11', '12', '75', '502', '512']) {
    const answer = await student.first.ask(
      contract.declareDestination,
      await declarationOf(s, student, category),
    )
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'designated-employer-only', details: { employer: '星光集团' } },
    ])
  }
  const declared = await declare(s, student, '11', { employerName: '星光集团' })
  const sent = await declarationOf(s, student, '11', { employerName: '别的集团' })
  const answer = await student.first.ask(contract.destinationActs.correct, act(declared, sent.body))
  expect(answer.json().code).toBe('designated-employer-only')
  await student.first.call(contract.destinationActs.withdraw, act(declared, {}))
  expect((await declare(s, student, '801')).status).toBe('in_review')
  const recruit = await s.student(school, { designatedEmployer: '星光集团' })
  expect((await declare(s, recruit, '46')).status).toBe('in_review')
})

describe('where the college reviews before the school', () => {
  let two: string
  let college: Awaited<ReturnType<Scenario['staff']>>
  let other: Awaited<ReturnType<Scenario['staff']>>
  let chief: Awaited<ReturnType<Scenario['staff']>>
  beforeEach(async () => {
    two = await s.school({ destinationLevels: ['college', 'school'] })
    college = await s.staff(two, 'college_reviewer', '01')
    other = await s.staff(two, 'college_reviewer', '02')
    chief = await s.staff(two, 'administrator')
  })

  test('each decides at the level that is due, registering and voiding alike', async () => {
    const student = await s.student(two)
    const declared = await declare(s, student, '801')
    expect(declared.waitingFor).toBe('college')
    const early = await chief.first.ask(contract.destinationActs.pass, act(declared, {}, two))
    expect([early.statusCode, early.json().code]).toEqual([403, 'reviewed-at-another-level'])
    const seen = await chief.first.call(contract.getDestination, { params: act(declared, {}, two).params })
    expect(seen.actions).toEqual([])
    const once = await college.first.call(contract.destinationActs.pass, act(declared, {}, two))
    expect([once.status, once.waitingFor, once.actions]).toEqual(['in_review', 'school', []])
    const twice = await chief.first.call(contract.destinationActs.pass, act(once, {}, two))
    expect(twice.status).toBe('registered')

    const asked = await student.first.call(
      contract.destinationActs['ask-void'],
      act(twice, { reason: '放弃入学' }, two),
    )
    expect(asked.waitingFor).toBe('college')
    const late = await chief.first.ask(contract.destinationActs['grant-void'], act(asked, {}, two))
    expect(late.json().code).toBe('reviewed-at-another-level')
    const granted = await college.first.call(contract.destinationActs['grant-void'], act(asked, {}, two))
    expect([granted.status, granted.voiding, granted.waitingFor]).toEqual(['registered', true, 'school'])
    expect(
      (await chief.first.call(contract.destinationActs['grant-void'], act(granted, {}, two))).status,
    ).toBe('voided')
    expect(await toldTo(college)).toEqual(['destination.to-review', 'destination.void-to-review'])
    expect(await toldTo(chief)).toEqual(['destination.to-review', 'destination.void-to-review'])
    expect(await toldTo(other)).toEqual([])
  })

  test('a correction goes through all levels again, which stay those of the declaring', async () => {
    const student = await s.student(two)
    const once = await college.first.call(
      contract.destinationActs.pass,
      act(await declare(s, student, '801'), {}, two),
    )
    const sent = await declarationOf(s, student, '801')
    const corrected = await student.first.call(contract.destinationActs.correct, act(once, sent.body, two))
    expect([corrected.waitingFor, corrected.levels]).toEqual(['college', ['college', 'school']])
  })

  test('the queue is each one’s own, oldest first, with counts and colleges in scope', async () => {
    const [mine, theirs] = [await s.student(two), await s.student(two, { college: '02' })]
    const [first, second] = [await declare(s, mine, '801'), await declare(s, theirs, '801')]
    const list = async (who: typeof college, query: Input<typeof contract.listDestinations>['query'] = {}) =>
      who.first.call(contract.listDestinations, { params: { school: two }, query })
    const queue = await list(college)
    expect(queue.items.map(({ id }) => id)).toContain(first.id)
    expect(queue.items.map(({ id }) => id)).not.toContain(second.id)
    expect(queue.colleges).toEqual([{ id: '01', name: '一院' }])
    const forced = await list(college, { college: '02', queue: 'all' })
    expect(forced.items.map(({ id }) => id)).not.toContain(second.id)
    const all = await list(chief, { college: '02', queue: 'all', status: 'in_review' })
    expect(all.items.map(({ id }) => id)).toEqual([second.id])
    expect(all.colleges).toHaveLength(2)
    expect(all.counts.in_review).toBeGreaterThan((await list(other)).counts.in_review ?? 0)
    expect((await list(chief, { q: theirs.name, queue: 'all' })).total).toBe(1)
  })

  test('a batch passes what is due here and says of each other why not', async () => {
    const [mine, theirs] = [await s.student(two), await s.student(two, { college: '02' })]
    const [first, second] = [await declare(s, mine, '801'), await declare(s, theirs, '801')]
    const items = [first, second].map(({ id, version }) => ({ id, seenVersion: version }))
    const stale = { id: first.id, seenVersion: 9 }
    const { results } = await college.first.call(contract.passDestinations, {
      params: { school: two },
      body: { items: [...items, stale] },
    })
    expect(results.map(({ passed, code }) => [passed, code])).toEqual([
      [true, null],
      [false, 'not-found'],
      [false, 'content-changed'],
    ])
    expect(await actionsOf(first.id)).toEqual(['destination.declare', 'destination.pass'])
    expect(await actionsOf(second.id)).toEqual(['destination.declare'])
  })
})

test('for another college, another school, another student and every employer it does not exist', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const declared = await declare(s, student, '801')
  const elsewhere = await s.school()
  const strangers = [
    await s.staff(school, 'college_reviewer', '02'),
    await s.staff(elsewhere, 'administrator'),
    await s.student(school),
    await s.student(elsewhere),
    employer,
  ]
  for (const { first } of strangers)
    expect((await first.ask(contract.getDestination, act(declared, {}))).statusCode).toBe(404)
  for (const endpoint of [contract.destinationActs.withdraw, contract.destinationActs['ask-void']])
    expect((await strangers[2]!.first.ask(endpoint, act(declared, {}))).statusCode).toBe(404)
  expect((await strangers[0]!.first.ask(contract.destinationActs.pass, act(declared, {}))).statusCode).toBe(
    404,
  )
  expect((await employer.first.ask(contract.listDestinations, { params: { school } })).statusCode).toBe(403)
  expect(await actionsOf(declared.id)).toEqual(['destination.declare'])
})

test('the student is kept as declared, whatever the roster says later', async () => {
  const student = await s.student(school)
  const { id, student: before } = await declare(s, student, '801')
  await s.owner.updateTable('students').set({ name: '改名' }).where('id', '=', student.id).execute()
  const view = await reviewer.first.call(contract.getDestination, { params: { school, id } })
  expect(view.student).toEqual(before)
})

test('an act costs about ten statements, beside the session’s and those of the transaction', async () => {
  const student = await s.student(school)
  const sent = await declarationOf(s, student, '801')
  s.statements.length = 0
  const declared = await student.first.call(contract.declareDestination, sent)
  expect(s.statements.length).toBeLessThanOrEqual(14)
  s.statements.length = 0
  const rejected = await reviewer.first.call(
    contract.destinationActs.reject,
    act(declared, { reason: '材料不符' }),
  )
  expect([rejected.status, s.statements.length <= 12]).toEqual(['rejected', true])
})
