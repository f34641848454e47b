import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import * as invitations from '../../../contracts/invitations.ts'
import { withCreditCheck } from '../../../domain/identifiers.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

/** From the year after on a category of jobs is offered no more, and another not yet. */
const end = (code: string) =>
  sql`update codes set valid_until = 2025 where kind = 'job_category' and code = ${code}`.execute(s.db)
const TERMS = sampleTerms('2026-07-10')

test('whoever sends terms sends codes that are offered; what the case has already may stay, by whichever door', async () => {
  const school = await s.school()
  const [employer, student, onPaper] = [
    await s.employer(school),
    await s.student(school),
    await s.student(school),
  ]
  const sent = await s.invite(employer, student, { jobCategory: '13' })
  const signedWith = await s.student(school)
  const signed = await s.sign(employer, signedWith, { jobCategory: '13' })
  const paper = {
    employer: { creditCode: withCreditCheck('91420100MA4KUNKNX'), name: '远山食品有限公司' },
    signedOn: '2026-05-28',
    evidence: [await s.scan(onPaper.first, school)],
    confirmed: true as const,
  }
  const registered = await onPaper.first.call(agreements.registerPaper, {
    params: { school },
    body: { ...paper, terms: { ...TERMS, jobCategory: '13' } },
  })
  await end('13')
  await end('24')
  await sql`update codes set valid_from = 2030 where kind = 'job_category' and code = '17'`.execute(s.db)

  const doors = {
    send: async (code: string) => {
      const to = await s.student(school)
      const body = { studentId: to.id, studentName: to.name, noticeVersion: 1, respondBy: '2026-06-05' }
      return employer.first.ask(invitations.sendInvitation, {
        params: { school },
        body: { ...body, terms: { ...TERMS, jobCategory: code } },
      })
    },
    revise: async (code: string) => {
      const params = { school, id: sent.id }
      const { version, respondBy } = await employer.first.call(invitations.getInvitation, { params })
      return employer.first.ask(invitations.invitationActs.revise, {
        params,
        body: {
          seenVersion: version,
          noticeVersion: 1,
          respondBy,
          terms: { ...sent.terms, jobCategory: code, penalty: version },
        },
      })
    },
    amend: async (code: string) => {
      const params = { school, id: signed.id }
      return employer.first.ask(agreements.agreementActs['propose-amendment'], {
        params,
        body: { seenVersion: signed.version, terms: { ...signed.terms, jobCategory: code, penalty: 7 } },
      })
    },
    correct: async (code: string) => {
      const params = { school, id: registered.id }
      const { version } = await onPaper.first.call(agreements.getAgreement, { params })
      return onPaper.first.ask(agreements.agreementActs.correct, {
        params,
        body: {
          ...paper,
          evidence: [await s.scan(onPaper.first, school)],
          seenVersion: version,
          terms: { ...TERMS, jobCategory: code, penalty: version },
        },
      })
    },
    register: async (code: string) => {
      const other = await s.student(school)
      const evidence = [await s.scan(other.first, school)]
      return other.first.ask(agreements.registerPaper, {
        params: { school },
        body: { ...paper, evidence, terms: { ...TERMS, jobCategory: code } },
      })
    },
  }
  const refused = { status: 422, field: 'terms.jobCategory' }
  for (const [door, tried] of Object.entries(doors))
    for (const code of ['24', '17', '999']) {
      const answer = await tried(code)
      const { status, errors } = answer.json()
      expect({ door, code, status, field: errors?.[0]?.field }).toEqual({ door, code, ...refused })
    }
  const stays = [await doors.send('13'), await doors.register('13')]
  expect(stays.map(({ statusCode }) => statusCode)).toEqual([422, 422])
  const kept = [await doors.revise('13'), await doors.amend('13'), await doors.correct('13')]
  expect(kept.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
})
