import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/own-fields.ts'
import {
  getRosterView,
  listRosterHistory,
  listStudents,
  saveRosterColumns,
} from '../../../contracts/roster.ts'
import { fillInStudent, getStudentFile, studentHome } from '../../../contracts/students.ts'
import { verifyJournal } from '../../db/journal.ts'
import { addOwnFields, ownField } from '../../testing/own-fields.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

async function begin() {
  const school = await s.school()
  const administrator = await s.staff(school, 'administrator')
  const params = { school }
  return {
    school,
    administrator,
    add: (...fields: Parameters<typeof addOwnFields>[2]) =>
      addOwnFields(administrator.first, { school, list: 'roster' }, fields),
    read: () => administrator.first.call(contract.listOwnFields, { params }),
    save: (
      list: 'roster' | 'destination',
      version: number,
      fields: Parameters<typeof addOwnFields>[2],
      by = administrator.first,
    ) => by.ask(contract.saveOwnFields, { params, body: { list, version, fields: [...fields] } }),
  }
}

describe('the list', () => {
  test('is read by all staff and kept in its order; of two who change it the second is told', async () => {
    const { school, administrator, read, save } = await begin()
    const fields = [
      ownField('主修外语', { synonyms: ['外语语种'], nameEn: 'Foreign language' }),
      ownField('四级成绩', { takes: { kind: 'number', least: 0, greatest: 710 }, seenBy: 'school' }),
    ]
    expect((await save('roster', 1, fields)).statusCode).toBe(200)
    const { first } = await s.staff(school, 'college_reviewer', '01')
    const seen = await first.call(contract.listOwnFields, { params: { school } })
    expect(seen).toMatchObject({ mayChange: false, roster: { version: 2, filled: [] } })
    expect(seen.roster.fields.map(({ name }) => name)).toEqual(['主修外语', '四级成绩'])
    const [second, third] = await Promise.all([
      save('roster', 2, [...seen.roster.fields].reverse(), administrator.second),
      save('roster', 2, seen.roster.fields.slice(1)),
    ])
    expect([second.statusCode, third.statusCode].sort()).toEqual([200, 409])
    const told = second.statusCode === 409 ? second : third
    expect(told.json()).toMatchObject({ code: 'content-changed', details: { version: 3 } })
    expect((await read()).roster.version).toBe(3)
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('takes no name that means something already, and says at which field', async () => {
    const { add, read, save } = await begin()
    const [key] = await add(ownField('主修外语'))
    const refused = []
    for (const change of [
      ownField('学号'),
      ownField('ｙｘｍｃ'),
      ownField('序 号'),
      ownField('另一项', { synonyms: ['甲', '身份证号'] }),
      ownField('别的', { nameEn: 'NAME' }),
      ownField('主修 外语'),
    ]) {
      const { fields, version } = (await read()).roster
      const { code, errors } = (await save('roster', version, [...fields, change])).json()
      refused.push([code, errors[0].field])
    }
    expect(refused).toEqual([
      ['field-name-taken', 'fields.1.name'],
      ['field-name-taken', 'fields.1.name'],
      ['field-name-taken', 'fields.1.name'],
      ['field-name-taken', 'fields.1.synonyms'],
      ['field-name-taken', 'fields.1.nameEn'],
      ['field-name-taken', 'fields.1.name'],
    ])
    // What has been ended gives its name back.
    const { fields, version } = (await read()).roster
    const ended = fields.map((one) => ({ ...one, isEnded: true }))
    expect((await save('roster', version, [...ended, ownField('主修外语')])).statusCode).toBe(200)
    const names = (await read()).roster.fields.map((one) => [one.name, one.isEnded, one.key === key])
    expect(names).toEqual([
      ['主修外语', true, true],
      ['主修外语', false, false],
    ])
  })

  test('of a destination asks categories that there are, and never what its forms ask', async () => {
    const { save } = await begin()
    const refused = []
    for (const field of [
      ownField('录用通知文号', { categories: ['999'] }),
      ownField('去向类别'),
      ownField('证明材料'),
    ]) {
      const answer = await save('destination', 1, [field])
      refused.push([answer.json().code, answer.json().errors[0].field])
    }
    expect(refused).toEqual([
      ['category-not-offered', 'fields.0.categories'],
      ['field-name-taken', 'fields.0.name'],
      ['field-name-taken', 'fields.0.name'],
    ])
    const body = [
      ownField('录用文号', { filledBy: 'student', seenBy: 'school', categories: ['80'] }),
      ownField('上报批次', { filledBy: 'staff', required: true }),
    ]
    const saved = (await save('destination', 1, body)).json().destination.fields
    expect(saved).toMatchObject([
      { filledBy: 'student', seenBy: 'student' },
      { filledBy: 'staff', required: false },
    ])
  })

  test('holds at most forty, and only keys that are its own', async () => {
    const [one, other] = [await begin(), await begin()]
    const [foreign] = await other.add(ownField('他校字段'))
    const refused = await one.save('roster', 1, [ownField('他校字段', { key: foreign! })])
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'field-not-in-use'])
    const many = Array.from({ length: 41 }, (_, k) => ownField(`字段${k}`))
    expect((await one.save('roster', 1, many)).statusCode).toBe(422)
    expect((await one.save('roster', 1, many.slice(1))).statusCode).toBe(200)
  })

  test('tells who has changed what, newest first', async () => {
    const { administrator, school, add, read, save } = await begin()
    await add(ownField('甲'), ownField('乙'))
    const { fields, version } = (await read()).roster
    await save('roster', version, [fields[1]!, { ...fields[0]!, name: '丙' }])
    await save('roster', version + 1, [{ ...fields[1]!, isEnded: true }])
    const { items } = await administrator.first.call(contract.listOwnFieldChanges, { params: { school } })
    expect(
      items.map(({ list, changes }) => [list, ...changes.map(({ what, name }) => `${what} ${name}`)]),
    ).toEqual([
      ['roster', 'ended 乙', 'removed 丙'],
      ['roster', 'changed 丙', 'moved 乙'],
      ['roster', 'added 甲', 'added 乙'],
    ])
    expect((await read()).roster.changed).toMatchObject({ by: items[0]!.by })
  })
})

