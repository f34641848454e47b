import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDesk } from '../../../contracts/desk.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as contract from '../../../contracts/recommendations.ts'
import { zh } from '../../../words/recommendation-sheet.zh.ts'
import type { Visitor } from '../../http/visitor.ts'
import { bare, opensslVerifies, pdfsig, qrCodesOf, textOf } from '../../testing/pdf-tools.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealNow, unsealedOf } from '../../testing/sealing.ts'
import { strangersTo } from '../../testing/strangers.ts'

const START = '2026-06-01T10:00:00+08:00'
const acts = contract.recommendationActs
const OWN = {
  wish: '软件开发',
  strengths: '英语六级\nPython',
  awards: '',
  statement: '踏实肯干，与人为善。',
}
const WORD = '该生学习认真，乐于助人。\n予以推荐。'

let s: Scenario
let school: string
let counsellor: Awaited<ReturnType<Scenario['staff']>>
let office: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ recommendationLevels: ['college', 'school'] })
  counsellor = await s.staff(school, 'college_reviewer', '01')
  office = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
type View = contract.RecommendationView
const paramsOf = ({ id }: Pick<View, 'id'>) => ({ school, id })
const asked = async (student: Student) =>
  student.first.call(contract.askRecommendation, { params: { school }, body: OWN })
const recommend = (of: View, by: { first: Visitor } = counsellor) =>
  by.first.call(acts.recommend, { params: paramsOf(of), body: { seenVersion: of.version, word: WORD } })
const pass = (of: View, by: { first: Visitor } = office) =>
  by.first.call(acts.pass, { params: paramsOf(of), body: { seenVersion: of.version } })
const issued = async (student: Student) => pass(await recommend(await asked(student)))
const read = (visitor: Visitor, of: Pick<View, 'id'>, query: object = {}) =>
  visitor.ask(contract.readRecommendation, { params: paramsOf(of), query })
const kindsOf = async ({ first }: { first: Visitor }) =>
  (await first.call(listNotifications, {})).items.map(({ kind }) => kind)
const verdicts = (body: string) => [...body.matchAll(/data-of="([^"]+)"/g)].map(([, of]) => of)
/** What the QR code on a document leads to. */
const verified = async (pdf: Buffer) => {
  const [address] = await qrCodesOf(pdf)
  return s.app.inject({ method: 'GET', url: new URL(address!).pathname, remoteAddress: '10.9.8.7' })
}

test('asked, given its word by the college and passed by the school, it is sealed with what the roster and both have said', async () => {
  const student = await s.student(school, { name: '阿依夏木·李𬭊㛃' })
  const mine = await student.first.call(contract.getMyRecommendation, { params: { school } })
  expect(mine).toMatchObject({ recommendation: null, reasons: [] })
  expect(mine.facts.map(({ key }) => key)).toContain('educationLevel')
  const first = await asked(student)
  expect(first).toMatchObject({ status: 'asked', waitingFor: 'college', actions: ['resubmit', 'withdraw'] })
  expect(await kindsOf(counsellor)).toContain('recommendation.to-review')
  const desk = await counsellor.first.call(getDesk, { params: { school } })
  expect(desk.recommendations.waiting).toBe(1)
  const { items } = await counsellor.first.call(contract.listRecommendations, { params: { school } })
  expect(items.map(({ id }) => id)).toEqual([first.id])

  // The school does not write the word in the college's place, and nothing is issued without one.
  const early = await office.first.ask(acts.recommend, {
    params: paramsOf(first),
    body: { seenVersion: 1, word: WORD },
  })
  expect(early.json().code).toBe('reviewed-at-another-level')
  const empty = await counsellor.first.ask(acts.recommend, {
    params: paramsOf(first),
    body: { seenVersion: 1, word: ' ' },
  })
  expect(empty.json()).toMatchObject({ status: 422, errors: [{ field: 'word' }] })
  const skipped = await counsellor.first.ask(acts.pass, { params: paramsOf(first), body: { seenVersion: 1 } })
  expect(skipped.json().code).toBe('already-moved-on')

  const recommended = await recommend(first)
  expect(recommended).toMatchObject({ status: 'recommended', waitingFor: 'school', word: { text: WORD } })
  expect((await read(student.first, first)).json().code).toBe('pdf-not-sealed')
  s.statements.length = 0
  const done = await pass(recommended)
  expect(s.statements.length).toBeLessThanOrEqual(20)
  const number = `TJ-${school}-${student.studentNumber}-1`
  expect(done).toMatchObject({
    status: 'issued',
    inForce: 1,
    edition: { number },
    document: { state: 'waiting' },
  })
  expect((await read(student.first, first)).json().code).toBe('pdf-being-sealed')
  await sealNow(s)
  expect(await kindsOf(student)).toEqual(['recommendation.document-sealed', 'recommendation.issued'])
  const pdf = (await read(student.first, first)).rawPayload
  expect((await read(office.first, first)).rawPayload.equals(pdf)).toBe(true)
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(opensslVerifies(pdf)).toBe(true)
  expect(pdf.length).toBeLessThan(120 * 1024)
  const text = textOf(pdf)
  for (const fact of [
    ...[zh.title, number, student.name, student.studentNumber, OWN.wish, OWN.statement, zh.own.strengths],
    ...mine.facts.map(({ shown }) => shown.name),
    ...[...WORD.split('\n'), zh.writtenBy(recommended.word!.by), zh.act['recommendation.pass']],
  ])
    expect(text).toContain(bare(fact))
  expect(text).not.toContain(zh.own.awards)

  const page = await verified(pdf)
  expect(verdicts(page.body)).toEqual(['recommended'])
  expect(page.body).toContain(number)
  expect(page.body).not.toContain(OWN.statement)
  expect(page.body).not.toContain('乐于助人')
})

