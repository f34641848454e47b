import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '../../../contracts/accounts.ts'
import { declareDestination, listMyDestinations } from '../../../contracts/destinations.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { findByDocument, listStudents } from '../../../contracts/roster.ts'
import { getRosterImport, listRosterRows, uploadRoster } from '../../../contracts/roster-imports.ts'
import {
  addStudent,
  enrolmentActs,
  findStudentToInvite,
  getStudentFile,
  moveStudent,
} from '../../../contracts/students.ts'
import type { EnrolmentAction } from '../../../domain/enrolment/life.ts'
import { verifyJournal } from '../../db/journal.ts'
import { declarationOf } from '../../testing/destination-forms.ts'
import { csvOf, rosterStudent, typedStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn } from '../../testing/told.ts'

let s: Scenario
let school: string
type Staff = Awaited<ReturnType<Scenario['staff']>>
let reviewer: Staff
let administrator: Staff
let ofCollege: Staff
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  administrator = await s.staff(school, 'administrator')
  ofCollege = await s.staff(school, 'college_reviewer', '01')
})
afterAll(() => s.stop())

const file = (id: string) => reviewer.first.call(getStudentFile, { params: { school, id } })
const mark = async (id: string, action: EnrolmentAction, by = reviewer) => {
  const { version: seenVersion } = await file(id)
  return by.first.ask(enrolmentActs[action], {
    params: { school, id },
    body: { seenVersion, reason: '学籍异动' },
  })
}
const toldOf = async ({ first }: Pick<Staff, 'first'>) =>
  (await first.call(listNotifications, { query: { pageSize: 100 } })).items.map(({ kind }) => kind)

test('a delayed student reads an invitation and cannot accept it, its employer is told, and both once it is taken back', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  const marked = (await mark(student.id, 'delay')).json()
  expect([marked.enrolment, marked.version]).toEqual(['delayed', 2])
  const shown = await student.first.call(getInvitation, { params: { school, id: invitation.id } })
  expect(shown.actions).toEqual(['decline'])
  const accepted = await student.first.ask(invitationActs.accept, s.acceptance(invitation))
  expect([accepted.statusCode, accepted.json().code]).toEqual([409, 'student-delayed'])
  expect(await toldOf(student)).toContain('student.delayed')
  expect(await toldOf(employer)).toContain('invitation.on-hold')
  expect(await toldOf(ofCollege)).toContain('student.enrolment-changed')

  await mark(student.id, 'take-back')
  expect(await toldOf(employer)).toContain('invitation.resumed')
  expect(await toldOf(student)).toEqual(
    expect.arrayContaining(['student.taken-back', 'invitation.answerable-again']),
  )
  expect((await student.first.ask(invitationActs.accept, s.acceptance(invitation))).statusCode).toBe(200)
  expect(await actionsOn(s, `student:${student.id}`)).toEqual(['student.delay', 'student.take-back'])
})

test('who completed without the degree signs on', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  await mark(student.id, 'complete')
  expect((await student.first.ask(invitationActs.accept, s.acceptance(invitation))).statusCode).toBe(200)
})

test('what is under review is decided first, and what is in force keeps its student on the roster', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const agreement = await s.sign(employer, student)
  const delayed = await mark(student.id, 'delay')
  expect([delayed.statusCode, delayed.json().code, delayed.json().title]).toEqual([
    409,
    'case-under-review',
    expect.stringContaining(employer.name),
  ])
  await s.certify(agreement, reviewer)
  expect((await mark(student.id, 'delay')).statusCode).toBe(200)
  const withdrawn = await mark(student.id, 'withdraw')
  expect([withdrawn.statusCode, withdrawn.json().code]).toEqual([409, 'student-holds-place'])
  const { enrolment, employment } = await file(student.id)
  expect([enrolment, employment.status]).toEqual(['delayed', 'employed'])
})

test('off the roster nothing is begun and nothing is lost; back on it, all is as it was', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  await mark(student.id, 'withdraw')
  const { params, body } = await declarationOf(s, student, '70')
  const declared = await student.first.ask(declareDestination, { params, body })
  expect(declared.json().code).toBe('student-off-roster')
  const { reasons } = await student.first.call(listMyDestinations, { params: { school } })
  expect(reasons.map(({ code }) => code)).toContain('student-off-roster')
  const found = await employer.first.call(findStudentToInvite, {
    params: { school },
    body: { name: student.name, studentNumber: student.studentNumber },
  })
  expect(found.reasons.map(({ code }) => code)).toEqual(['student-cannot-sign'])
  await expect(s.invite(employer, student)).rejects.toThrow()
  const listed = await reviewer.first.call(listStudents, {
    params: { school },
    query: { enrolment: 'withdrawn', pageSize: 100 },
  })
  expect(listed.items.map(({ id }) => id)).toContain(student.id)
  await mark(student.id, 'take-back')
  await s.invite(employer, student)
})

test('the database holds it too: no place for who is off the roster', async () => {
  const student = await s.student(school)
  await mark(student.id, 'withdraw')
  const placed = s.owner
    .insertInto('placements')
    .values({
      schoolId: school,
      studentId: student.id,
      kind: 'paper',
      holder: '某单位',
      agreementId: student.id,
      takenAt: s.now(),
    })
    .execute()
  await expect(placed).rejects.toThrow('placements_of_who_is_on_roster')
})

