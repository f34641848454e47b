import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import { listMyPaper, registerPaper } from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/corrections.ts'
import { readEvidence } from '../../../contracts/evidence.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import { getSettings, saveSettings } from '../../../contracts/schools.ts'
import { getStudentFile, moveStudent, studentHome } from '../../../contracts/students.ts'
import { USUALLY_CORRECTABLE } from '../../../domain/correction/correctable.ts'
import { withCreditCheck, withResidentCheck } from '../../../domain/identifiers.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { askCorrection, correctionOf } from '../../testing/asked-correction.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
const act = <More extends object>(of: { id: string; version: number }, more: More = {} as More) => ({
  params: { school, id: of.id },
  body: { seenVersion: of.version, ...more },
})
const rowOf = ({ id }: Student) =>
  s.db.selectFrom('students').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
const BOY = withResidentCheck('42011119990101001')
const GIRL = withResidentCheck('42011119990101002')

test('from asking to the roster: the school decides, the roster says it, the account too, what was signed stays', async () => {
  const [employer, student] = [await s.employer(school), await s.student(school, { name: '黄河水' })]
  const signed = await s.sign(employer, student)
  const asked = await askCorrection(s, student, { name: ' 黄 河清', className: '二班' })
  expect(asked).toMatchObject({
    status: 'in_review',
    waitingFor: 'school',
    levels: ['school'],
    reason: '录入有误',
    fields: [
      { key: 'name', name: '姓名', nameEn: 'Name' },
      { key: 'className', name: '班级' },
    ],
    changes: [
      { key: 'name', from: { name: '黄河水' }, to: { name: '黄河清' }, now: null },
      { key: 'className', from: { name: '一班' }, to: { name: '二班' } },
    ],
    standing: { key: 'asked', by: 'student', turn: 'school', due: 'review' },
    actions: ['resubmit', 'withdraw'],
    evidence: [{ name: '扫描件.pdf' }],
  })
  expect(await kindsToldTo(s, reviewer)).toContain('correction.to-review')
  expect(
    asked.evidence[0] &&
      (
        await reviewer.first.ask(readEvidence, {
          params: { school, id: asked.evidence[0].id },
        })
      ).statusCode,
  ).toBe(200)

  const home = await student.first.call(studentHome, { params: { school } })
  expect(home.correction).toMatchObject({ id: asked.id, waitingFor: 'school' })
  const passed = await reviewer.first.call(contract.correctionActs.pass, act(asked))
  expect([passed.status, passed.waitingFor, passed.actions]).toEqual(['corrected', null, []])
  expect(passed.endedAt).toBe(s.now().toISOString())
  const row = await rowOf(student)
  expect([row.name, row.nameFolded, row.className, row.version]).toEqual(['黄河清', '黄河清', '二班', 2])
  expect((await student.first.call(accounts.getMe)).name).toBe('黄河清')
  const after = await student.first.call(studentHome, { params: { school } })
  expect([after.basics.name, after.correction]).toEqual(['黄河清', null])
  const agreement = await s.db
    .selectFrom('agreements')
    .where('id', '=', signed.id)
    .select('snapshot')
    .executeTakeFirstOrThrow()
  expect(agreement.snapshot).toMatchObject({ student: { name: '黄河水' } })
  expect(await kindsToldTo(s, student)).toContain('correction.corrected')
  const [first, second] = await s.journal(`correction:${asked.id}`)
  expect(first!.entry).toMatchObject({
    action: 'correction.submit',
    reason: '录入有误',
    data: { 'name.before': '黄河水', 'name.after': '黄河清', 'className.after': '二班' },
  })
  expect(second!.entry).toMatchObject({ action: 'correction.pass', from: 'in_review', to: 'corrected' })
})

