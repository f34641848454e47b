import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/destinations.ts'
import {
  declarationOf,
  declare,
  type Form,
  findFormOf,
  listFormsOf,
} from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

type Problem = { code: string; errors: { field: string; message: string }[] }
/** What is answered to a declaration that is not right. */
async function faultsIn(student: Awaited<ReturnType<Scenario['student']>>, change: object): Promise<Problem> {
  const sent = await declarationOf(s, student, '11')
  const body = { ...sent.body, ...change }
  const answer = await student.first.ask(contract.declareDestination, { ...sent, body })
  expect(answer.statusCode).toBe(422)
  return answer.json()
}

const PICKED = ['11', '12', '271', '46', '502', '503', '512', '519', '75', '76', '80', '801', '802', '85']
const DECLARED = ['70', '71', '72']

test('a student is offered what may be picked, not what stands above it, and not the agreement', async () => {
  const forms = await listFormsOf(await s.student(school))
  expect(forms.filter(({ route }) => route === 'destination').map(({ category }) => category)).toEqual(PICKED)
  expect(forms.filter(({ route }) => route === 'declaration').map(({ category }) => category)).toEqual(
    DECLARED,
  )
  const postgraduate = forms.find(({ category }) => category === '801')
  expect(postgraduate).toMatchObject({
    name: '研究生',
    parent: { name: '升学' },
    evidence: { name: '录取通知书', nameEn: 'Admission notice' },
  })
})