test('a new edition takes the place of the last, which says so to whoever verifies it; what was revoked is no longer good', async () => {
  const student = await s.student(school)
  const one = await issued(student)
  await sealNow(s)
  const before = (await read(student.first, one)).rawPayload
  s.setClock('2026-06-03T10:00:00+08:00')
  const renewed = await student.first.call(acts.renew, {
    params: paramsOf(one),
    body: { ...OWN, wish: '数据分析', seenVersion: one.version },
  })
  // Until the new one is issued the last one holds.
  expect(renewed).toMatchObject({
    status: 'asked',
    inForce: 1,
    word: null,
    actions: ['resubmit', 'withdraw'],
  })
  expect(verdicts((await verified(before)).body)).toEqual(['recommended'])
  const two = await pass(await recommend(renewed))
  expect(two.edition).toMatchObject({ edition: 2, own: { wish: '数据分析' } })
  expect(verdicts((await verified(before)).body)).toEqual(['recommendation-replaced'])
  await sealNow(s)
  expect(verdicts((await verified(before)).body)).toEqual(['recommendation-replaced', 'superseded'])
  const after = (await read(student.first, one)).rawPayload
  expect(textOf(after)).toContain('数据分析')
  expect(textOf(after)).not.toContain(OWN.wish)

  const held = await counsellor.first.ask(acts.revoke, {
    params: paramsOf(two),
    body: { seenVersion: two.version, reason: '内容不实' },
  })
  expect(held.statusCode).toBe(403)
  s.setClock('2026-06-04T10:00:00+08:00')
  const revoked = await office.first.call(acts.revoke, {
    params: paramsOf(two),
    body: { seenVersion: two.version, reason: '内容不实' },
  })
  expect(revoked).toMatchObject({ status: 'revoked', inForce: null })
  expect(await kindsOf(student)).toContain('recommendation.revoked')
  expect(verdicts((await verified(after)).body)).toEqual(['recommendation-revoked'])
  expect(verdicts((await verified(before)).body)).toEqual(['recommendation-replaced', 'superseded'])
  const copy = (await read(student.first, two)).rawPayload
  expect(textOf(copy)).toContain(`${zh.mark.revoked}2026-06-04`)
  expect(textOf(copy)).not.toContain('内容不实')
  expect((await read(student.first, two, { as: 'sealed' })).rawPayload.equals(after)).toBe(true)
  s.setClock(START)
})

test('an edition that was not sealed in time says what it said, though the next one is there', async () => {
  const student = await s.student(school)
  const one = await issued(student)
  const renewed = await student.first.call(acts.renew, {
    params: paramsOf(one),
    body: { ...OWN, wish: '第二版', seenVersion: one.version },
  })
  await pass(await recommend(renewed))
  const keys = (await unsealedOf(s)).filter(({ id }) => id === one.id)
  expect(keys).toHaveLength(2)
  await sealNow(s)
  const rows = await s.db
    .selectFrom('documents')
    .where('recommendationId', '=', one.id)
    .orderBy('version')
    .select('content')
    .execute()
  expect(rows.map(({ content }) => JSON.stringify(content).includes('第二版'))).toEqual([false, true])
})

test('what the roster has left behind is not passed, but returned and sent again with the roster as it is', async () => {
  const student = await s.student(school)
  const of = await asked(student)
  await s.owner.updateTable('students').set({ className: '三班' }).where('id', '=', student.id).execute()
  const seen = await counsellor.first.call(contract.getRecommendation, { params: paramsOf(of) })
  expect(seen.moved.map(({ key }) => key)).toEqual(['className'])
  expect(seen.actions).toEqual(['return'])
  const refused = await counsellor.first.ask(acts.recommend, {
    params: paramsOf(of),
    body: { seenVersion: of.version, word: WORD },
  })
  expect(refused.json().code).toBe('content-changed')
  const returned = await counsellor.first.call(acts.return, {
    params: paramsOf(of),
    body: { seenVersion: of.version, reason: '班级已变更' },
  })
  expect(returned).toMatchObject({ status: 'returned', waitingFor: 'student' })
  expect(await kindsOf(student)).toEqual(['recommendation.returned'])
  const again = await student.first.call(acts.resubmit, {
    params: paramsOf(of),
    body: { ...OWN, seenVersion: returned.version },
  })
  expect(again.facts.find(({ key }) => key === 'className')?.shown.name).toBe('三班')
  expect(again).toMatchObject({ status: 'asked', moved: [] })
})

test('of one student there is one, of two tabs the first; whoever has left the roster asks for none', async () => {
  const student = await s.student(school)
  const both = await Promise.all(
    [0, 1].map(() => student.first.ask(contract.askRecommendation, { params: { school }, body: OWN })),
  )
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const gone = await s.student(school)
  await s.owner.updateTable('students').set({ enrolment: 'withdrawn' }).where('id', '=', gone.id).execute()
  const refused = await gone.first.ask(contract.askRecommendation, { params: { school }, body: OWN })
  expect(refused.json().code).toBe('student-off-roster')
})

test('strangers and employers get none of it, and an edition is never changed', async () => {
  const of = await issued(await s.student(school))
  await sealNow(s)
  for (const stranger of await strangersTo(s, school)) {
    expect([401, 403, 404]).toContain((await read(stranger, of)).statusCode)
    const page = await stranger.ask(contract.getRecommendation, { params: paramsOf(of) })
    expect([401, 403, 404]).toContain(page.statusCode)
  }
  const editions = s.owner.updateTable('recommendationEditions').where('recommendationId', '=', of.id)
  await expect(editions.set({ number: 'X' }).execute()).rejects.toThrow(/never changed/)
})
