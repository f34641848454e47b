import { afterAll, beforeAll, expect, test } from 'vitest'
import { admissionActs, getAdmission } from '../../../contracts/admissions.ts'
import { reportActs, reportPost } from '../../../contracts/post-reports.ts'
import { getPost, ownPostActs, postActs, writePost } from '../../../contracts/posts.ts'
import { getTrackRecord } from '../../../contracts/track-records.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

/** A school with an employer that it has admitted, and what is done there, a minute after each other. */
async function atSchool() {
  s.setClock('2026-06-01T10:00:00+08:00')
  const school = await s.school({ postsADay: 100, postsAtOnce: true })
  const staff = await s.staff(school, 'school_reviewer')
  const employer = await s.employer(school)
  let minute = 0
  const next = () => s.setClock(`2026-06-02T10:${String(minute++).padStart(2, '0')}:00+08:00`)
  const record = (query = {}, by = staff.first) =>
    by.ask(getTrackRecord, { params: { school, id: employer.id }, query })
  return {
    school,
    staff,
    employer,
    next,
    record,
    async publish(title: string) {
      next()
      const { id, version } = await employer.first.call(writePost, { body: { ...samplePost, title } })
      const body = { seenVersion: version, schools: [school] }
      await employer.first.call(ownPostActs.submit, { params: { id }, body })
      return id
    },
    async takeDown(id: string, reason: string) {
      next()
      const params = { school, id }
      const { version: seenVersion } = await staff.first.call(getPost, { params })
      await staff.first.call(postActs['take-down'], { params, body: { seenVersion, reason } })
    },
    /** A report by a student of its own. */
    async report(id: string, action: 'uphold' | 'dismiss', reason: string) {
      next()
      const student = await s.student(school)
      const { address } = await staff.first.call(getPost, { params: { school, id } })
      const said = { reportGround: 'fee', reportText: '要求先交三百元体检费' } as const
      const params = { school, shortId: address.split('/').at(-1)! }
      const report = await student.first.call(reportPost, { params, body: said })
      next()
      const body = { seenVersion: report.version, reason, takeDown: '收取求职者费用' }
      await staff.first.call(reportActs[action], { params: { school, id: report.id }, body })
      return report.id
    },
    async decide(action: 'suspend' | 'readmit', reason: string) {
      next()
      const params = { school, id: employer.id }
      const { version: seenVersion } = await staff.first.call(getAdmission, { params })
      await staff.first.call(admissionActs[action], { params, body: { seenVersion, reason } })
    },
  }
}

test('facts with date, reason and source, the latest first; a dismissed report leaves no mark, and few applications no rate (AT-21, AT-22, AT-10)', async () => {
  const at = await atSchool()
  const [fine, dismissed, upheld] = [
    await at.publish('设计师'),
    await at.publish('文员'),
    await at.publish('客服'),
  ]
  await at.report(dismissed, 'dismiss', '查无此事')
  const report = await at.report(upheld, 'uphold', '属实')
  await at.decide('suspend', '向学生收费')

  const { facts, counts, posts, answerRate, status, next } = (await at.record()).json()
  const told = facts.map(({ kind, what, id, reason }: Record<string, string>) => [kind, what, id, reason])
  expect(new Set(told.slice(0, 3).map(String))).toEqual(
    new Set(
      [
        ['admission', 'suspend', at.employer.id, '向学生收费'],
        // With its admission it loses what is published (AT-4).
        ['post', 'taken_down', fine, '向学生收费'],
        ['post', 'taken_down', dismissed, '向学生收费'],
      ].map(String),
    ),
  )
  expect(new Set(told.slice(3).map(String))).toEqual(
    new Set(
      [
        ['post-report', 'fee', report, '属实'],
        ['post', 'taken_down', upheld, '收取求职者费用'],
      ].map(String),
    ),
  )
  expect([counts, posts, answerRate, status, next]).toEqual([
    { reports: 1, dissolutions: 0, talksHeld: 0, talksCalledOff: 0 },
    { taken_down: 3 },
    null,
    'suspended',
    null,
  ])
  for (const stranger of [at.employer, await s.staff(at.school, 'college_reviewer', '01')])
    expect((await at.record({}, stranger.first)).statusCode).toBe(403)
  const elsewhere = await s.staff(await s.school(), 'school_reviewer')
  expect((await at.record({}, elsewhere.first)).statusCode).toBe(404)
})

test('more than a page is met once each', async () => {
  const at = await atSchool()
  for (let round = 0; round < 11; round++) {
    await at.decide('suspend', `第 ${round} 次`)
    await at.decide('readmit', `第 ${round} 次`)
  }
  const first = (await at.record()).json()
  const second = (await at.record({ after: first.next })).json()
  const met = [...first.facts, ...second.facts].map(({ what, reason }) => `${what} ${reason}`)
  expect([first.facts.length, second.facts.length, new Set(met).size, second.next]).toEqual([20, 2, 22, null])
})
