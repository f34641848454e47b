import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctionActs } from '../../../contracts/corrections.ts'
import { listRosterHistory, unmaskStudent } from '../../../contracts/roster.ts'
import { commitRosterImport, uploadRoster } from '../../../contracts/roster-imports.ts'
import { enrolmentActs, moveStudent } from '../../../contracts/students.ts'
import { askCorrection } from '../../testing/asked-correction.ts'
import { csvOf } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let administrator: typeof reviewer
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  administrator = await s.staff(school, 'administrator')
})
afterAll(() => s.stop())

let minute = 0
const later = () =>
  s.setClock(new Date(Date.parse('2026-06-01T10:00:00+08:00') + ++minute * 60_000).toISOString())

test('everything that was changed about a student, by whom, when and from what to what, the newest first, in pages', async () => {
  const student = await s.student(school)
  const at = { params: { school, id: student.id } }
  const history = (query: object = {}) => reviewer.first.call(listRosterHistory, { ...at, query })
  expect(await history()).toMatchObject({ items: [], total: 0 })

  later()
  const row = {
    学号: student.studentNumber,
    姓名: student.name,
    证件号码: student.idNumber,
    院系: '一院',
    学历: '31',
    专业名称: '软件工程',
    毕业年度: '2026',
    家庭地址: '武汉市洪山区珞喻路 1 号',
    手机号码: '13900001234',
  }
  const file = { params: { school }, query: { name: '名单.csv' }, file: csvOf([row]) }
  const brought = await administrator.first.call(uploadRoster, file)
  await s.services.background.settled()
  await administrator.first.call(commitRosterImport, { params: { school, id: brought.id } })
  later()
  const asked = await askCorrection(s, student, { className: '二班' })
  const refused = await askCorrection(s, await s.student(school), { className: '三班' })
  await reviewer.first.call(correctionActs.pass, {
    params: { school, id: asked.id },
    body: { seenVersion: asked.version },
  })
  await reviewer.first.call(correctionActs.reject, {
    params: { school, id: refused.id },
    body: { seenVersion: refused.version, reason: '与学籍一致' },
  })
  later()
  await reviewer.first.call(moveStudent, {
    ...at,
    body: { seenVersion: 3, collegeId: '02', className: '五班', reason: '转专业' },
  })
  later()
  await reviewer.first.call(enrolmentActs.delay, { ...at, body: { seenVersion: 4, reason: '延长学制' } })
  later()
  await reviewer.first.call(unmaskStudent, { ...at, body: { purpose: 'identity', reason: '窗口核验' } })

  const { items, total } = await history()
  expect(total).toBe(5)
  const told = items.map(({ action, reason, purpose, changes }) => [
    action,
    purpose ?? reason,
    ...changes.map(({ name, from, to }) => (from === null ? name : `${name}: ${from} → ${to}`)),
  ])
  expect(told).toEqual([
    ['student.unmask', 'identity'],
    ['student.delay', '延长学制'],
    ['student.move-college', '转专业', '院系: 一院 → 二院', '班级: 二班 → 五班'],
    ['correction.pass', null, '班级: 一班 → 二班'],
    ['student.import-data', null, '专业名称: 计算机 → 软件工程', '家庭地址'],
  ])
  expect(items[0]).toMatchObject({ reason: '窗口核验', actorRole: 'reviewer', at: s.now().toISOString() })
  const [second] = (await history({ page: 2, pageSize: 2 })).items
  expect(second).toEqual(items[2])
  expect(JSON.stringify(items)).not.toContain('珞喻路')
  expect(JSON.stringify(await s.journal(`student:${student.id}`))).not.toContain('珞喻路')
})

test('is read within the reader’s scope alone', async () => {
  const student = await s.student(school)
  const other = await s.staff(school, 'college_reviewer', '02')
  const answer = await other.first.ask(listRosterHistory, { params: { school, id: student.id } })
  expect(answer.statusCode).toBe(404)
})

test('a move that was journaled before moves said what they change says from where to where', async () => {
  const student = await s.student(school)
  const line = {
    action: 'student.move-college',
    at: s.now().toISOString(),
    actor: { id: reviewer.userId, name: '某人', role: 'reviewer', ip: '', userAgent: '' },
    from: '01',
    to: '02',
    reason: '转专业',
    data: { version: 1 },
  }
  await s.owner
    .insertInto('journal')
    .values({
      schoolId: school,
      subject: `student:${student.id}`,
      seq: 1,
      entry: JSON.stringify(line),
      hash: Buffer.alloc(32),
    })
    .execute()
  const { items } = await reviewer.first.call(listRosterHistory, { params: { school, id: student.id } })
  expect(items[0]!.changes).toEqual([{ name: '院系', nameEn: 'College', from: '一院', to: '二院' }])
})
