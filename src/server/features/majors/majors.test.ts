import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import * as contract from '../../../contracts/majors.ts'
import { listRosterChoices } from '../../../contracts/roster.ts'
import { commitRosterImport, getRosterImport, uploadRoster } from '../../../contracts/roster-imports.ts'
import { addStudent, moveStudent } from '../../../contracts/students.ts'
import { csvOf, rosterStudent, typedStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const line = z.object({ action: z.string(), data: z.record(z.string(), z.unknown()) })
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

async function begin() {
  const school = await s.school()
  const params = { school }
  const { first } = await s.staff(school, 'administrator')
  const list = async (query = {}) => (await first.call(contract.listMajors, { params, query })).items
  const told = async () =>
    z.array(line).parse((await s.journal(`school:${school}`)).map(({ entry }) => entry))
  return { school, params, first, list, told }
}
const NEW = {
  majorCode: '050101',
  majorName: '汉语言文学',
  educationLevel: '31',
  colleges: ['01', '02'],
}

test('a major is added, found, changed and stopped, each with what was and what is; it never goes', async () => {
  const { params, first, list, told } = await begin()
  const added = await first.call(contract.addMajor, { params, body: NEW })
  expect(added).toMatchObject({
    code: NEW.majorCode,
    name: NEW.majorName,
    inUse: true,
    version: 1,
    students: 0,
    colleges: [{ id: '01' }, { id: '02' }],
  })
  const again = await first.ask(contract.addMajor, { params, body: NEW })
  expect(again.json()).toMatchObject({ status: 409, code: 'major-exists', errors: [{ field: 'majorCode' }] })
  const at = { params: { ...params, majorCode: NEW.majorCode } }
  const { majorCode: _, ...same } = NEW
  const change = (body: object) =>
    first.ask(contract.changeMajor, { ...at, body: { ...same, inUse: true, seenVersion: 1, ...body } })
  expect((await change({})).json().code).toBe('nothing-changed')
  const stopped = await change({ majorName: '中国语言文学', colleges: ['02'], inUse: false })
  expect(stopped.json()).toMatchObject({ version: 2, inUse: false, colleges: [{ id: '02' }] })
  expect((await change({ majorName: '文学' })).json().code).toBe('content-changed')
  for (const [field, wrong] of [
    ['colleges', { colleges: ['99'], seenVersion: 2 }],
    ['educationLevel', { educationLevel: '00', seenVersion: 2 }],
  ] as const)
    expect((await change(wrong)).json().errors[0].field).toBe(field)
  for (const [query, found] of [
    [{ q: '0501' }, 1],
    [{ q: '语言' }, 1],
    [{ college: '01' }, 0],
    [{ college: '02' }, 1],
    [{ use: 'in-use' }, 0],
    [{ use: 'stopped' }, 1],
  ] as const)
    expect(await list(query)).toHaveLength(found)
  expect((await first.call(contract.listOfferedMajors, { params })).items).toEqual([])
  const journaled = (await told()).slice(-2)
  expect(journaled.map(({ action }) => action)).toEqual(['school.add-major', 'school.change-major'])
  expect(journaled[1]!.data).toMatchObject({
    before: expect.stringContaining('汉语言文学'),
    after: expect.stringContaining('"inUse":false'),
  })
  await expect(s.db.deleteFrom('majors').where('code', '=', NEW.majorCode).execute()).rejects.toThrow(
    'permission denied',
  )
})

test('a file’s preview says which majors are not in the list and which are stopped, and enters them with its rows', async () => {
  const { school, params, first, list, told } = await begin()
  await first.call(contract.addMajor, { params, body: NEW })
  const { majorCode: _, ...same } = NEW
  await first.call(contract.changeMajor, {
    params: { ...params, majorCode: NEW.majorCode },
    body: { ...same, inUse: false, seenVersion: 1 },
  })
  const file = csvOf([
    rosterStudent(1, { 专业代码: '120204', 专业名称: '财务管理' }),
    rosterStudent(2, { 专业代码: '120204', 专业名称: '财务管理', 院系: '二院' }),
    rosterStudent(3, { 专业代码: NEW.majorCode, 专业名称: NEW.majorName }),
    rosterStudent(4, { 专业代码: '999999', 专业名称: '从未', 院系: '九院' }),
    rosterStudent(5),
  ])
  const { id } = await first.call(uploadRoster, { params, query: { name: '名单.csv' }, file })
  await s.services.background.settled()
  const key = { params: { school, id } }
  const { about } = await first.call(getRosterImport, key)
  expect(about?.majors).toEqual({
    added: [{ code: '120204', name: '财务管理', rows: 2 }],
    stopped: [{ code: NEW.majorCode, name: NEW.majorName, rows: 1 }],
  })
  expect(await list({ q: '1202' })).toEqual([])
  await first.call(commitRosterImport, key)
  expect(await list()).toMatchObject([
    { code: NEW.majorCode, inUse: false, students: 1 },
    {
      code: '120204',
      name: '财务管理',
      educationLevel: '31',
      inUse: true,
      students: 2,
      colleges: [{ id: '01' }, { id: '02' }],
    },
  ])
  const entered = (await told()).find(({ action }) => action === 'school.import-roster')
  expect(entered?.data).toMatchObject({ majors: '[{"code":"120204","name":"财务管理","rows":2}]' })
  const choices = await first.call(listRosterChoices, { params })
  expect(choices.majors).toEqual(expect.arrayContaining(['财务管理', '软件工程', '汉语言文学']))
})

test('whoever is typed in or moved brings the code into the list; of many the list costs as many statements as of one', async () => {
  const { school, params, first, list } = await begin()
  const values = typedStudent(7, { majorCode: '081201', majorName: '测绘工程' })
  const { id } = await first.call(addStudent, { params, body: { values } })
  const moving = {
    seenVersion: 1,
    collegeId: '01',
    majorCode: '081202',
    majorName: '遥感科学',
    reason: '转专业',
  }
  await first.call(moveStudent, { params: { school, id }, body: moving })
  s.statements.length = 0
  expect((await list({ q: '0812' })).map(({ code, students }) => [code, students])).toEqual([
    ['081201', 0],
    ['081202', 1],
  ])
  const few = s.statements.length
  for (let n = 0; n < 10; n++)
    await first.call(contract.addMajor, { params, body: { ...NEW, majorCode: `0501${n}` } })
  s.statements.length = 0
  expect(await list()).toHaveLength(12)
  expect(s.statements.length).toBe(few)
})
