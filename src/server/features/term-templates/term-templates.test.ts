import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input, Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/term-templates.ts'
import { MOST_TEMPLATES, saidIn } from '../../../domain/term-template.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

type By = { first: ReturnType<Scenario['visitor']> }
type Content = Input<typeof contract.replaceTermTemplate>['body']
const OPEN: Content = { terms: {}, answerDays: null }
const save = ({ first }: By, name: string, content: Content = OPEN) =>
  first.ask(contract.saveTermTemplate, { body: { name, ...content } })
const kept = async ({ first }: By): Promise<Output<typeof contract.listTermTemplates>['items']> =>
  (await first.call(contract.listTermTemplates, {})).items
const terms = sampleTerms('2026-07-10')

describe('templates of terms', () => {
  test('what one member saves every member uses, renames and deletes; nobody else sees it', async () => {
    const owner = await s.employer(school)
    const recruiter = await s.enter({ portal: 'employer', employerId: owner.id, employerRole: 'recruiter' })
    const stranger = await s.employer(school)
    const { id } = (await save(owner, ' 研发岗 ', { terms, answerDays: 7 })).json()
    const params = { id }

    expect(await kept(recruiter)).toMatchObject([
      { id, name: '研发岗', terms: saidIn(terms), answerDays: 7, faults: [] },
    ])
    expect(await kept(stranger)).toEqual([])
    for (const [endpoint, body] of [
      [contract.replaceTermTemplate, OPEN],
      [contract.renameTermTemplate, { name: '别人的' }],
      [contract.removeTermTemplate, undefined],
    ] as const)
      expect((await stranger.first.ask(endpoint, { params, body })).statusCode).toBe(404)

    await recruiter.first.call(contract.renameTermTemplate, { params, body: { name: '研发岗（武汉）' } })
    const open = { position: '工程师', regularPay: 900_000 }
    await recruiter.first.call(contract.replaceTermTemplate, {
      params,
      body: { terms: open, answerDays: null },
    })
    const [one] = await kept(owner)
    expect(one).toMatchObject({ name: '研发岗（武汉）', answerDays: null })
    expect(one!.terms).toEqual(open)
    await owner.first.call(contract.removeTermTemplate, { params })
    expect(await kept(owner)).toEqual([])
    const acts = (await s.journal(`employer:${owner.id}`)).map(({ entry }) =>
      Reflect.get(entry as object, 'action'),
    )
    expect(acts).toEqual([
      'employer.save-template',
      'employer.rename-template',
      'employer.replace-template',
      'employer.remove-template',
    ])
  })

  test('of one name there is one at an employer, however it is spelled and whoever is quicker', async () => {
    const [one, other] = [await s.employer(school), await s.employer(school)]
    const answers = await Promise.all([save(one, 'ＡＢ 岗'), save({ first: one.second }, 'ab 岗')])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('template-name-taken')
    expect((await save(other, 'AB岗')).statusCode).toBe(200)
    const { id } = (await save(one, '另一个')).json()
    const renamed = await one.first.ask(contract.renameTermTemplate, {
      params: { id },
      body: { name: 'Ab 岗' },
    })
    expect(renamed.json()).toMatchObject({ code: 'template-name-taken', errors: [{ field: 'name' }] })
    expect((await kept(one)).map(({ name }) => name)).toContain('另一个')
  })

  test('there are at most so many, also for two members at once', async () => {
    const employer = await s.employer(school)
    for (let n = 1; n < MOST_TEMPLATES; n++) expect((await save(employer, `模板${n}`)).statusCode).toBe(200)
    const last = await Promise.all([save(employer, '最后一个'), save({ first: employer.second }, '再一个')])
    expect(last.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(last.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      code: 'templates-too-many',
      title: `条款模板最多保存 ${MOST_TEMPLATES} 个，请先删除不用的模板`,
    })
    expect(await kept(employer)).toHaveLength(MOST_TEMPLATES)
  })

  test('what is said must be right, field by field, and what is not said may be left open', async () => {
    const employer = await s.employer(school)
    const refused = await save(employer, '错', { terms: { ...terms, contactPhone: '12' }, answerDays: 0 })
    expect(refused.statusCode).toBe(422)
    const fields = refused.json().errors.map(({ field }: { field: string }) => field)
    expect(fields.sort()).toEqual(['answerDays', 'terms.contactPhone'])
    const beyond = await save(employer, '错', {
      terms: { probationDays: 200, contractMonths: 6 },
      answerDays: 5,
    })
    expect(beyond.json()).toMatchObject({ code: 'probation-beyond-term' })
    const past = await save(employer, '错', { terms: { reportBy: '2026-05-31' }, answerDays: 5 })
    expect(past.json()).toMatchObject({ code: 'day-not-meant', errors: [{ field: 'terms.reportBy' }] })
    expect(await kept(employer)).toEqual([])
  })

  test('one that time has overtaken says which of its terms, in the reader’s language', async () => {
    const employer = await s.employer(school)
    await save(employer, '过期', { terms, answerDays: 5 })
    const code = terms.jobCategory
    await s.db
      .updateTable('codes')
      .set({ validUntil: 2026 })
      .where('kind', '=', 'job_category')
      .where('code', '=', code)
      .execute()
    expect((await kept(employer))[0]!.faults).toEqual([])
    s.setClock('2027-03-01T10:00:00+08:00')
    const later = await s.enter({ portal: 'employer', employerId: employer.id })
    const english = await s.visitor(later.token, { 'accept-language': 'en' }).ask(contract.listTermTemplates)
    expect((await kept(later))[0]!.faults.map(({ field }) => field)).toEqual(['reportBy', 'jobCategory'])
    expect(english.json().items[0].faults[1].said).toBe('This choice is no longer offered: choose again')
  })

  test('saving one takes few statements', async () => {
    const employer = await s.employer(school)
    s.statements.length = 0
    await save(employer, '数一数')
    expect(s.statements.length).toBeLessThanOrEqual(10)
    s.statements.length = 0
    await kept(employer)
    expect(s.statements.length).toBeLessThanOrEqual(4)
  })
})
