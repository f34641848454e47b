import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import * as destinations from '../../../contracts/destinations.ts'
import * as dissolutions from '../../../contracts/dissolutions.ts'
import { declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const QUEUES = {
  agreements: [agreements.listAgreements, agreements.getAgreementNeighbours],
  dissolutions: [dissolutions.listDissolutions, dissolutions.getDissolutionNeighbours],
  destinations: [destinations.listDestinations, destinations.getDestinationNeighbours],
} as const
type Queue = keyof typeof QUEUES
type Query = Readonly<Record<string, string>>
type Staff = Awaited<ReturnType<Scenario['staff']>>
type Beside = {
  isHere: boolean
  previous: { id: string; at: string } | null
  next: { id: string; at: string } | null
  before: number
  total: number
}

let s: Scenario
let school: string
let reviewer: Staff
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ answerDays: 2, destinationLevels: ['college', 'school'] })
  reviewer = await s.staff(school, 'school_reviewer')
  const [employer, other] = [await s.employer(school), await s.employer(school)]
  for (const [college, from] of [
    ['01', employer],
    ['02', other],
  ] as const) {
    s.setClock('2026-06-01T10:00:00+08:00')
    // Two of one instant: only their ids say which comes first.
    for (const _ of [1, 2]) await s.sign(from, await s.student(school, { college }))
    for (const _ of [1, 2])
      await declare(s, await s.student(school, { college }), '801', { schoolName: '武汉大学' })
    const inForce = []
    for (const _ of [1, 2]) {
      const student = await s.student(school, { college })
      inForce.push([student, await s.certify(await s.sign(from, student), reviewer)] as const)
    }
    s.setClock('2026-06-02T10:00:00+08:00')
    await s.sign(from, await s.student(school, { college }))
    for (const [student, { id, version }] of inForce)
      await student.first.call(dissolutions.askDissolution, {
        params: { school, id },
        body: { seenVersion: version, noticeVersion: 1, ground: 'other-offer', reason: '另有安排' },
      })
  }
  // Nobody has answered, and no sweep has been there.
  s.setClock('2026-06-05T11:00:00+08:00')
})
afterAll(() => s.stop())

const listed = async (who: Staff, queue: Queue, query: Query) => {
  const answer = await who.first.ask(QUEUES[queue][0], {
    params: { school },
    query: { pageSize: '100', ...query } as object,
  })
  return (answer.json().items as { id: string }[]).map(({ id }) => id)
}
const ask = (who: Staff, queue: Queue, id: string, query: Query) =>
  who.first.ask(QUEUES[queue][1], { params: { school, id }, query: query as object })
const beside = async (who: Staff, queue: Queue, id: string, query: Query): Promise<Beside> =>
  (await ask(who, queue, id, query)).json()

const NARROWED: readonly Query[] = [
  {},
  { queue: 'all' },
  { queue: 'all', college: '02' },
  { waited: 'long' },
  { queue: 'all', waited: 'long' },
  { q: '学生' },
]

test.each(Object.keys(QUEUES).flatMap((queue) => NARROWED.map((query) => [queue as Queue, query] as const)))(
  'in %s narrowed to %j, from each to the next is the list',
  async (queue, query) => {
    const college = await s.staff(school, 'college_reviewer', '01')
    let met = 0
    for (const who of [reviewer, college]) {
      const ids = await listed(who, queue, query)
      met += ids.length
      for (const [index, id] of ids.entries()) {
        const found = await beside(who, queue, id, query)
        expect([found.isHere, found.before, found.total]).toEqual([true, index, ids.length])
        expect(found.previous?.id).toBe(ids[index - 1])
        expect(found.next?.id).toBe(ids[index + 1])
      }
    }
    expect(met).toBeGreaterThan(1)
  },
)

test('the unanswered of a day are walked as they are listed', async () => {
  const fresh = await s.school({ answerDays: 2 })
  const staff = await s.staff(fresh, 'school_reviewer')
  s.setClock('2026-06-05T09:00:00+08:00')
  const [student, employer] = [await s.student(fresh), await s.employer(fresh)]
  const { id, version } = await s.certify(await s.sign(employer, student), staff)
  const { id: asked } = await student.first.call(dissolutions.askDissolution, {
    params: { school: fresh, id },
    body: { seenVersion: version, noticeVersion: 1, ground: 'other-offer', reason: '另有安排' },
  })
  const query = { queue: 'all', due: 'today' } as const
  const params = { school: fresh, id: asked }
  const isDue = async (at: string) => {
    s.setClock(at)
    const { items } = await staff.first.call(dissolutions.listDissolutions, {
      params: { school: fresh },
      query,
    })
    const { isHere, total } = await staff.first.call(dissolutions.getDissolutionNeighbours, { params, query })
    expect([isHere, total]).toEqual([items.length === 1, items.length])
    return isHere
  }
  expect(await isDue('2026-06-06T23:59:59+08:00')).toBe(false)
  expect(await isDue('2026-06-07T00:00:00+08:00')).toBe(true)
  expect(await isDue('2026-06-08T00:00:00+08:00')).toBe(false)
})

test('from where a case stood its neighbours are found after it was decided, and what a colleague decided is passed over', async () => {
  const at = await s.school()
  const [mine, colleague] = [await s.staff(at, 'school_reviewer'), await s.staff(at, 'school_reviewer')]
  const employer = await s.employer(at)
  const signed = []
  for (let minute = 0; minute < 5; minute++) {
    s.setClock(`2026-06-01T10:0${minute}:00+08:00`)
    signed.push(await s.sign(employer, await s.student(at)))
  }
  const of = (id: string, place?: string) =>
    mine.first.call(agreements.getAgreementNeighbours, {
      params: { school: at, id },
      query: place ? { at: place } : {},
    })
  const [first, second, third, fourth, fifth] = signed
  const before = await of(second!.id)
  expect([before.previous?.id, before.next?.id]).toEqual([first!.id, third!.id])

  s.setClock('2026-06-01T11:00:00+08:00')
  // At once: this reviewer the second, a colleague the third and the fourth.
  await Promise.all([
    s.certify(second!, mine),
    s.certify(third!, colleague),
    s.certify(fourth!, { first: colleague.second }),
  ])
  const next = await of(third!.id, before.next!.at)
  expect(next).toMatchObject({ isHere: false, before: 1, total: 2 })
  expect([next.previous?.id, next.next?.id]).toEqual([first!.id, fifth!.id])
  // What is corrected comes back at the end, as what waits anew.
  const last = await of(fifth!.id)
  expect([last.isHere, last.previous?.id, last.next]).toEqual([true, first!.id, null])
})

test('all that a place is asked with is read in one statement', async () => {
  const [id] = await listed(reviewer, 'agreements', {})
  s.statements.length = 0
  await beside(reviewer, 'agreements', id!, {})
  expect(s.statements.filter((statement) => statement.includes('waiting_since'))).toHaveLength(1)
})

test('who does not read a case learns nothing of its place, and nothing of others’ beside their own', async () => {
  const other = await s.staff(school, 'college_reviewer', '02')
  const foreign = await s.staff(await s.school(), 'administrator')
  for (const queue of Object.keys(QUEUES) as Queue[]) {
    const [id] = await listed(reviewer, queue, { queue: 'all', college: '01' })
    expect((await ask(other, queue, id!, {})).statusCode).toBe(404)
    expect((await ask(other, queue, id!, { at: '2026-06-01T00:00:00.000Z' })).statusCode).toBe(404)
    expect((await ask(foreign, queue, id!, {})).statusCode).toBe(404)
  }
})