test('marks are the school’s own staff’s, of their own school', async () => {
  const student = await s.student(school)
  expect((await mark(student.id, 'delay', ofCollege)).statusCode).toBe(403)
  const elsewhere = await s.staff(await s.school(), 'administrator')
  expect((await mark(student.id, 'delay', elsewhere)).statusCode).toBeGreaterThanOrEqual(403)
  expect(
    (await ofCollege.first.call(getStudentFile, { params: { school, id: student.id } })).actions,
  ).toEqual([])
  expect((await file(student.id)).actions).toEqual(['move', 'delay', 'complete', 'withdraw'])
})

test('a mark takes few statements, whatever there is', async () => {
  const student = await s.student(school)
  const body = { seenVersion: 1, reason: '延长学制' }
  const before = s.statements.length
  await reviewer.first.call(enrolmentActs.delay, { params: { school, id: student.id }, body })
  const acted = s.statements.slice(before)
  const writing = acted.findIndex((sql) => sql.includes('insert into journal'))
  // The session, the scope, four kinds of case, the student, what began beside, the invitations, the row.
  expect(writing).toBeLessThanOrEqual(12)
})

describe('one student by hand', () => {
  const add = (values: object, by = administrator) =>
    by.first.ask(addStudent, { params: { school }, body: { values } })

  test('is on the roster as if from a file, and the first login lets them in', async () => {
    const values = typedStudent(11, { mobile: '13800001234', politicalStatus: '共青团员' })
    const { id } = (await add(values)).json()
    const shown = await file(id)
    expect(shown).toMatchObject({
      name: '新生11',
      enrolment: 'enrolled',
      verified: false,
      graduationYear: 2027,
    })
    const entered = await s.visitor().ask(signIn, {
      body: { portal: 'student', school, login: values.studentNumber!, secret: values.documentNumber! },
    })
    expect(entered.statusCode).toBe(200)
    const found = await reviewer.first.call(findByDocument, {
      params: { school },
      body: { documentNumber: values.documentNumber! },
    })
    expect(found.items.map((one) => one.id)).toEqual([id])
    expect(await actionsOn(s, `student:${id}`)).toEqual(['student.add'])
    // A file that says the same finds nothing to do.
    const at = { params: { school }, query: { name: '名单.csv' } }
    const same = rosterStudent(11, { 手机号码: '13800001234', 政治面貌: '共青团员' })
    const brought = await administrator.first.call(uploadRoster, { ...at, file: csvOf([same]) })
    await s.services.background.settled()
    const { counts } = await administrator.first.call(getRosterImport, { params: { school, id: brought.id } })
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 1, faulty: 0 })
  })

  test('is judged as a row of a file is: the same faults, each by its field, and nothing is entered', async () => {
    const wrong = { 证件号码: '420111200501010011', 学历: '幼儿园', 毕业年度: '2099', 手机号码: '123' }
    const at = { params: { school }, query: { name: '名单.csv' } }
    const brought = await administrator.first.call(uploadRoster, {
      ...at,
      file: csvOf([rosterStudent(12, wrong)]),
    })
    await s.services.background.settled()
    const { items } = await administrator.first.call(listRosterRows, { params: { school, id: brought.id } })
    const typed = typedStudent(12, {
      documentNumber: wrong.证件号码,
      educationLevel: wrong.学历,
      graduationYear: wrong.毕业年度,
      mobile: wrong.手机号码,
    })
    const refused = await add(typed)
    expect(refused.statusCode).toBe(422)
    const { errors } = refused.json() as { errors: { field: string; message: string }[] }
    expect(errors.map(({ message }) => message).sort()).toEqual(
      items[0]!.faults.map(({ said }) => said).sort(),
    )
    expect(errors.map(({ field }) => field)).toContain('values.documentNumber')
    expect((await add({ name: '无' })).json().errors.length).toBeGreaterThan(3)
    expect((await add({ ...typedStudent(12), nothing: '1' })).statusCode).toBe(422)
  })

  test('nobody twice, by number or by document, by two at once either', async () => {
    const known = typedStudent(13)
    expect((await add(known)).statusCode).toBe(200)
    const again = await add({ ...typedStudent(14), studentNumber: known.studentNumber!.toLowerCase() })
    expect([again.json().code, again.json().errors[0].field]).toEqual([
      'student-on-roster',
      'values.studentNumber',
    ])
    const sameDocument = await add({ ...typedStudent(15), documentNumber: known.documentNumber })
    expect(sameDocument.json().errors[0].field).toBe('values.documentNumber')
    const twice = { params: { school }, body: { values: typedStudent(16) } }
    const both = await Promise.all([
      administrator.first.ask(addStudent, twice),
      administrator.second.ask(addStudent, twice),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  test('by the administrator alone, who says who may sign in', async () => {
    expect((await add(typedStudent(17), reviewer)).statusCode).toBe(403)
  })
})

test('a move of major and class is told, journaled before and after, and leaves what was signed', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const agreement = await s.sign(employer, student)
  const moved = await reviewer.first.call(moveStudent, {
    params: { school, id: student.id },
    body: {
      seenVersion: 1,
      collegeId: '01',
      majorName: '软件工程',
      majorCode: '080902',
      className: '软工一班',
      reason: '转专业',
    },
  })
  expect([moved.college, moved.major, moved.className, moved.majorCode]).toEqual([
    '一院',
    '软件工程',
    '软工一班',
    '080902',
  ])
  expect(agreement.student.major).toBe('计算机')
  expect(await toldOf(student)).toContain('student.moved')
  const [line] = await s.journal(`student:${student.id}`)
  expect(line!.entry).toMatchObject({
    action: 'student.move-college',
    data: { 'majorName.before': '计算机', 'majorName.after': '软件工程' },
  })
  expect((await verifyJournal(s.db)).faults).toEqual([])
})
