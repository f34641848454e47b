import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { listFigureRows } from '../../src/contracts/figures.ts'
import { leavesOf } from '../../src/contracts/leaves.ts'
import { planMoment } from '../../src/contracts/moments.ts'
import { savePlaceFacts } from '../../src/contracts/places.ts'
import { getSettings, saveSettings } from '../../src/contracts/schools.ts'
import { inTransaction } from '../../src/server/db/database.ts'
import { CLOCK, record } from '../../src/server/db/journal.ts'
import { addTemplate } from '../../src/server/features/document-templates/queries.ts'
import { employerLine } from '../../src/server/features/employers/journal.ts'
import { makeCheckpoint } from '../../src/server/features/transparency/checkpoints.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { addOwnFields, ownField } from '../../src/server/testing/own-fields.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { ENDPOINTS } from './contract.ts'
import { kindOf, makeOneOfEach } from './one-of-each.ts'

let s: Scenario
let school: string
let people: Visitor[]
let things: Awaited<ReturnType<typeof makeOneOfEach>>['things']
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ agreementLevels: ['college', 'school'] })
  const { id } = await keepFiguresOfOne()
  const made = await makeOneOfEach(s, school)
  const { employer, administrator } = made
  things = { ...made.things, moment: { ...made.things.moment, id } }
  const params = { school }
  const read = await administrator.first.call(getSettings, { params })
  await administrator.first.call(saveSettings, { params, body: { ...read, alertAt: 9 } })
  await addOwnFields(administrator.first, { school, list: 'roster' }, [ownField('外语水平')])
  const operator = (await s.enter({ portal: 'platform' })).first
  const wage = { region: '420100', since: '2026-01', until: null, amount: 221_000, seen: null }
  await operator.call(savePlaceFacts, { params: { figure: 'minimum-wage' }, body: { rows: [wage] } })
  // What its people say of an employer at the door, which the scenario passes by.
  await inTransaction(s.db, (tx) =>
    record(tx, [
      employerLine(things.admission.id, 'employer.register', { actor: CLOCK, at: s.now(), data: {} }),
    ]),
  )
  await makeCheckpoint(s.services)
  const template = { source: '一', sha256: createHash('sha256').update('一').digest('hex') }
  const by = { by: made.administrator.userId, at: s.now() }
  await inTransaction(s.db, (tx) => addTemplate(tx, { school, kind: 'agreement' }, template, by))
  people = [administrator.first, operator, employer, ...Object.values(things).map(({ student }) => student)]
})
afterAll(() => s.stop())

/** Figures that are kept while there is one graduate, so that others come to them after. */
async function keepFiguresOfOne() {
  await s.student(school)
  const { first } = await s.staff(school, 'administrator')
  return first.call(planMoment, { params: { school }, body: { name: '第一周', when: null } })
}

/** Every list that comes in pages. */
const LISTS = ENDPOINTS.filter(([, { schema }]) =>
  schema.querystring ? leavesOf(schema.querystring).some(({ path }) => path.join() === 'page') : false,
)
/** Who stands behind a figure of the year in which somebody has signed. */
const COUNTED = { year: 2026, measure: 'placed' }
/** What a person sees there; null where they may not look, or nothing is theirs. */
async function pageOf(who: Visitor, endpoint: Endpoint, query: object) {
  const mine =
    endpoint.url.includes('/:school/') &&
    leavesOf(endpoint.schema.querystring!).some(({ path }) => path.join() === 'queue')
  const kind = kindOf(endpoint)
  const answer = await who.ask(endpoint, {
    params: {
      school,
      kind: 'gender',
      notice: 'signing',
      figure: 'minimum-wage',
      ...(kind && { id: things[kind].id }),
    },
    query: { ...query, ...(mine && { queue: 'all' }), ...(endpoint.url === listFigureRows.url && COUNTED) },
  })
  return answer.statusCode === 200 && answer.json().total > 0 ? answer.json() : null
}

test.each(LISTS)('%s: past its end a list shows its last page', async (_name, endpoint) => {
  let seen = 0
  for (const who of people) {
    const all = await pageOf(who, endpoint, {})
    if (!all) continue
    seen++
    const past = await pageOf(who, endpoint, { page: 99, pageSize: 1 })
    expect(past).toMatchObject({ page: all.total, pageSize: 1, total: all.total })
    expect(past.items).toEqual([all.items.at(-1)])
  }
  expect(seen).toBeGreaterThan(0)
})

test('a list with nothing in it is at its first page', async () => {
  const [, endpoint] = LISTS.find(([name]) => name === 'listStudents')!
  const answer = await people[0]!.ask(endpoint, { params: { school }, query: { q: 'nobody', page: 7 } })
  expect(answer.json()).toMatchObject({ items: [], page: 1, total: 0 })
})