test('while it is open nothing is signed, and everything that says why not says so and who has it (R20, R27)', async () => {
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const invitation = await s.invite(employer, student)
  const params = { school, id: invitation.id }
  const asked = await askCorrection(s, student, { className: '二班' })
  const page = await student.first.call(getInvitation, { params })
  expect(page.reasons).toEqual([{ code: 'correction-open', remover: 'school', details: {} }])
  expect(page.actions).toEqual(['decline'])
  const refused = await student.first.ask(invitationActs.accept, s.acceptance(invitation))
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'correction-open'])
  expect((await student.first.call(listMyPaper, { params: { school } })).reasons).toEqual(page.reasons)
  // Whether a student's data are being corrected is no employer's to know.
  const theirs = await employer.first.call(getInvitation, { params })
  expect([theirs.reasons, theirs.standing.key]).toEqual([[], 'sent'])

  const returned = await reviewer.first.call(
    contract.correctionActs.return,
    act(asked, { reason: '请附班主任证明' }),
  )
  expect([returned.status, returned.waitingFor]).toEqual(['returned', 'student'])
  const { reasons } = await student.first.call(getInvitation, { params })
  expect(reasons.map(({ remover }) => remover)).toEqual(['student'])
  const home = await student.first.call(studentHome, { params: { school } })
  expect(home.toDo).toMatchObject([
    { kind: 'invitation' },
    { kind: 'correction', ask: 'resubmit-correction' },
  ])
  expect(home.correctionToDo).toBe(1)

  const { body } = await correctionOf(s, student, { className: '三班' })
  const again = await student.first.call(contract.correctionActs.resubmit, act(returned, body))
  expect(again).toMatchObject({ status: 'in_review', changes: [{ to: { name: '三班' } }] })
  const withdrawn = await student.first.call(contract.correctionActs.withdraw, act(again))
  expect(withdrawn.status).toBe('withdrawn')
  expect((await rowOf(student)).className).toBe('一班')
  const signed = await student.first.ask(invitationActs.accept, s.acceptance(invitation))
  expect(signed.statusCode).toBe(200)
  expect(await actionsOn(s, `correction:${asked.id}`)).toEqual(
    ['submit', 'return', 'resubmit', 'withdraw'].map((action) => `correction.${action}`),
  )
})

test('a paper waits for it as well', async () => {
  const [one, two] = [await s.student(school), await s.student(school)]
  await askCorrection(s, one, { className: '二班' })
  const paper = async (student: Student) => ({
    params: { school },
    body: {
      employer: { creditCode: withCreditCheck('91420100MA4KUNKNX'), name: '远山食品有限公司' },
      signedOn: '2026-05-28',
      terms: sampleTerms('2026-07-10'),
      evidence: [await s.scan(student.first, school)],
      confirmed: true as const,
    },
  })
  expect((await one.first.ask(registerPaper, await paper(one))).json().code).toBe('correction-open')
  expect((await two.first.ask(registerPaper, await paper(two))).statusCode).toBe(200)
})

describe('a new number', () => {
  test('is masked everywhere, kept sealed, found by its index, and says the gender', async () => {
    const student = await s.student(school, { idNumber: BOY })
    const asked = await askCorrection(s, student, { documentNumber: GIRL })
    expect(asked.changes).toMatchObject([
      {
        key: 'documentNumber',
        from: { name: '420111*****0016' },
        to: { name: `420111*****${GIRL.slice(-4)}` },
      },
      { key: 'gender', from: { name: '男' }, to: { name: '女' } },
    ])
    const seen = await reviewer.first.ask(contract.getCorrection, { params: { school, id: asked.id } })
    for (const number of [BOY, GIRL]) expect(seen.body).not.toContain(number)
    const kept = await s.db
      .selectFrom('corrections')
      .where('id', '=', asked.id)
      .select('changesCipher')
      .executeTakeFirstOrThrow()
    expect(kept.changesCipher.includes(GIRL)).toBe(false)
    await reviewer.first.call(contract.correctionActs.pass, act(asked))
    const row = await rowOf(student)
    expect(s.services.secrets.open(row.idNumberCipher)).toBe(GIRL)
    expect(row.idNumberIndex.equals(s.services.secrets.blindIndex(GIRL))).toBe(true)
    expect(row.gender).toBe('2')
    const lines = JSON.stringify(await s.journal(`correction:${asked.id}`))
    for (const number of [BOY, GIRL]) expect(lines).not.toContain(number)
  })

  test('is shown whole to staff for a reason, which is journaled, and to nobody else', async () => {
    const student = await s.student(school, { idNumber: BOY })
    const asked = await askCorrection(s, student, { documentNumber: GIRL })
    const params = { school, id: asked.id }
    const whole = { params, body: { reason: '核对身份证复印件' } }
    expect((await student.first.ask(contract.unmaskCorrection, whole)).statusCode).toBe(403)
    expect(
      (await reviewer.first.ask(contract.unmaskCorrection, { params, body: { reason: ' ' } })).statusCode,
    ).toBe(422)
    const { changes } = await reviewer.first.call(contract.unmaskCorrection, whole)
    expect(changes[0]).toMatchObject({ key: 'documentNumber', from: BOY, to: GIRL })
    expect((await s.journal(`correction:${asked.id}`)).at(-1)!.entry).toMatchObject({
      action: 'correction.unmask',
      reason: '核对身份证复印件',
    })
    const page = await student.first.call(contract.getCorrection, { params })
    expect(page.timeline.at(-1)).toMatchObject({ action: 'correction.unmask', reason: '核对身份证复印件' })
    expect([page.masked, page.version]).toEqual([false, 1])
    await student.first.call(contract.correctionActs.withdraw, act(asked))
  })

  test('that another student of the year has is told to staff alone, and never passed', async () => {
    const [holder, student] = [
      await s.student(school, { idNumber: withResidentCheck('42011119990202001') }),
      await s.student(school, { idNumber: BOY }),
    ]
    const asked = await askCorrection(s, student, { documentNumber: holder.idNumber })
    expect(asked.holder).toBeNull()
    const page = await reviewer.first.call(contract.getCorrection, { params: { school, id: asked.id } })
    expect([page.holder, page.actions]).toEqual([holder.studentNumber, ['return', 'reject']])
    const refused = await reviewer.first.ask(contract.correctionActs.pass, act(asked))
    expect(refused.json()).toMatchObject({
      code: 'document-of-another',
      details: { studentNumber: holder.studentNumber },
    })
    const many = await reviewer.first.call(contract.passCorrections, {
      params: { school },
      body: { items: [{ id: asked.id, seenVersion: 1 }] },
    })
    expect(many.results).toMatchObject([{ passed: false, code: 'document-of-another' }])
    // Somebody of another year may be the same person.
    await s.db.updateTable('students').set({ graduationYear: 2024 }).where('id', '=', holder.id).execute()
    const passed = await reviewer.first.call(contract.correctionActs.pass, act(asked))
    expect(passed.status).toBe('corrected')
  })
})

