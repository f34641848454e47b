import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMe, listSessions, signIn } from '../../../contracts/accounts.ts'
import { listAgreements } from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/platform.ts'
import { addCollege, getSchool, listSchools, renameCollege } from '../../../contracts/schools.ts'
import * as staff from '../../../contracts/staff.ts'
import { findStudentToInvite } from '../../../contracts/students.ts'
import { sweep } from '../../background/sweep.ts'
import { inTransaction } from '../../db/database.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { disableOperator, letOperatorBegin } from '../accounts/operators.ts'

let s: Scenario
let operator: Visitor
beforeAll(async () => {
  s = await startScenario()
  operator = (await s.enter({ portal: 'platform' })).first
})
afterAll(() => s.stop())

const PASSWORD = 'Chun-Tian-2026'
const tokenOf = (link: string) => new URL(link).hash.slice(1)
const open = (code: string) =>
  operator.call(contract.openSchool, {
    body: {
      code,
      name: `大学${code}`,
      nameEn: `University ${code}`,
      administrator: { login: 'zhang', name: '张处长' },
    },
  })
const linkFor = (code: string, userId: string) =>
  operator.call(contract.giveAdministratorLink, { params: { code }, body: { userId } })
const begin = (link: string, password = PASSWORD, by = s.visitor()) =>
  by.ask(staff.enterByLink, { body: { token: tokenOf(link), password, language: 'zh-CN' } })

/** A school that was opened, with its first administrator at work. */
async function opened(code: string) {
  const school = await open(code)
  const id = school.administrators[0]!.id
  const administrator = s.visitor()
  const { link } = await linkFor(code, id)
  expect((await begin(link, PASSWORD, administrator)).statusCode).toBe(200)
  return { id, administrator, params: { school: code } }
}

