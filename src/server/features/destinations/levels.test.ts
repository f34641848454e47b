import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Input } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/destinations.ts'
import { declarationOf, declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

/** Where the college reviews before the school. */
let s: Scenario
let school: string
let college: Awaited<ReturnType<Scenario['staff']>>
let other: Awaited<ReturnType<Scenario['staff']>>
let chief: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  school = await s.school({ destinationLevels: ['college', 'school'] })
  college = await s.staff(school, 'college_reviewer', '01')
  other = await s.staff(school, 'college_reviewer', '02')
  chief = await s.staff(school, 'administrator')
})
afterAll(() => s.stop())

const act = <More extends object>(of: { id: string; version: number }, more: More) => ({
  params: { school, id: of.id },
  body: { seenVersion: of.version, ...more },
})
const actionsOf = (id: string) => actionsOn(s, `destination:${id}`)
const toldTo = (who: { userId: string }) => kindsToldTo(s, who)

test('each decides at the level that is due, registering and voiding alike', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801')
  expect(declared.waitingFor).toBe('college')
  const early = await chief.first.ask(contract.destinationActs.pass, act(declared, {}))
  expect([early.statusCode, early.json().code]).toEqual([403, 'reviewed-at-another-level'])
  const seen = await chief.first.call(contract.getDestination, { params: act(declared, {}).params })
  expect(seen.actions).toEqual([])
  const once = await college.first.call(contract.destinationActs.pass, act(declared, {}))
  expect([once.status, once.waitingFor, once.actions]).toEqual(['in_review', 'school', []])
  const twice = await chief.first.call(contract.destinationActs.pass, act(once, {}))
  expect(twice.status).toBe('registered')

  const asked = await student.first.call(
    contract.destinationActs['ask-void'],
    act(twice, { reason: '放弃入学' }),
  )
  expect(asked.waitingFor).toBe('college')
  const late = await chief.first.ask(contract.destinationActs['grant-void'], act(asked, {}))
  expect(late.json().code).toBe('reviewed-at-another-level')
  const granted = await college.first.call(contract.destinationActs['grant-void'], act(asked, {}))
  expect([granted.status, granted.voiding, granted.waitingFor]).toEqual(['registered', true, 'school'])
  expect((await chief.first.call(contract.destinationActs['grant-void'], act(granted, {}))).status).toBe(
    'voided',
  )
  expect(await toldTo(college)).toEqual(['destination.to-review', 'destination.void-to-review'])
  expect(await toldTo(chief)).toEqual(['destination.to-review', 'destination.void-to-review'])
  expect(await toldTo(other)).toEqual([])
})

test('a correction goes through all levels again, which stay those of the declaring', async () => {
  const student = await s.student(school)
  const once = await college.first.call(
    contract.destinationActs.pass,
    act(await declare(s, student, '801'), {}),
  )
  const sent = await declarationOf(s, student, '801')
  const corrected = await student.first.call(contract.destinationActs.correct, act(once, sent.body))
  expect([corrected.waitingFor, corrected.levels]).toEqual(['college', ['college', 'school']])
})

test('the queue is each one’s own, oldest first, with counts and colleges in scope', async () => {
  const [mine, theirs] = [await s.student(school), await s.student(school, { college: '02' })]
  const [first, second] = [await declare(s, mine, '801'), await declare(s, theirs, '801')]
  const list = async (who: typeof college, query: Input<typeof contract.listDestinations>['query'] = {}) =>
    who.first.call(contract.listDestinations, { params: { school }, query })
  const queue = await list(college)
  expect(queue.items.map(({ id }) => id)).toContain(first.id)
  expect(queue.items.map(({ id }) => id)).not.toContain(second.id)
  expect(queue.colleges).toEqual([{ id: '01', name: '一院' }])
  const forced = await list(college, { college: '02', queue: 'all' })
  expect(forced.items.map(({ id }) => id)).not.toContain(second.id)
  const all = await list(chief, { college: '02', queue: 'all', status: 'in_review' })
  expect(all.items.map(({ id }) => id)).toEqual([second.id])
  expect(all.colleges).toHaveLength(2)
  expect(all.counts.in_review).toBeGreaterThan((await list(other)).counts.in_review ?? 0)
  expect((await list(chief, { q: theirs.name, queue: 'all' })).total).toBe(1)
})

test('a batch passes what is due here and says of each other why not', async () => {
  const [mine, theirs] = [await s.student(school), await s.student(school, { college: '02' })]
  const [first, second] = [await declare(s, mine, '801'), await declare(s, theirs, '801')]
  const items = [first, second].map(({ id, version }) => ({ id, seenVersion: version }))
  const stale = { id: first.id, seenVersion: 9 }
  const { results } = await college.first.call(contract.passDestinations, {
    params: { school },
    body: { items: [...items, stale] },
  })
  expect(results.map(({ passed, code }) => [passed, code])).toEqual([
    [true, null],
    [false, 'not-found'],
    [false, 'content-changed'],
  ])
  expect(await actionsOf(first.id)).toEqual(['destination.declare', 'destination.pass'])
  expect(await actionsOf(second.id)).toEqual(['destination.declare'])
})
