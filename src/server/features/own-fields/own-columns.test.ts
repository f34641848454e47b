import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/own-fields.ts'
import { downloadRoster } from '../../../contracts/roster.ts'
import * as imports from '../../../contracts/roster-imports.ts'
import { addStudent, getStudentFile } from '../../../contracts/students.ts'
import type { RowStanding } from '../../../domain/roster/import.ts'
import { addOwnFields, ownField } from '../../testing/own-fields.ts'
import { csvOf, type RosterStudent, rosterStudent, typedStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
  s.setClock('2026-06-01T10:00:00+08:00')
})
afterAll(() => s.stop())

/** A school of 主修外语 (one of several), 四级成绩 (0 to 710), 入团日期, 城镇户口 and 备注. */
async function begin() {
  const school = await s.school()
  const { first } = await s.staff(school, 'administrator')
  const params = { school }
  const keys = await addOwnFields(first, { school, list: 'roster' }, [
    ownField('主修外语', {
      nameEn: 'Foreign language',
      synonyms: ['外语语种'],
      takes: { kind: 'choice', choices: ['英语', '日语'] },
    }),
    ownField('四级成绩', { takes: { kind: 'number', least: 0, greatest: 710 } }),
    ownField('入团日期', { takes: { kind: 'day' } }),
    ownField('城镇户口', { takes: { kind: 'yes-no' } }),
    ownField('备注', { takes: { kind: 'text', most: 500 } }),
  ])
  const look = (id: string) => first.call(imports.getRosterImport, { params: { school, id } })
  return {
    school,
    first,
    keys,
    look,
    preview: async (file: Buffer | readonly RosterStudent[], name = '名单.csv') => {
      const sent = Buffer.isBuffer(file) ? file : csvOf(file)
      const { id } = await first.call(imports.uploadRoster, { params, query: { name }, file: sent })
      await s.services.background.settled()
      return look(id)
    },
    rows: async (id: string, standing: RowStanding) =>
      (await first.call(imports.listRosterRows, { params: { school, id }, query: { standing } })).items,
    commit: (id: string) => first.ask(imports.commitRosterImport, { params: { school, id } }),
    report: async (id: string) =>
      (await first.ask(imports.readRosterReport, { params: { school, id }, body: { purpose: 'formality' } }))
        .rawPayload,
    lists: () => first.call(contract.listOwnFields, { params }),
  }
}
const OWN = {
  外语语种: '英语',
  四级成绩: '520.50',
  入团日期: '2020年3月1日',
  城镇户口: '是',
  备注: `=HYPERLINK("x") 𫖯䶮 ${'长'.repeat(400)}`,
}
const only = (counts: object) => ({ new: 0, changed: 0, unchanged: 0, faulty: 0, ...counts })

test('columns are found by name and synonym, each cell is judged by its kind, and what is right is entered', async () => {
  const { school, first, keys, preview, rows, commit } = await begin()
  const shown = await preview([
    rosterStudent(1, OWN),
    rosterStudent(2, {
      ...OWN,
      外语语种: '德语',
      四级成绩: '711',
      入团日期: '去年',
      城镇户口: '也许',
      备注: 'x'.repeat(501),
    }),
    rosterStudent(3, { 备注: '' }),
  ])
  expect(shown.about!.headings.filter(({ state }) => state === 'unread')).toEqual([])
  expect(shown.columns.slice(-5).map(({ name }) => name)).toEqual([
    '主修外语',
    '四级成绩',
    '入团日期',
    '城镇户口',
    '备注',
  ])
  expect(shown.counts).toEqual(only({ new: 2, faulty: 1 }))
  const [wrong] = await rows(shown.id, 'faulty')
  expect(wrong!.faults.map(({ column, name, said }) => [column, name, said])).toEqual([
    ['H', '主修外语', '请填写以下之一：英语、日语'],
    ['I', '四级成绩', '不能大于 710'],
    ['J', '入团日期', expect.stringContaining('不是日期')],
    ['K', '城镇户口', '请填写“是”或“否”'],
    ['L', '备注', '最多 500 个字'],
  ])
  expect((await commit(shown.id)).statusCode).toBe(200)
  const { id } = await s.db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('name', '=', '新生1')
    .select('id')
    .executeTakeFirstOrThrow()
  const { own } = await first.call(getStudentFile, { params: { school, id } })
  expect(own.map(({ key, value }) => [key, value])).toEqual([
    [keys[0], '英语'],
    [keys[1], '520.5'],
    [keys[2], '2020-03-01'],
    [keys[3], 'yes'],
    [keys[4], OWN.备注],
  ])
})