test.each<[string, Record<string, string>, { code: string; errors: object[] }]>([
  [
    'a wrong check character',
    { documentNumber: BOY.replace(/.$/, BOY.endsWith('1') ? '2' : '1') },
    {
      code: 'invalid-input',
      errors: [
        {
          field: 'values.documentNumber',
          message: '居民身份证号的校验码不对，有数字写错了，请核对',
        },
      ],
    },
  ],
  [
    'a gender that contradicts it',
    { gender: '2' },
    {
      code: 'invalid-input',
      errors: [{ field: 'values.gender', message: '与证件号中的性别不一致，请核对' }],
    },
  ],
  [
    'what nobody sees',
    { name: '黄河\u202e水' },
    {
      code: 'invalid-input',
      errors: [{ field: 'values.name', message: expect.stringContaining('看不见') }],
    },
  ],
  [
    'what the school keeps to itself',
    { graduationYear: '2027' },
    { code: 'kept-by-school', errors: [{ field: 'values.graduationYear' }] },
  ],
  ['nothing', {}, { code: 'nothing-changed', errors: [{ field: 'values' }] }],
])('%s is named by its field, and nothing is begun', async (_what, values, problem) => {
  const student = await s.student(school, { idNumber: BOY })
  const answer = await student.first.ask(contract.submitCorrection, await correctionOf(s, student, values))
  expect(answer.json()).toMatchObject({ status: 422, ...problem })
  const { items } = await student.first.call(contract.listMyCorrections, { params: { school } })
  expect(items).toEqual([])
})

test('what was changed on the roster meanwhile is not written over: it is asked for anew', async () => {
  const student = await s.student(school)
  const asked = await askCorrection(s, student, { className: '二班', majorName: '软件工程' })
  await s.db.updateTable('students').set({ className: '九班' }).where('id', '=', student.id).execute()
  const refused = await reviewer.first.ask(contract.correctionActs.pass, act(asked))
  expect(refused.json().code).toBe('content-changed')
  const page = await reviewer.first.call(contract.getCorrection, { params: { school, id: asked.id } })
  expect(page.actions).toEqual(['return', 'reject'])
  expect(page.changes).toMatchObject([
    { key: 'majorName', now: null },
    { key: 'className', from: { name: '一班' }, to: { name: '二班' }, now: { name: '九班' } },
  ])
  const { body } = await correctionOf(s, student, { className: '二班' })
  const again = await student.first.call(contract.correctionActs.resubmit, act(asked, body))
  expect(again.changes).toMatchObject([{ from: { name: '九班' }, to: { name: '二班' }, now: null }])
  await reviewer.first.call(contract.correctionActs.pass, act(again))
  expect(await rowOf(student)).toMatchObject({ className: '二班', majorName: '计算机' })
})

