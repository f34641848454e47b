import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/destinations.ts'
import { listOwnFields, saveOwnFields } from '../../../contracts/own-fields.ts'
import { verifyJournal } from '../../db/journal.ts'
import { declarationOf, declare, findFormOf } from '../../testing/destination-forms.ts'
import { addOwnFields, ownField } from '../../testing/own-fields.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

/** 录取文号 is asked of students who go on studying, 是否定向 of all; staff fill in 上报批次, which they see, and 备查, which they do not. */
async function begin() {
  const school = await s.school()
  const administrator = await s.staff(school, 'administrator')
  const keys = await addOwnFields(administrator.first, { school, list: 'destination' }, [
    ownField('录取文号', { filledBy: 'student', required: true, categories: ['801'] }),
    ownField('是否定向', { nameEn: 'Designated', filledBy: 'student', takes: { kind: 'yes-no' } }),
    ownField('上报批次', { takes: { kind: 'number', least: 1, greatest: 9 } }),
    ownField('备查', { seenBy: 'school', takes: { kind: 'choice', choices: ['已查', '待查'] } }),
  ])
  const [number, designated, batch, checked] = keys as [`own:${string}`, ...`own:${string}`[]]
  return { school, administrator, number, designated: designated!, batch: batch!, checked: checked! }
}

test('a student is asked them where the form is, and what is wrong is named in the words of its kind', async () => {
  const { school, number, designated } = await begin()
  const student = await s.student(school)
  const asked = (await findFormOf(student, '801')).fields.filter(({ own }) => own)
  expect(asked.map(({ name, required, own }) => [name, required, own!.takes.kind])).toEqual([
    ['录取文号', true, 'text'],
    ['是否定向', false, 'yes-no'],
  ])
  expect((await findFormOf(student, '70')).fields.map(({ name }) => name)).toContain('是否定向')
  const wrong = { [number]: 'x'.repeat(51), [designated]: '也许' }
  const refused = await student.first.ask(
    contract.declareDestination,
    await declarationOf(s, student, '801', wrong),
  )
  expect([refused.statusCode, refused.json().errors]).toEqual([
    422,
    [
      { field: `details.${number}`, message: '最多 50 个字' },
      { field: `details.${designated}`, message: '请填写“是”或“否”' },
    ],
  ])
  const missing = await student.first.ask(
    contract.declareDestination,
    await declarationOf(s, student, '801', { [number]: ' ' }),
  )
  expect(missing.json().errors).toEqual([{ field: `details.${number}`, message: '请填写此项' }])
  const given = { [number]: '鄂教〔2026〕1号', [designated]: '是' }
  const { answers } = await declare(s, student, '801', given)
  expect(answers.filter(({ key }) => key.startsWith('own:'))).toEqual([
    {
      byStaff: false,
      key: number,
      name: '录取文号',
      nameEn: '录取文号',
      value: '鄂教〔2026〕1号',
      shown: { name: '鄂教〔2026〕1号', nameEn: '鄂教〔2026〕1号' },
    },
    {
      byStaff: false,
      key: designated,
      name: '是否定向',
      nameEn: 'Designated',
      value: 'yes',
      shown: { name: '是', nameEn: 'Yes' },
    },
  ])
})