describe('on a student’s file', () => {
  test('staff fill them in, the history says what was and what is, and the student sees what is for them', async () => {
    const { school, add, administrator } = await begin()
    const [language, score, day] = await add(
      ownField('主修外语', { takes: { kind: 'choice', choices: ['英语', '日语'] } }),
      ownField('四级成绩', { takes: { kind: 'number', least: 0, greatest: 710 }, seenBy: 'school' }),
      ownField('入团日期', { takes: { kind: 'day' }, nameEn: 'Joined' }),
    )
    const student = await s.student(school)
    const college = await s.staff(school, 'college_reviewer', '01')
    const params = { school, id: student.id }
    const fill = (values: Record<string, string>, seenVersion = 1, by = college.first) =>
      by.ask(fillInStudent, { params, body: { seenVersion, own: values } })
    const wrong = await fill({ [language!]: '德语', [score!]: '711', [day!]: '2020-02-30' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json().errors).toEqual([
      { field: `own.${language}`, message: '请填写以下之一：英语、日语' },
      { field: `own.${score}`, message: '不能大于 710' },
      { field: `own.${day}`, message: expect.stringContaining('不是日期') },
    ])
    const right = await fill({ [language!]: ' 英 语', [score!]: '５２０.50', [day!]: '2020年3月1日' })
    expect(right.json().own.map(({ value }: { value: string }) => value)).toEqual([
      '英语',
      '520.5',
      '2020-03-01',
    ])
    expect((await fill({ [score!]: '600' })).json().code).toBe('content-changed')
    expect((await fill({ [score!]: '600', [language!]: '' }, 2)).statusCode).toBe(200)
    const elsewhere = await s.staff(school, 'college_reviewer', '02')
    expect((await fill({ [score!]: '1' }, 3, elsewhere.first)).statusCode).toBe(404)

    const { items } = await college.first.call(listRosterHistory, { params })
    expect(items[0]).toMatchObject({
      action: 'student.fill-in',
      changes: [
        { name: '主修外语', from: '英语', to: '' },
        { name: '四级成绩', from: '520.5', to: '600' },
      ],
    })
    const { basics } = await student.first.call(studentHome, { params: { school } })
    expect(basics.own).toEqual([
      { name: '入团日期', nameEn: 'Joined', shown: { name: '2020-03-01', nameEn: '2020-03-01' } },
    ])
    await administrator.first.call(saveRosterColumns, {
      params: { school },
      body: { columns: ['name', score!] },
    })
    const view = await administrator.first.call(getRosterView, { params: { school } })
    expect([view.columns, view.own.map(({ name }) => name)]).toEqual([
      ['name', score],
      ['主修外语', '四级成绩', '入团日期'],
    ])
    const list = await administrator.first.call(listStudents, { params: { school }, query: {} })
    expect(list.items[0]!.own[score!]).toEqual({ name: '600', nameEn: '600' })
  })

  test('a field in which something stands is ended and not deleted, its kind stays, its bounds only widen', async () => {
    const { school, add, read, save, administrator } = await begin()
    const [key, free] = await add(
      ownField('特长', { takes: { kind: 'choice', choices: ['文', '武'] } }),
      ownField('无人填'),
    )
    const student = await s.student(school)
    const params = { school, id: student.id }
    const fill = (values: Record<string, string>, seenVersion: number) =>
      administrator.first.ask(fillInStudent, { params, body: { seenVersion, own: values } })
    await fill({ [key!]: '武' }, 1)
    const { fields, version, filled } = (await read()).roster
    expect(filled).toEqual([key])
    const refused = []
    for (const next of [
      [fields[1]!],
      [{ ...fields[0]!, takes: { kind: 'text' as const, most: 10 } }, fields[1]!],
      [{ ...fields[0]!, takes: { kind: 'choice' as const, choices: ['文', '无'] } }, fields[1]!],
    ]) {
      const { code, errors } = (await save('roster', version, next)).json()
      refused.push([code, errors[0].field])
    }
    expect(refused).toEqual([
      ['field-in-use', 'fields'],
      ['field-in-use', 'fields.0.takes'],
      ['field-in-use', 'fields.0.takes'],
    ])
    const wider = { ...fields[0]!, takes: { kind: 'choice' as const, choices: ['武', '文', '艺'] } }
    expect((await save('roster', version, [wider])).statusCode).toBe(200)
    expect((await save('roster', version + 1, [{ ...wider, isEnded: true }])).statusCode).toBe(200)
    const [over, gone] = [await fill({ [key!]: '文' }, 2), await fill({ [free!]: 'x' }, 2)]
    expect([over.json(), gone.json()]).toMatchObject([
      { code: 'field-not-in-use', errors: [{ field: `own.${key}` }] },
      { code: 'field-not-in-use', errors: [{ field: `own.${free}` }] },
    ])
    const { own } = await administrator.first.call(getStudentFile, { params })
    expect(own).toMatchObject([{ key, isEnded: true, value: '武' }])
  })

  test('the database keeps what is no text out', async () => {
    const { school } = await begin()
    const { id } = await s.student(school)
    for (const ownValues of ['{"own:1": 5}', '[]', '{"own:1": ""}'])
      await expect(
        s.db.updateTable('students').set({ ownValues }).where('id', '=', id).execute(),
      ).rejects.toThrow('students_own_values_are_texts')
  })
})