test('who decides is a setting, journaled; what is open keeps its levels, and a moved student is with the new college', async () => {
  const at = await s.school()
  const administrator = await s.staff(at, 'administrator')
  const params = { school: at }
  const settings = await administrator.first.call(getSettings, { params })
  expect(settings.correctable).toEqual(USUALLY_CORRECTABLE)
  const body = {
    ...settings,
    correctionLevels: ['college', 'school'] as ['college', 'school'],
    correctable: ['className' as const, 'examineeNumber' as const],
  }
  await administrator.first.call(saveSettings, { params, body })
  expect((await s.journal(`school:${at}`)).at(-1)!.entry).toMatchObject({
    action: 'school.save-settings',
    data: { settings: expect.stringContaining('"correctable":["className","examineeNumber"]') },
  })
  const student = await s.student(at)
  const refused = await student.first.ask(
    contract.submitCorrection,
    await correctionOf(s, student, { name: '黄河清' }),
  )
  expect(refused.json().code).toBe('kept-by-school')
  const mine = await student.first.call(contract.listMyCorrections, { params })
  expect(mine.fields.filter(({ asked }) => asked).map(({ key }) => key)).toEqual([
    'className',
    'examineeNumber',
  ])
  const asked = await askCorrection(s, student, { examineeNumber: '22420111010001' })
  expect(asked).toMatchObject({
    waitingFor: 'college',
    changes: [{ from: { name: '' }, to: { name: '2242*****0001' } }],
  })
  await administrator.first.call(saveSettings, { params, body: { ...settings, version: 2 } })
  const [first, second] = [
    await s.staff(at, 'college_reviewer', '01'),
    await s.staff(at, 'college_reviewer', '02'),
  ]
  const waiting = async ({ first: by }: typeof first) =>
    (await by.call(contract.listCorrections, { params })).items.map(({ id }) => id)
  expect([await waiting(first), await waiting(second)]).toEqual([[asked.id], []])
  await administrator.first.call(moveStudent, {
    params: { school: at, id: student.id },
    body: { seenVersion: 1, collegeId: '02', reason: '转专业' },
  })
  expect([await waiting(first), await waiting(second)]).toEqual([[], [asked.id]])
  expect(await kindsToldTo(s, second)).toEqual(['correction.to-review'])
  const key = { params: { school: at, id: asked.id }, body: { seenVersion: 1 } }
  const onward = await second.first.call(contract.correctionActs.pass, key)
  expect([onward.status, onward.waitingFor]).toEqual(['in_review', 'school'])
  const last = { ...key, body: { seenVersion: 2 } }
  const refusedThere = await second.first.ask(contract.correctionActs.pass, last)
  expect(refusedThere.json().code).toBe('reviewed-at-another-level')
  await administrator.first.call(contract.correctionActs.pass, last)
  const row = await rowOf(student)
  expect(s.services.secrets.open(row.examNumberCipher!)).toBe('22420111010001')
  const file = await administrator.first.call(getStudentFile, { params: { school: at, id: student.id } })
  expect(file.corrections).toMatchObject([{ id: asked.id, status: 'corrected' }])
})

test('a refused one is begun anew, five times in thirty days', async () => {
  const student = await s.student(school)
  const refuse = async () => {
    const asked = await askCorrection(s, student, { className: '二班' })
    await reviewer.first.call(contract.correctionActs.reject, act(asked, { reason: '与学籍一致' }))
  }
  for (let n = 0; n < 5; n++) await refuse()
  const mine = await student.first.call(contract.listMyCorrections, { params: { school } })
  const often = { code: 'corrections-too-often', remover: 'nobody', details: { limit: 5, day: '2026-07-01' } }
  expect([mine.reasons, mine.open]).toEqual([[often], null])
  const sixth = await student.first.ask(
    contract.submitCorrection,
    await correctionOf(s, student, { className: '二班' }),
  )
  expect(sixth.json().code).toBe('corrections-too-often')
})

test('asking and deciding take about ten statements', async () => {
  const student = await s.student(school)
  const sent = await correctionOf(s, student, { name: '黄河清' })
  const counted = async <T>(act: () => Promise<T>) => {
    const before = s.statements.length
    const done = await act()
    return { done, n: s.statements.length - before }
  }
  const { done: asked, n: asking } = await counted(() => student.first.call(contract.submitCorrection, sent))
  const { n: deciding } = await counted(() => reviewer.first.call(contract.correctionActs.pass, act(asked)))
  expect([asking, deciding].map((n) => n <= 16)).toEqual([true, true])
})