test('staff fill theirs in, with history; the student sees what is for them alone, and corrects without losing it', async () => {
  const { school, administrator, number, batch, checked } = await begin()
  const student = await s.student(school)
  const { id } = await declare(s, student, '801', { [number]: '一号' })
  const params = { school, id }
  const college = await s.staff(school, 'college_reviewer', '01')
  const fill = (details: Record<string, string>, seenVersion: number, by = college.first) =>
    by.ask(contract.fillInDestination, { params, body: { seenVersion, details } })
  const wrong = await fill({ [batch]: '10', [checked]: '忘了', [number]: '二号' }, 1)
  expect(wrong.json().errors).toEqual([
    { field: `details.${number}`, message: '表单中没有这一项' },
    { field: `details.${batch}`, message: '不能大于 9' },
    { field: `details.${checked}`, message: '请填写以下之一：已查、待查' },
  ])
  const filled = await fill({ [batch]: ' 3.0 ', [checked]: '待查' }, 1)
  expect(filled.json()).toMatchObject({ version: 2, status: 'in_review', waitingFor: 'school' })
  expect((await fill({ [batch]: '4' }, 1)).json().code).toBe('content-changed')
  expect((await fill({ [checked]: '已查' }, 2, administrator.first)).statusCode).toBe(200)
  expect((await fill({ [batch]: '1' }, 3, student.first)).statusCode).toBe(403)
  const elsewhere = await s.staff(school, 'college_reviewer', '02')
  expect((await fill({ [batch]: '1' }, 3, elsewhere.first)).statusCode).toBe(404)

  const read = (by = administrator.first) => by.call(contract.getDestination, { params })
  const [staffs, students] = [await read(), await read(student.first)]
  expect(staffs.fills.map(({ name }) => name)).toEqual(['上报批次', '备查'])
  expect(students.fills).toEqual([])
  const said = ({ answers }: typeof staffs) =>
    answers
      .filter(({ key }) => [batch, checked].some((one) => one === key))
      .map(({ name, value }) => [name, value])
  expect(said(staffs)).toEqual([
    ['上报批次', '3'],
    ['备查', '已查'],
  ])
  expect(said(students)).toEqual([['上报批次', '3']])
  const changes = ({ history }: typeof staffs) =>
    history.map((one) => one.changes.map(({ name, before, after }) => [name, before.name, after.name]))
  expect(changes(staffs)).toEqual([
    [
      ['上报批次', '', '3'],
      ['备查', '', '待查'],
    ],
    [['备查', '待查', '已查']],
  ])
  expect(changes(students)).toEqual([[['上报批次', '', '3']]])
  expect(staffs.timeline.map(({ action }) => action)).toContain('destination.fill-in')

  const { body } = await declarationOf(s, student, '801', { [number]: '更正号' })
  const { confirmed: _, ...given } = body
  const corrected = await student.first.call(contract.destinationActs.correct, {
    params,
    body: { ...given, seenVersion: 3 },
  })
  expect(corrected.answers.map(({ value }) => value)).toEqual(expect.arrayContaining(['更正号', '3']))
  expect(said(await read())).toEqual([
    ['上报批次', '3'],
    ['备查', '已查'],
  ])
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('what was registered stays as it was asked, however the field is defined later; nothing is filled in of what is over', async () => {
  const { school, administrator, number, batch } = await begin()
  const student = await s.student(school)
  const { id, version } = await declare(s, student, '801', { [number]: '一号' })
  const params = { school, id }
  const { destination } = await administrator.first.call(listOwnFields, { params: { school } })
  expect(destination.filled).toEqual([number])
  const fields = destination.fields
    .filter(({ key }) => key !== batch)
    .map((one) => (one.key === number ? { ...one, name: '录取通知文号', isEnded: true } : one))
  const body = { list: 'destination' as const, version: destination.version, fields }
  await administrator.first.call(saveOwnFields, { params: { school }, body })
  const seen = await administrator.first.call(contract.getDestination, { params })
  expect(seen.answers.find(({ key }) => key === number)).toMatchObject({ name: '录取文号', value: '一号' })
  expect((await findFormOf(await s.student(school), '801')).fields.map(({ name }) => name)).not.toContain(
    '录取通知文号',
  )
  const gone = await administrator.first.ask(contract.fillInDestination, {
    params,
    body: { seenVersion: version, details: { [batch]: '1' } },
  })
  expect(gone.json().errors).toEqual([{ field: `details.${batch}`, message: '表单中没有这一项' }])
  await student.first.call(contract.destinationActs.withdraw, { params, body: { seenVersion: version } })
  const over = await administrator.first.ask(contract.fillInDestination, {
    params,
    body: { seenVersion: version + 1, details: {} },
  })
  expect([over.statusCode, over.json().code]).toEqual([409, 'already-moved-on'])
  expect((await administrator.first.call(contract.getDestination, { params })).fills).toEqual([])
})