test('from an empty platform: an operator opens a school, its administrator begins by the link, adds a college and staff, who sign in', async () => {
  const { link } = await inTransaction(s.db, (tx) =>
    letOperatorBegin(tx, { login: 'yun', name: '运营' }, { baseUrl: 'http://localhost:3000', at: s.now() }),
  )
  const first = s.visitor()
  expect((await first.call(staff.openLink, { body: { token: tokenOf(link) } })).portal).toBe('platform')
  await begin(link, PASSWORD, first)
  expect((await first.call(getMe)).portal).toBe('platform')

  const { administrator, params } = await opened('40001')
  const { items } = await administrator.call(addCollege, { params, body: { id: '01', name: '计算机学院' } })
  expect(items).toEqual([{ id: '01', name: '计算机学院' }])
  const body = { login: 'li', name: '李老师', role: 'college_reviewer' as const, collegeId: '01' }
  const li = await administrator.call(staff.addStaff, { params, body })
  expect([li.begun, li.college, li.linkUntil]).toEqual([false, '计算机学院', null])
  const given = await administrator.call(staff.giveStaffLink, { params: { ...params, id: li.id } })
  expect(given.link).toMatch(/^http:\/\/localhost:3000\/enter#[\w-]{43}$/)
  await begin(given.link)
  const asLi = s.visitor()
  const me = await asLi.call(signIn, {
    body: { portal: 'school', school: '40001', login: 'li', secret: PASSWORD },
  })
  expect([me.staffRole, me.college]).toEqual(['college_reviewer', '计算机学院'])
  const acts = [...(await s.journal('school:40001')), ...(await s.journal(`staff:${li.id}`))]
  expect(acts.map(({ entry }) => (entry as { action: string }).action)).toEqual([
    'school.open',
    'school.add-college',
    'staff.add',
    'staff.give-link',
    'staff.begin',
  ])
})

test('a link opens once, for seven days, and a newer one replaces it', async () => {
  const { id } = (await open('40002')).administrators[0]!
  const { link: older } = await linkFor('40002', id)
  const { link } = await linkFor('40002', id)
  expect((await begin(older)).json().code).toBe('link-over')
  expect((await begin(link, '12345678')).json()).toMatchObject({ code: 'weak-password' })
  const answers = await Promise.all([begin(link), begin(link, 'Qiu-Tian-2026')])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
  expect((await begin(link)).json().code).toBe('link-over')
  const again = await operator.ask(contract.giveAdministratorLink, {
    params: { code: '40002' },
    body: { userId: id },
  })
  expect(again.json().code).toBe('already-begun')

  const { id: late } = (await open('40003')).administrators[0]!
  const { link: over } = await linkFor('40003', late)
  const now = s.now().toISOString()
  s.setClock('2026-06-08T10:00:00+08:00')
  expect((await begin(over)).json().code).toBe('link-over')
  s.setClock(now)
})

test('the token of a link stands nowhere in the database', async () => {
  const { id } = (await open('40004')).administrators[0]!
  const answer = await operator.ask(contract.giveAdministratorLink, {
    params: { code: '40004' },
    body: { userId: id },
    key: 'once',
  })
  const token = tokenOf(answer.json().link)
  for (const table of ['entryLinks', 'keptAnswers', 'journal'] as const)
    expect(JSON.stringify(await s.db.selectFrom(table).selectAll().execute())).not.toContain(token)
})

test('a suspended school: its people are out and stay out, nobody is invited, nothing is lost; resumed, all goes on', async () => {
  const code = await s.school()
  const [student, reviewer, employer] = [
    await s.student(code),
    await s.staff(code, 'school_reviewer'),
    await s.employer(code),
  ]
  const find = () =>
    employer.first.ask(findStudentToInvite, {
      params: { school: code },
      body: { name: student.name, studentNumber: student.studentNumber },
    })
  const params = { code }
  const school = await operator.call(contract.suspendSchool, { params, body: { reason: '合同到期' } })
  expect(school.suspendedAt).not.toBeNull()
  for (const { first } of [student, reviewer])
    expect((await first.ask(getMe)).json().code).toBe('not-signed-in')
  expect((await find()).json().code).toBe('school-suspended')
  expect((await s.visitor().call(getSchool, { params: { school: code } })).suspended).toBe(true)
  // Its people read at the door why they do not get in.
  const atDoor = await s.visitor().call(listSchools)
  expect(atDoor.items.find((one) => one.code === code)?.suspended).toBe(true)
  const again = await operator.ask(contract.suspendSchool, { params, body: { reason: '再次' } })
  expect(again.json().code).toBe('already-moved-on')

  await operator.call(contract.resumeSchool, { params, body: { reason: '' } })
  expect((await reviewer.first.ask(listAgreements, { params: { school: code } })).statusCode).toBe(200)
  expect((await find()).statusCode).toBe(200)
})

test('whoever is disabled is out at once, cannot sign in, and their link opens nothing', async () => {
  const { administrator, params } = await opened('40005')
  const body = { login: 'wang', name: '王老师', role: 'school_reviewer' as const, collegeId: null }
  const { id } = await administrator.call(staff.addStaff, { params, body })
  const { link } = await administrator.call(staff.giveStaffLink, { params: { ...params, id } })
  const wang = s.visitor()
  await begin(link, PASSWORD, wang)
  const reset = await administrator.call(staff.giveStaffLink, { params: { ...params, id } })
  const disabled = await administrator.call(staff.disableStaff, {
    params: { ...params, id },
    body: { reason: '调离' },
  })
  expect([disabled.disabled, disabled.linkUntil]).toEqual([true, null])
  expect((await wang.ask(listSessions)).json().code).toBe('not-signed-in')
  expect((await begin(reset.link)).json().code).toBe('link-over')
  const answer = await wang.ask(signIn, {
    body: { portal: 'school', school: '40005', login: 'wang', secret: PASSWORD },
  })
  expect(answer.json().code).toBe('account-closed')
  expect((await administrator.ask(staff.giveStaffLink, { params: { ...params, id } })).json().code).toBe(
    'account-disabled',
  )
  await administrator.call(staff.enableStaff, { params: { ...params, id } })
  await wang.call(signIn, {
    body: { portal: 'school', school: '40005', login: 'wang', secret: PASSWORD },
  })
})

test('whoever is disabled is told nothing any more, and whoever runs the school is told of an administrator by the platform', async () => {
  const code = await s.school()
  const [stays, leaves] = [await s.staff(code, 'administrator'), await s.staff(code, 'school_reviewer')]
  const params = { params: { school: code, id: leaves.userId }, body: { reason: '离职' } }
  await stays.first.call(staff.disableStaff, params)
  await operator.call(contract.addAdministrator, {
    params: { code },
    body: { login: 'new', name: '新主任', reason: '学校来函' },
  })
  await s.sign(await s.employer(code), await s.student(code))
  const toldTo = async (userId: string) =>
    (await s.db.selectFrom('notifications').where('userId', '=', userId).select('kind').execute())
      .map(({ kind }) => kind)
      .sort()
  expect(await toldTo(stays.userId)).toEqual(['account.administrator-added', 'agreement.to-review'])
  expect(await toldTo(leaves.userId)).toEqual([])
})

test('a link opens nothing once who gave it is disabled, or has another duty', async () => {
  const { id: first, administrator, params } = await opened('40012')
  const adding = (login: string, role: 'administrator' | 'school_reviewer') =>
    administrator.call(staff.addStaff, { params, body: { login, name: '某老师', role, collegeId: null } })
  const linkFrom = async (by: typeof administrator, id: string) =>
    (await by.call(staff.giveStaffLink, { params: { ...params, id } })).link
  const { id: reader } = await adding('reader', 'school_reviewer')
  const { id: other } = await adding('other', 'administrator')
  const second = s.visitor()
  await begin(await linkFrom(administrator, other), PASSWORD, second)
  const duty = { name: '某老师', role: 'school_reviewer', collegeId: null } as const
  const kept = await linkFrom(second, reader)
  const { version } = await administrator.call(staff.getStaffMember, { params: { ...params, id: other } })
  await administrator.call(staff.changeDuty, {
    params: { ...params, id: other },
    body: { ...duty, seenVersion: version },
  })
  expect((await begin(kept)).json().code).toBe('link-over')
  await administrator.call(staff.changeDuty, {
    params: { ...params, id: other },
    body: { ...duty, role: 'administrator', seenVersion: version + 1 },
  })
  const keptToo = await linkFrom(administrator, reader)
  await second.call(staff.disableStaff, { params: { ...params, id: first }, body: { reason: '离职' } })
  expect((await begin(keptToo)).json().code).toBe('link-over')
  expect((await begin(await linkFrom(second, reader))).statusCode).toBe(200)
})

test('a link that is over is not kept', async () => {
  const { id } = (await open('40010')).administrators[0]!
  await linkFor('40010', id)
  const kept = () => s.db.selectFrom('entryLinks').where('userId', '=', id).select('userId').execute()
  const now = s.now().toISOString()
  await sweep(s.services)
  expect(await kept()).toHaveLength(1)
  s.setClock('2026-06-08T10:00:00+08:00')
  await sweep(s.services)
  expect(await kept()).toEqual([])
  s.setClock(now)
})

test('a school keeps an administrator who can sign in, also where two disable each other at once', async () => {
  const { id, administrator, params } = await opened('40006')
  const alone = { params: { ...params, id }, body: { reason: '离职' } }
  expect((await administrator.ask(staff.disableStaff, alone)).json().code).toBe('not-for-oneself')
  const other = await administrator.call(staff.addStaff, {
    params,
    body: { login: 'zhao', name: '赵老师', role: 'administrator', collegeId: null },
  })
  const { link } = await administrator.call(staff.giveStaffLink, { params: { ...params, id: other.id } })
  const zhao = s.visitor()
  await begin(link, PASSWORD, zhao)
  const answers = await Promise.all([
    zhao.ask(staff.disableStaff, alone),
    administrator.ask(staff.disableStaff, { params: { ...params, id: other.id }, body: { reason: '离职' } }),
  ])
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  const refused = answers.find(({ statusCode }) => statusCode !== 200)!
  // Or it came once the other was out already.
  expect(['last-administrator', 'not-signed-in']).toContain(refused.json().code)
})

test('log-ins, colleges and schools are there once; what was changed meanwhile is not written over', async () => {
  const { administrator, params } = await opened('40007')
  const twice = await operator.ask(contract.openSchool, {
    body: { code: '40007', name: '另一所', nameEn: 'Other', administrator: { login: 'a', name: '甲' } },
  })
  expect(twice.json()).toMatchObject({ code: 'school-exists', errors: [{ field: 'code' }] })
  const taken = { login: 'zhang', name: '另一位', role: 'school_reviewer', collegeId: null }
  expect((await administrator.ask(staff.addStaff, { params, body: taken })).json()).toMatchObject({
    code: 'login-taken',
    errors: [{ field: 'login' }],
  })
  const noCollege = { ...taken, login: 'x', role: 'college_reviewer' }
  expect((await administrator.ask(staff.addStaff, { params, body: noCollege })).json().code).toBe(
    'no-such-college',
  )
  await administrator.call(addCollege, { params, body: { id: '01', name: '一院' } })
  const again = await administrator.ask(addCollege, { params, body: { id: '01', name: '二院' } })
  expect(again.json()).toMatchObject({ code: 'college-exists', errors: [{ field: 'id' }] })
  const rename = (seenName: string) =>
    administrator.ask(renameCollege, {
      params: { ...params, college: '01' },
      body: { name: `新${seenName}`, seenName },
    })
  expect((await rename('旧名')).json().code).toBe('content-changed')
  expect((await rename('一院')).json().items).toEqual([{ id: '01', name: '新一院' }])
})

test('an operator who is disabled by the command is out at once', async () => {
  const begun = (login: string) =>
    inTransaction(s.db, (tx) =>
      letOperatorBegin(tx, { login, name: '某' }, { baseUrl: 'http://localhost:3000', at: s.now() }),
    )
  const one = s.visitor()
  await begin((await begun('gone')).link, PASSWORD, one)
  expect(await inTransaction(s.db, (tx) => disableOperator(tx, 'gone', s.now()))).toBe(true)
  expect(await inTransaction(s.db, (tx) => disableOperator(tx, 'nobody', s.now()))).toBe(false)
  expect((await one.ask(contract.listOperatedSchools)).json().code).toBe('not-signed-in')
})

test('staff and schools are found by name and log-in, and by nothing of another school', async () => {
  const [one, two] = [await opened('40008'), await opened('40009')]
  const add = ({ administrator, params }: typeof one, login: string) =>
    administrator.call(staff.addStaff, {
      params,
      body: { login, name: `赵${login}`, role: 'school_reviewer', collegeId: null },
    })
  await add(one, 'Qian')
  await add(two, 'qian')
  const found = async (q: string) =>
    (await one.administrator.call(staff.listStaff, { params: one.params, query: { q } })).items.map(
      ({ login }) => login,
    )
  expect(await found('赵')).toEqual(['Qian'])
  expect(await found('QIAN')).toEqual(['Qian'])
  expect(await found('')).toEqual(['Qian', 'zhang'])
  const schools = async (q: string) =>
    (await operator.call(contract.listOperatedSchools, { query: { q } })).items.map(({ code }) => code)
  expect(await schools('40008')).toEqual(['40008'])
  expect(await schools('university 40009')).toEqual(['40009'])
})

test('all of it stands in the journal, whole', async () => {
  expect((await verifyJournal(s.db)).faults).toEqual([])
})
