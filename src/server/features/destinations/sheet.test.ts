import { afterAll, beforeAll, expect, test } from 'vitest'
import { destinationActs, getDestination, readRegistrationSheet } from '../../../contracts/destinations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { zh } from '../../../words/registration-sheet.zh.ts'
import type { Visitor } from '../../http/visitor.ts'
import { declare } from '../../testing/destination-forms.ts'
import { bare, opensslVerifies, pdfsig, textOf } from '../../testing/pdf-tools.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealNow, unsealedOf } from '../../testing/sealing.ts'
import { strangersTo } from '../../testing/strangers.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const declared = async (category: string, name?: string) => {
  const student = await s.student(school, name ? { name } : {})
  const { id, version } = await declare(s, student, category)
  return { student, id, version, params: { school, id } }
}
type Declared = Awaited<ReturnType<typeof declared>>
const registered = async (of: Declared) =>
  reviewer.first.call(destinationActs.pass, { params: of.params, body: { seenVersion: of.version } })
const read = (visitor: Visitor, { params }: Pick<Declared, 'params'>, query: object = {}) =>
  visitor.ask(readRegistrationSheet, { params, query })

test('registered, it is sealed with all that was answered; voided, a copy says so and the original stays', async () => {
  const it = await declared('11', '阿依夏木·李𬭊㛃')
  expect((await read(it.student.first, it)).json()).toMatchObject({ status: 409, code: 'pdf-not-sealed' })
  expect((await read(it.student.first, it, { as: 'copy' })).json().code).toBe('pdf-not-sealed')
  await registered(it)
  expect((await read(it.student.first, it)).json().code).toBe('pdf-being-sealed')
  await sealNow(s)
  const view = await it.student.first.call(getDestination, { params: it.params })
  expect(view.sheet?.state).toBe('sealed')
  const { items } = await it.student.first.call(listNotifications, {})
  expect(items.map(({ kind }) => kind)).toContain('destination.document-sealed')
  const [mine, schools] = [await read(it.student.first, it), await read(reviewer.first, it)]
  const pdf = mine.rawPayload
  expect(schools.rawPayload.equals(pdf)).toBe(true)
  expect(pdf.length).toBeLessThan(120 * 1024)
  expect(pdfsig(pdf).match(/Signature #/g)).toHaveLength(1)
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(opensslVerifies(pdf)).toBe(true)
  expect(decodeURIComponent(String(mine.headers['content-disposition']))).toContain(
    `毕业去向登记表 ${it.student.studentNumber} ${it.student.name}.pdf`,
  )
  const text = textOf(pdf)
  expect(view.answers.length).toBeGreaterThan(3)
  for (const fact of [
    zh.title,
    it.student.name,
    it.student.studentNumber,
    view.student.college,
    view.category.name,
    view.code,
    ...view.answers.flatMap(({ name, shown }) => [name, shown.name]),
    zh.act['destination.declare'],
    zh.act['destination.pass'],
  ])
    expect(text).toContain(bare(fact))
  expect(text).not.toContain(zh.mark.voided)

  s.setClock('2026-06-04T10:00:00+08:00')
  const asked = await it.student.first.call(destinationActs['ask-void'], {
    params: it.params,
    body: { seenVersion: view.version, reason: '单位取消录用' },
  })
  expect((await read(it.student.first, it)).rawPayload.equals(pdf)).toBe(true)
  await reviewer.first.call(destinationActs['grant-void'], {
    params: it.params,
    body: { seenVersion: asked.version },
  })
  expect(await unsealedOf(s)).toEqual([])
  const copy = (await read(it.student.first, it)).rawPayload
  expect(textOf(copy)).toContain(`${zh.mark.voided}2026-06-04`)
  expect(textOf(copy)).not.toContain('单位取消录用')
  expect(pdfsig(copy)).not.toContain('Signature #')
  expect((await read(it.student.first, it, { as: 'sealed' })).rawPayload.equals(pdf)).toBe(true)
  s.setClock('2026-06-01T10:00:00+08:00')
})

test('what is declared or rejected has no sheet, and a review that is not the last orders none', async () => {
  const unplaced = await declared('70')
  expect((await read(unplaced.student.first, unplaced)).json().code).toBe('pdf-not-sealed')
  const rejected = await declared('801')
  await reviewer.first.call(destinationActs.reject, {
    params: rejected.params,
    body: { seenVersion: rejected.version, reason: '材料不实' },
  })
  const answers = [await read(rejected.student.first, rejected), await read(reviewer.first, rejected)]
  for (const answer of answers) expect(answer.json().code).toBe('pdf-not-sealed')
  expect(await unsealedOf(s)).toEqual([])
})

test('strangers and employers get none of it, in any form', async () => {
  const it = await declared('801')
  await registered(it)
  await sealNow(s)
  for (const stranger of await strangersTo(s, school))
    for (const as of ['sealed', 'copy'])
      expect([401, 403, 404]).toContain((await read(stranger, it, { as })).statusCode)
})
