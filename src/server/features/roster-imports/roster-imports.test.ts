import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/roster-imports.ts'
import type { Visitor } from '../../http/visitor.ts'
import { csvOf, rosterStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

async function begin() {
  const school = await s.school()
  const administrator = await s.staff(school, 'administrator')
  return { school, administrator, ...importing(school, administrator.first) }
}
function importing(school: string, by: Visitor) {
  const upload = async (file: Buffer, name = '名单.csv') => {
    const { id } = await by.call(contract.uploadRoster, { params: { school }, query: { name }, file })
    await s.services.background.settled()
    return by.call(contract.getRosterImport, { params: { school, id } })
  }
  const rows = async (id: string, standing: 'new' | 'changed' | 'unchanged' | 'faulty') =>
    (await by.call(contract.listRosterRows, { params: { school, id }, query: { standing, pageSize: 100 } }))
      .items
  const commit = (id: string) => by.call(contract.commitRosterImport, { params: { school, id } })
  return { upload, rows, commit }
}

test('a roster is previewed, entered, and the same again changes nothing', async () => {
  const { upload, rows, commit } = await begin()
  const file = csvOf([rosterStudent(1), rosterStudent(2), rosterStudent(3, { 性别: '女', 院系: '九院' })])
  const shown = await upload(file)
  expect(shown).toMatchObject({
    status: 'previewed',
    counts: { new: 2, changed: 0, unchanged: 0, faulty: 1 },
  })
  expect(await rows(shown.id, 'faulty')).toMatchObject([
    { row: 4, faults: [{ column: 'D', value: '九院' }, {}] },
  ])
  expect((await commit(shown.id)).status).toBe('committed')
  const again = await upload(file)
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2, faulty: 1 })
})
