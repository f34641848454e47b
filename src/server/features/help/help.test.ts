import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/help.ts'
import { getKept } from '../../../contracts/privacy.ts'
import { addStudent } from '../../../contracts/students.ts'
import { remind } from '../../background/reminders.ts'
import { sweep } from '../../background/sweep.ts'
import { typedStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

let s: Scenario
let school: string
let params: { school: string }
let counsellor: Awaited<ReturnType<Scenario['staff']>>
let office: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  s.setClock('2026-06-10T10:00:00+08:00')
  school = await s.school()
  params = { school }
  counsellor = await s.staff(school, 'college_reviewer', '01')
  office = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

type Filter = NonNullable<Input<typeof contract.listToHelp>['query']>
const CONTENT = {
  spokeOn: '2026-06-01',
  spokeBy: 'phone' as const,
  wishFor: null,
  offered: '推荐了两个岗位',
  nextStep: '',
  nextOn: null,
}
type Content = Input<typeof contract.writeHelpRecord>['body']
const write = (id: string, change: Partial<Content> = {}) =>
  counsellor.first.call(contract.writeHelpRecord, {
    params: { school, id },
    body: { ...CONTENT, ...change },
  })
const list = async (query: Filter = {}) =>
  counsellor.first.call(contract.listToHelp, { params, query: { pageSize: 100, ...query } })
const idsOf = async (query?: Filter) => (await list(query)).items.map(({ id }) => id)
const send = (by: typeof office, body: Input<typeof contract.sendHelpNotice>['body']) =>
  by.first.ask(contract.sendHelpNotice, { params, body })

test('who has no work is named to their home region unless they refuse, who refuses is counted, and all of it is kept and told', async () => {
  const at = await s.school()
  const office = await s.staff(at, 'administrator')
  const ofCollege = await s.staff(at, 'college_reviewer', '02')
  const [agrees, silent, refuses, placed] = [
    await s.student(at, { phone: '13800138000' }),
    await s.student(at),
    await s.student(at),
    await s.student(at),
  ]
  await s.certify(await s.sign(await s.employer(at), placed), office)
  for (const [n, one] of [agrees, silent, refuses, placed].entries())
    await sql`update students set home_region = ${['420111', '110105', '420111', '420111'][n]} where id = ${one.id}`.execute(
      s.db,
    )
  const of = { params: { school: at } }
  const say = (student: typeof agrees, isReferred: boolean) =>
    student.first.call(contract.sayReferral, { ...of, body: { isReferred } })
  await say(refuses, true)
  expect((await say(refuses, false)).referral).toEqual({ isReferred: false, saidAt: s.now().toISOString() })
  await say(agrees, true)
  const counted = (by: typeof office) => by.first.call(contract.countReferrals, { ...of, query: {} })
  expect(await counted(office)).toEqual({ agreed: 1, unanswered: 1, refused: 1 })
  expect(await counted(ofCollege)).toEqual({ agreed: 0, unanswered: 0, refused: 0 })
  const file = await office.first.ask(contract.takeReferrals, {
    ...of,
    body: { purpose: 'report', reason: '', language: 'zh-CN' },
  })
  const [headings, ...rows] = (await readXlsx(file.rawPayload)).sheets[0]!.rows
  expect(headings?.slice(0, 4)).toEqual(['生源地代码', '生源地', '学号', '姓名'])
  expect(rows.slice(0, 2).map((row) => [row[0], row[3], row[9]])).toEqual([
    ['110105', silent.name, '未表态'],
    ['420111', agrees.name, '同意移交'],
  ])
  expect([rows.length, rows[1]?.[8], rows[3]?.[0]]).toEqual([
    4,
    '13800138000',
    '不同意移交、未列入本名单：1 人',
  ])
  const actions = async ({ id }: typeof agrees) =>
    (await s.journal(`student:${id}`)).map(({ entry }) => (entry as { action: string }).action)
  expect(await actions(refuses)).not.toContain('student.download-data')
  expect((await actions(refuses)).filter((one) => one === 'student.say-referral')).toHaveLength(2)
  expect(await actions(agrees)).toContain('student.download-data')
})

test('lists who has no destination, whose next step is due first, page by page, and each filter narrows', async () => {
  const [plain, early, late, coming, placed] = [
    await s.student(school),
    await s.student(school),
    await s.student(school),
    await s.student(school),
    await s.student(school),
  ]
  const other = await s.student(school, { college: '02' })
  const certifier = await s.staff(school, 'administrator')
  await s.certify(await s.sign(await s.employer(school), placed), certifier)
  await write(late.id, { wishFor: 'army', nextStep: '回访', nextOn: '2026-06-10' })
  await write(early.id, { nextStep: '回访', nextOn: '2026-06-09' })
  await write(coming.id, { spokeOn: '2026-06-08', nextStep: '回访', nextOn: '2026-06-11' })
  const all = [early.id, late.id, plain.id, coming.id]
  expect(await idsOf()).toEqual(all)
  expect((await list()).items.map(({ isDue }) => isDue)).toEqual([true, true, false, false])
  // From each place on and back from it, across those whose step is due and the others.
  for (const pageSize of [1, 2, 3])
    for (const [nth, place] of all.entries()) {
      const on = all.slice(nth + 1, nth + 1 + pageSize)
      const back = all.slice(Math.max(0, nth - pageSize), nth)
      if (on.length > 0) expect(await idsOf({ page: 2, pageSize, after: place })).toEqual(on)
      if (back.length > 0) expect(await idsOf({ page: 1, pageSize, before: place })).toEqual(back)
    }
  expect(await idsOf({ page: 2, pageSize: 3 })).toEqual(all.slice(3))
  expect((await list({ pageSize: 1 })).total).toBe(4)
  expect(await idsOf({ contact: 'never' })).toEqual([plain.id])
  expect(await idsOf({ notSince: '2026-06-02' })).toEqual([early.id, late.id, plain.id])
  expect(await idsOf({ wishFor: 'army' })).toEqual([late.id])
  expect(await idsOf({ q: late.name })).toEqual([late.id])
  // What came of the last contact counts, and no earlier one.
  await write(late.id, { spokeOn: '2026-06-02' })
  expect(await idsOf({ wishFor: 'army' })).toEqual([])
  expect(await idsOf()).toEqual([early.id, plain.id, late.id, coming.id])
  // A college’s own reads its own.
  const asked = { params: { school, id: other.id } }
  expect((await counsellor.first.ask(contract.getHelped, asked)).statusCode).toBe(404)
  expect(
    (await office.first.call(contract.listToHelp, { params, query: { college: '02' } })).items,
  ).toHaveLength(1)
  expect((await office.first.call(contract.getHelped, asked)).records).toEqual([])
})

test('a record is told and shown to its student; its writer alone corrects it, one of two who do, and what was before stays', async () => {
  const student = await s.student(school)
  const refused = await counsellor.first.ask(contract.writeHelpRecord, {
    params: { school, id: student.id },
    body: { ...CONTENT, nextStep: '回访', nextOn: '2026-05-20' },
  })
  expect([refused.statusCode, refused.json().errors]).toMatchObject([422, [{ field: 'nextOn' }]])
  const ahead = { params: { school, id: student.id }, body: { ...CONTENT, spokeOn: '2026-06-11' } }
  expect((await counsellor.first.ask(contract.writeHelpRecord, ahead)).json()).toMatchObject({
    code: 'day-not-meant',
  })
  const { records } = await write(student.id)
  const key = { school, id: records[0]!.id }
  const correct = (by: typeof office, offered: string) =>
    by.first.ask(contract.correctHelpRecord, {
      params: key,
      body: { ...CONTENT, offered, seenVersion: 1 },
    })
  expect((await correct(office, '别人的话')).json().code).toBe('help-not-your-record')
  const both = await Promise.all([correct(counsellor, '推荐了三个岗位'), correct(counsellor, '四个')])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const mine = await student.first.call(contract.getMyHelp, { params })
  expect(mine.records).toMatchObject([{ version: 2, isOwn: false, earlier: [{ offered: CONTENT.offered }] }])
  expect(await kindsToldTo(s, student)).toEqual(expect.arrayContaining(['help.corrected', 'help.recorded']))
  const actions = await actionsOn(s, `student:${student.id}`)
  expect(actions.slice(-2)).toEqual(['student.write-help-record', 'student.correct-help-record'])
  expect(JSON.stringify(await student.first.call(getKept, {}))).toContain(CONTENT.offered)
  const changed = s.db.updateTable('helpRecords').where('id', '=', key.id)
  await expect(changed.set({ offered: '改', version: 3 }).execute()).rejects.toMatchObject({
    constraint: 'help_records_keep_what_was',
  })
  await expect(changed.set({ writerId: randomUUID() }).execute()).rejects.toMatchObject({
    constraint: 'help_records_have_one_writer',
  })
})

test('a notice goes to as many as its writer was shown, once, within their scope; both sides see it', async () => {
  const [one, two] = [await s.student(school), await s.student(school)]
  const other = await s.student(school, { college: '02' })
  const words = { helpText: '本周五有专场双选会' }
  const { total } = await list()
  const stale = await send(counsellor, { ...words, seenTotal: total + 1, helpFilter: {} })
  expect(stale.json()).toMatchObject({ code: 'help-group-changed', details: { count: total } })
  const abroad = await send(counsellor, { ...words, seenTotal: 1, helpFilter: { students: [other.id] } })
  expect(abroad.statusCode).toBe(409)
  const ticked = { ...words, seenTotal: 2, helpFilter: { students: [one.id, two.id] } }
  expect((await send(counsellor, ticked)).json()).toMatchObject({ count: 2, left: 2 })
  await Promise.all([remind(s.services), remind(s.secondServices)])
  await remind(s.services)
  expect((await kindsToldTo(s, one)).filter((kind) => kind === 'help.notice')).toHaveLength(1)
  expect(await kindsToldTo(s, other)).not.toContain('help.notice')
  expect((await two.first.call(contract.getMyHelp, { params })).notices).toMatchObject([
    { words: words.helpText },
  ])
  expect(
    (await send(office, { ...words, seenTotal: total + 2, helpFilter: { college: '01' } })).statusCode,
  ).toBe(409)
  const sent = async (by: typeof office) =>
    (await by.first.call(contract.listHelpNotices, { params, query: {} })).items
  expect(await sent(counsellor)).toMatchObject([{ count: 2, left: 0 }])
  const everybody = (await office.first.call(contract.listToHelp, { params, query: {} })).total
  expect((await send(office, { ...words, seenTotal: everybody, helpFilter: {} })).statusCode).toBe(200)
  expect([await sent(office), await sent(counsellor)].map(({ length }) => length)).toEqual([2, 1])
})

test('graduates of one 困难类别 are found while it stays sealed, also those entered before it was a filter', async () => {
  const administrator = await s.staff(school, 'administrator')
  const enter = async (nth: number, hardship: string) => {
    const values = { ...typedStudent(nth), graduationYear: '2026', hardship }
    return (await administrator.first.call(addStudent, { params, body: { values } })).id
  }
  const [both, one, none] = [
    await enter(1, '家庭困难，就业困难'),
    await enter(2, '就业困难'),
    await enter(3, ''),
  ]
  const { rows } = await sql<{
    text: string
  }>`select to_jsonb(st)::text as text from students st where id = ${both}`.execute(s.db)
  expect(rows[0]!.text).not.toContain('困难')
  await sql`update students set hardships = null where id in (${one}, ${none})`.execute(s.db)
  await sweep(s.services)
  expect((await list()).hardships).toEqual(['家庭困难', '就业困难'].sort())
  expect((await idsOf({ hardship: '就业困难' })).sort()).toEqual([both, one].sort())
  expect(await idsOf({ hardship: '家庭困难' })).toEqual([both])
  expect(await idsOf({ hardship: '残疾' })).toEqual([])
  const body = { helpText: '请来就业中心一谈', seenTotal: 1, helpFilter: { hardship: '家庭困难' } }
  expect((await send(counsellor, body)).json()).toMatchObject({ count: 1 })
})