test('a change is shown from and to; an empty cell empties nothing; what was not right comes back in the report', async () => {
  const { school, preview, rows, commit, report, look } = await begin()
  await commit((await preview([rosterStudent(1, OWN)])).id)
  const changed = await preview([
    rosterStudent(1, { 外语语种: '日语', 四级成绩: '', 城镇户口: '否' }),
    rosterStudent(2, { 外语语种: '俄语' }),
  ])
  expect(changed.counts).toEqual(only({ changed: 1, faulty: 1 }))
  expect((await rows(changed.id, 'changed'))[0]!.changes).toEqual([
    { column: '主修外语', from: '英语', to: '日语' },
    { column: '城镇户口', from: '是', to: '否' },
  ])
  const told = await report(changed.id)
  await commit(changed.id)
  const again = await preview(told, '结果.xlsx')
  expect((await look(again.id)).counts).toEqual(only({ unchanged: 1, faulty: 1 }))
  const { ownValues } = await s.db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .select('ownValues')
    .executeTakeFirstOrThrow()
  expect(Object.values(ownValues as object)).toEqual(
    expect.arrayContaining(['日语', '520.5', '2020-03-01', 'no', OWN.备注]),
  )
})

test('the template asks for them, and what is downloaded imports again unchanged', async () => {
  const { school, first, preview, commit } = await begin()
  await commit((await preview([rosterStudent(1, OWN), rosterStudent(2)])).id)
  const template = await first.ask(imports.readRosterTemplate, { params: { school }, query: {} })
  const empty = await preview(template.rawPayload, '模板.xlsx')
  expect(empty.about!.headings.map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(['主修外语', '备注']),
  )
  for (const language of ['zh-CN', 'en'] as const) {
    const file = await first.ask(downloadRoster, {
      params: { school },
      body: { filter: {}, purpose: 'report', reason: '年度上报', language },
    })
    expect((await preview(file.rawPayload, '生源库.xlsx')).counts).toEqual(only({ unchanged: 2 }))
  }
})

test('an ended field is read and written no more, a preview from before it is not entered, and its values stay', async () => {
  const { school, first, keys, preview, commit, lists } = await begin()
  await commit((await preview([rosterStudent(1, OWN)])).id)
  const before = await preview([rosterStudent(1, { 外语语种: '日语' })])
  const { version, fields } = (await lists()).roster
  const body = {
    list: 'roster' as const,
    version,
    fields: fields.map((one) => (one.key === keys[0] ? { ...one, isEnded: true } : one)),
  }
  await first.call(contract.saveOwnFields, { params: { school }, body })
  expect((await commit(before.id)).json().code).toBe('roster-changed')
  const after = await preview([rosterStudent(1, { 外语语种: '日语', 四级成绩: '600' })])
  expect(after.about!.headings.find(({ heading }) => heading === '外语语种')!.state).toBe('unread')
  await commit(after.id)
  const { ownValues } = await s.db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .select('ownValues')
    .executeTakeFirstOrThrow()
  expect(ownValues).toMatchObject({ [keys[0]!]: '英语', [keys[1]!]: '600' })
  const file = await first.ask(downloadRoster, {
    params: { school },
    body: { filter: {}, purpose: 'report', reason: '' },
  })
  const again = await preview(file.rawPayload, '生源库.xlsx')
  expect(again.about!.headings.map(({ heading }) => heading)).not.toContain('主修外语')
})

test('a heading can be said to mean one, but none of another school or that was ended', async () => {
  const [one, other] = [await begin(), await begin()]
  const shown = await one.preview([rosterStudent(1, { 大学外语: '英语' })])
  const column = shown.about!.headings.find(({ heading }) => heading === '大学外语')!.column
  const name = (means: string) =>
    one.first.ask(imports.nameHeadings, {
      params: { school: one.school, id: shown.id },
      body: { headings: [{ column, means: means as `own:${string}` }] },
    })
  const refused = await name(other.keys[0]!)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'field-not-in-use'])
  expect((await name(one.keys[0]!)).statusCode).toBe(200)
  const again = await one.preview([rosterStudent(1, { 大学外语: '英语' })])
  expect(again.about!.headings.find(({ heading }) => heading === '大学外语')).toMatchObject({
    means: one.keys[0],
    isSaid: true,
  })
})

test('a required one is asked of every row and of who is added by hand; another school’s field is refused', async () => {
  const { school, first, preview, rows } = await begin()
  const [key] = await addOwnFields(first, { school, list: 'roster' }, [
    ownField('户籍号', { required: true }),
  ])
  expect((await preview([rosterStudent(1)])).status).toBe('unclear')
  const shown = await preview([rosterStudent(1, { 户籍号: '' }), rosterStudent(2, { 户籍号: '01' })])
  expect(shown.counts).toEqual(only({ new: 1, faulty: 1 }))
  expect((await rows(shown.id, 'faulty'))[0]!.faults).toMatchObject([{ name: '户籍号', said: '请填写此项' }])
  const add = (values: object) =>
    first.ask(addStudent, { params: { school }, body: { values: { ...typedStudent(7), ...values } } })
  const missing = await add({})
  expect(missing.json().errors).toEqual([{ field: `values.${key}`, message: '请填写此项' }])
  const foreign = (await begin()).keys[0]!
  const stray = await add({ [key!]: '1', [foreign]: '英语' })
  expect(stray.json()).toMatchObject({ code: 'field-not-in-use', errors: [{ field: `values.${foreign}` }] })
  expect((await add({ [key!]: '007' })).statusCode).toBe(200)
})
