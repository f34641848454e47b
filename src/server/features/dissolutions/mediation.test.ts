import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/dissolutions.ts'
import { sweep } from '../../background/sweep.ts'
import { act, inForce } from '../../testing/in-force.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

test('without an answer after the last day it is the school’s at once, before any sweep; evidence takes the answer’s place', async () => {
  const { school, student, employer, reviewer, ask } = await inForce(s, { answerDays: 2 })
  const { id, version } = (await ask('student')).json()
  const accept = { reason: '电话与函件均未答复', evidence: [s.anId()], fault: 'employer' as const }
  s.setClock('2026-06-03T23:59:59+08:00')
  const early = await reviewer.first.ask(
    contract.dissolutionActs['accept-evidence'],
    act(id, school, version, accept),
  )
  expect(early.json().code).toBe('answer-still-due')
  s.setClock('2026-06-04T00:00:00+08:00')
  const late = await reviewer.first.call(contract.getDissolution, { params: { school, id } })
  expect(late).toMatchObject({ status: 'in_mediation', waitingFor: 'school', actions: ['accept-evidence'] })
  expect(late.waitingSince).toBe('2026-06-03T16:00:00.000Z')
  const queue = await reviewer.first.call(contract.listDissolutions, { params: { school } })
  expect([queue.items.map((row) => row.id), queue.counts]).toEqual([[id], { in_mediation: 1 }])

  await sweep(s.services)
  await sweep(s.services)
  const kinds = await s.db
    .selectFrom('notifications')
    .where('subject', '=', `dissolution:${id}`)
    .where('kind', '=', 'dissolution.in-mediation')
    .select('userId')
    .execute()
  expect(kinds.map(({ userId }) => userId).sort()).toEqual(
    [student.userId, employer.userId, reviewer.userId].sort(),
  )
  const evidence = [await s.scan(reviewer.first, school)]
  const accepted = await reviewer.first.call(
    contract.dissolutionActs['accept-evidence'],
    act(id, school, version, { ...accept, evidence }),
  )
  expect(accepted).toMatchObject({ status: 'in_review', fault: 'employer', answer: accept.reason })
  expect(accepted.evidence.map((file) => file.id)).toEqual(evidence)
  await reviewer.first.call(contract.dissolutionActs.pass, act(id, school, accepted.version, {}))
  s.setClock('2026-06-01T10:00:00+08:00')
})

test('the other side may still agree while the school mediates; a college does not mediate', async () => {
  const { school, employer, ask } = await inForce(s, {
    answerDays: 1,
    dissolutionLevels: ['college', 'school'],
  })
  const college = await s.staff(school, 'college_reviewer', '01')
  const { id, version } = (await ask('student')).json()
  s.setClock('2026-06-03T00:00:00+08:00')
  await sweep(s.services)
  const atCollege = await college.first.call(contract.getDissolution, { params: { school, id } })
  expect([atCollege.status, atCollege.actions]).toEqual(['in_mediation', []])
  const agreed = await employer.first.call(
    contract.dissolutionActs.agree,
    act(id, school, version, { noticeVersion: 1 }),
  )
  expect([agreed.status, agreed.waitingFor]).toEqual(['in_review', 'college'])
  s.setClock('2026-06-01T10:00:00+08:00')
})
