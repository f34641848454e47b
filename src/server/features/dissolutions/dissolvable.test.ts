import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/dissolutions.ts'
import { inForce } from '../../testing/in-force.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

test('an employer asks several students at once: one record and one reason each, and the school is alerted (§5.10)', async () => {
  const school = await s.school({ alertAt: 3 })
  const employer = await s.employer(school)
  const reviewer = await s.staff(school, 'school_reviewer')
  const items = []
  for (let n = 0; n < 3; n++) {
    const agreement = await s.certify(await s.sign(employer, await s.student(school)), reviewer)
    items.push({
      school,
      id: agreement.id,
      seenVersion: agreement.version,
      noticeVersion: 1,
      ground: 'post-cancelled' as const,
      reason: `原因${n}`,
    })
  }
  const listed = await employer.first.call(contract.listDissolvable)
  expect(listed.items.map(({ mayAsk }) => mayAsk)).toEqual([true, true, true])
  // Named by their ids, as an address that is sent to a colleague names them; others' and unknown ones are none.
  const [first, second] = items
  const named = (of: string) => employer.first.call(contract.listDissolvable, { query: { of } })
  expect((await named([second!.id, first!.id].join())).items.map(({ id }) => id).sort()).toEqual(
    [first!.id, second!.id].sort(),
  )
  const stranger = await s.employer(school)
  const asStranger = await stranger.first.call(contract.listDissolvable, { query: { of: first!.id } })
  expect(asStranger.total).toBe(0)
  const nonsense = await employer.first.ask(contract.listDissolvable, { query: { of: 'x,y' } })
  expect([nonsense.statusCode, nonsense.json().errors[0].field]).toEqual([422, 'of'])
  const stale = { ...items[0]!, seenVersion: 99 }
  const { results } = await employer.first.call(contract.askDissolutions, {
    body: { items: [...items, stale] },
  })
  expect(results.map(({ passed, code }) => code ?? passed)).toEqual([true, true, true, 'dissolution-open'])
  const own = await employer.first.call(contract.listEmployerDissolutions, { query: { askedBy: 'employer' } })
  expect(own.items.map(({ reason }) => reason).sort()).toEqual(['原因0', '原因1', '原因2'])
  const alerts = await s.db
    .selectFrom('notifications')
    .where('userId', '=', reviewer.userId)
    .where('kind', '=', 'dissolution.many')
    .select('params')
    .execute()
  expect(alerts).toEqual([{ params: { employer: employer.name, count: '3' } }])
})

test('the lists of the two sides: 学生提出解约待办理列表, 已签约成功学生列表, and the student’s own', async () => {
  const { school, student, employer, agreement, ask } = await inForce(s)
  const signed = async () => (await employer.first.call(contract.listDissolvable)).items.map((row) => row.id)
  expect(await signed()).toEqual([agreement.id])
  const { id } = (await ask('student')).json()
  expect(await signed()).toEqual([])
  const toAnswer = await employer.first.call(contract.listEmployerDissolutions, {
    query: { askedBy: 'student', turn: 'employer' },
  })
  expect(toAnswer.items).toMatchObject([{ id, reason: '另有安排', student: { name: student.name } }])
  const mine = await student.first.call(contract.listMyDissolvable, { params: { school } })
  expect(mine.items).toMatchObject([
    {
      id: agreement.id,
      dissolution: { id, askedBy: 'student', status: 'awaiting_counterparty' },
      mayAsk: false,
    },
  ])
  const none = await student.first.call(contract.listMyDissolvable, {
    params: { school },
    query: { employer: '无此' },
  })
  expect(none.total).toBe(0)
})