describe.each(PICKED)('the form of %s', (category) => {
  test('is accepted with right answers, and shows what was answered', async () => {
    const student = await s.student(school)
    const form = await findFormOf(student, category)
    const declared = await declare(s, student, category)
    expect(declared).toMatchObject({ status: 'in_review', code: category, category: { name: form.name } })
    expect(declared.headline).toBe('中南研究院')
    expect(declared.answers.map(({ key }) => key)).toEqual(form.fields.map(({ key }) => key))
    expect(declared.evidence).toHaveLength(1)
  })

  test('names each required field that is not answered, all at once, and takes nothing', async () => {
    const student = await s.student(school)
    const form = await findFormOf(student, category)
    const sent = await declarationOf(s, student, category)
    const required = form.fields.filter((field) => field.required)
    expect(required.length).toBeGreaterThan(0)
    const answer = await student.first.ask(contract.declareDestination, {
      ...sent,
      body: { ...sent.body, details: {} },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid-input'])
    expect(answer.json().errors).toEqual(
      required.map(({ key }) => ({ field: `details.${key}`, message: '请填写此项' })),
    )
    for (const { key } of required) {
      const { [key]: _absent, ...details } = sent.body.details
      const one = await student.first.ask(contract.declareDestination, {
        ...sent,
        body: { ...sent.body, details },
      })
      expect(one.json().errors).toEqual([{ field: `details.${key}`, message: '请填写此项' }])
    }
    const again = await student.first.call(contract.declareDestination, sent)
    expect(again.status).toBe('in_review')
  })

  test('is accepted with the required fields alone', async () => {
    const student = await s.student(school)
    const { fields } = await findFormOf(student, category)
    const optional = fields.filter(({ required }) => !required).map(({ key }) => [key, ''])
    expect((await declare(s, student, category, Object.fromEntries(optional))).status).toBe('in_review')
  })
})

test('all that is wrong is told at once, in the reader’s language, with the missing evidence', async () => {
  const student = await s.student(school)
  const details = {
    employerName: '长'.repeat(201),
    creditCode: '91420100MA4KWXYU5A',
    employerNature: '98',
    industry: '',
    region: '420000; drop table codes',
    jobCategory: '11',
    datedOn: '2026-02-30',
    salary: '3000',
  }
  const faults = await faultsIn(student, { details, evidence: [] })
  expect(faults.code).toBe('invalid-input')
  expect(Object.fromEntries(faults.errors.map(({ field, message }) => [field, message]))).toEqual({
    'details.employerName': '格式不正确',
    'details.creditCode': '格式不正确',
    'details.employerNature': '请从列表中选择',
    'details.industry': '请填写此项',
    'details.region': '请从列表中选择',
    'details.datedOn': '格式不正确',
    'details.salary': '表单中没有这一项',
    evidence: '请上传证明材料',
  })
  const reader = s.visitor(student.token, { 'accept-language': 'en' })
  const english = await reader.ask(contract.declareDestination, {
    params: { school },
    body: { category: '11', details, evidence: [], confirmed: true },
  })
  expect(english.json().errors).toContainEqual({
    field: 'details.salary',
    message: 'The form has no such field',
  })
})

test('a placing category without a file is refused, and a file that is somebody else’s too', async () => {
  const [student, other] = [await s.student(school), await s.student(school)]
  expect(await faultsIn(student, { evidence: [] })).toMatchObject({
    code: 'evidence-needed',
    errors: [{ field: 'evidence' }],
  })
  const foreign = await s.scan(other.first, school)
  expect((await faultsIn(student, { evidence: [foreign] })).code).toBe('evidence-not-found')
})

test.each(['10', '27', '50', '51', '99', '4600'])('%s cannot be registered here', async (category) => {
  const student = await s.student(school)
  expect(await faultsIn(student, { category })).toMatchObject({
    code: 'category-not-offered',
    errors: [{ field: 'category' }],
  })
})

test('a row of a table is kept with its name and all that it lies in, and later changes rewrite nothing', async () => {
  const student = await s.student(school)
  const { id, answers } = await declare(s, student, '11')
  const shown = answers.find(({ key }) => key === 'region')?.shown
  expect(shown).toEqual({ name: '湖北省武汉市洪山区', nameEn: '湖北省武汉市洪山区' })
  const code = s.owner.updateTable('codes')
  const region = code.where('kind', '=', 'region').where('code', '=', '420111')
  const category = code.where('kind', '=', 'destination').where('code', '=', '11')
  try {
    await region.set({ name: '新名区' }).execute()
    await category.set({ name: '新名类别' }).execute()
    const view = await student.first.call(contract.getDestination, { params: { school, id } })
    expect(view.answers.find(({ key }) => key === 'region')?.shown).toEqual(shown)
    expect(view.category.name).toBe('签劳动合同形式就业')
  } finally {
    await region.set({ name: '洪山区' }).execute()
    await category.set({ name: '签劳动合同形式就业' }).execute()
  }
})

test('a category and a row of a table are offered in their years only', async () => {
  const student = await s.student(school)
  const change = (kind: string, code: string, validUntil: number | null) =>
    s.owner
      .updateTable('codes')
      .set({ validUntil })
      .where('kind', '=', kind)
      .where('code', '=', code)
      .execute()
  try {
    await change('industry', '38', 2025)
    await change('destination', '12', 2025)
    expect((await listFormsOf(student)).map(({ category }) => category)).not.toContain('12')
    const faults = await faultsIn(student, {})
    expect(faults.errors).toEqual([{ field: 'details.industry', message: '请从列表中选择' }])
    expect((await faultsIn(student, { category: '12' })).code).toBe('category-not-offered')
  } finally {
    await change('industry', '38', null)
    await change('destination', '12', null)
  }
})

test('a new year’s category appears, is filled in and reviewed without any code', async () => {
  const fields: Form['fields'] = [
    {
      key: 'college',
      name: '升入本科院校',
      nameEn: 'University',
      type: 'line',
      required: true,
      headline: true,
    },
    {
      key: 'field',
      name: '专业类别',
      nameEn: 'Field',
      type: 'code:job_category',
      required: false,
      headline: false,
    },
  ]
  await s.owner
    .insertInto('codes')
    .values({
      kind: 'destination',
      code: '803',
      name: '专科升普通本科',
      nameEn: 'Upgrading to a bachelor’s degree',
      parent: '80',
      class: 'further-study',
      part: 'further-study',
      evidence: '录取通知书',
      evidenceEn: 'Admission notice',
      countsAsPlaced: true,
      validFrom: 2026,
      position: 17,
      route: 'destination',
      form: JSON.stringify(fields),
    })
    .execute()
  try {
    const student = await s.student(school)
    const reviewer = await s.staff(school, 'school_reviewer')
    const codes = (await listFormsOf(student)).map(({ category }) => category)
    expect(codes.indexOf('803')).toBe(codes.indexOf('802') + 1)
    const { id, version } = await declare(s, student, '803', { college: '湖北经济学院' })
    const passed = await reviewer.first.call(contract.destinationActs.pass, {
      params: { school, id },
      body: { seenVersion: version },
    })
    expect(passed).toMatchObject({ status: 'registered', headline: '湖北经济学院', code: '803' })
  } finally {
    await s.owner.deleteFrom('codes').where('kind', '=', 'destination').where('code', '=', '803').execute()
  }
})

test.each(DECLARED)('%s is declared with or without words, and needs no file', async (category) => {
  const student = await s.student(school)
  const wordless = await declare(s, student, category, { intention: '', note: '' })
  expect(wordless).toMatchObject({ status: 'declared', route: 'declaration', evidence: [], waitingFor: null })
  expect(wordless.headline).toBe(wordless.category.name)
  expect((await declare(s, student, category, { intention: '考公务员' })).headline).toBe('考公务员')
})
