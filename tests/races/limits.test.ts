import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { agreementActs, listMyPaper, registerPaper } from '../../src/contracts/agreements.ts'
import * as destinations from '../../src/contracts/destinations.ts'
import { askDissolution, dissolutionActs } from '../../src/contracts/dissolutions.ts'
import { invitationActs, sendInvitation } from '../../src/contracts/invitations.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { NOTICES_A_DAY } from '../../src/domain/notice-limit.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { declarationOf, declare } from '../../src/server/testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'
import { ROUNDS } from './race.ts'

const { registrationLimit, requestLimit } = DEFAULT_SETTINGS

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
beforeEach(() => s.setClock('2026-06-01T10:00:00+08:00'))
afterEach(() => expectKept(s))
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
const paperOf = async (student: Student) => ({
  params: { school },
  body: {
    employer: { creditCode: withCreditCheck('91420100MA4KUNKNX'), name: '远山食品有限公司' },
    signedOn: '2026-05-28',
    terms: sampleTerms('2026-07-10'),
    evidence: [await s.scan(student.first, school)],
    confirmed: true as const,
  },
})

test('what is registered and cancelled again and again is refused long before a counter runs out, and says from when it is possible', async () => {
  const student = await s.student(school)
  for (let begun = 0; begun < registrationLimit; begun++) {
    if (begun % 2) {
      const { id, version } = await declare(s, student, '801')
      const act = { params: { school, id }, body: { seenVersion: version } }
      await student.first.call(destinations.destinationActs.withdraw, act)
    } else {
      const { id, version } = await student.first.call(registerPaper, await paperOf(student))
      await student.first.call(agreementActs.cancel, {
        params: { school, id },
        body: { seenVersion: version },
      })
    }
  }
  const refused = {
    code: 'registered-too-often',
    details: { limit: registrationLimit, day: '2026-07-01' },
  }
  const paper = await student.first.ask(registerPaper, await paperOf(student))
  expect([paper.statusCode, paper.json()]).toMatchObject([409, refused])
  const declared = await student.first.ask(
    destinations.declareDestination,
    await declarationOf(s, student, '70'),
  )
  expect([declared.statusCode, declared.json()]).toMatchObject([409, refused])
  const page = await student.first.call(listMyPaper, { params: { school } })
  expect(page.reasons).toMatchObject([refused])
  // An acceptance is no registration.
  const employer = await s.employer(school)
  expect((await s.sign(employer, student)).status).toBe('in_review')
})

test('declared at once from two tabs, the last that counts is declared once', async () => {
  for (let round = 0; round < ROUNDS; round++) await fourTabs(await s.student(school))
})
async function fourTabs(student: Student) {
  for (let begun = 0; begun < registrationLimit - 1; begun++)
    await declare(s, student, begun % 2 ? '70' : '71')
  const tabs = [student.first, student.second, student.first, student.second]
  const sent = await Promise.all(tabs.map((_, tab) => declarationOf(s, student, tab % 2 ? '70' : '72')))
  const answers = await Promise.all(
    tabs.map((tab, index) => tab.ask(destinations.declareDestination, sent[index]!)),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
}

test('a school whose numbers are used up says so', async () => {
  const full = await s.school()
  const [student, employer] = [await s.student(full), await s.employer(full)]
  const invitation = await s.invite(employer, student)
  await s.db
    .insertInto('agreementSerials')
    .values({ schoolId: full, mask: `12026${full}######`, last: 999_999 })
    .execute()
  const answer = await student.first.ask(invitationActs.accept, s.acceptance(invitation))
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'numbers-used-up'])
  // Nothing has happened.
  expect((await s.journal(`invitation:${invitation.id}`)).length).toBe(1)
})

test('an employer tells a student so often a day and no more; others and tomorrow are free', async () => {
  const [student, employer, other] = [
    await s.student(school),
    await s.employer(school),
    await s.employer(school),
  ]
  let invitation = await s.invite(employer, student)
  const params = { school, id: invitation.id }
  const revision = (penalty: number) => ({
    params,
    body: {
      seenVersion: invitation.version,
      noticeVersion: 1,
      respondBy: invitation.respondBy,
      terms: { ...invitation.terms, penalty },
    },
  })
  for (let told = 1; told < NOTICES_A_DAY - 1; told++)
    invitation = await employer.first.call(invitationActs.revise, revision(told))
  // One is left.
  await employer.first.call(invitationActs.revise, revision(900))
  const refused = await employer.second.ask(invitationActs.revise, {
    ...revision(901),
    body: { ...revision(901).body, seenVersion: invitation.version + 1 },
  })
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    { code: 'told-too-often', details: { limit: NOTICES_A_DAY, day: '2026-06-02' } },
  ])
  expect((await s.invite(other, student)).status).toBe('pending')
  // Whoever ends it is never held up.
  const withdrawn = await employer.first.call(invitationActs.withdraw, {
    params,
    body: { seenVersion: invitation.version + 1, reason: '取消' },
  })
  expect(withdrawn.status).toBe('withdrawn')
  const again = (to: Student) =>
    employer.first.ask(sendInvitation, {
      params: { school },
      body: {
        studentId: to.id,
        studentName: to.name,
        noticeVersion: 1,
        respondBy: '2026-06-05',
        terms: invitation.terms,
      },
    })
  expect((await again(student)).json().code).toBe('told-too-often')
  expect((await again(await s.student(school))).statusCode).toBe(200)
  s.setClock('2026-06-02T00:00:00+08:00')
  expect((await again(student)).statusCode).toBe(200)
})

test('one side asks to dissolve an agreement so often within thirty days; the law stays open', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const { id, version } = await s.certify(await s.sign(employer, student), reviewer)
  const asking = (ground: string, evidence: readonly string[] = []) => ({
    params: { school, id },
    body: { seenVersion: version, noticeVersion: 1, ground, reason: '协商', evidence },
  })
  for (let asked = 0; asked < requestLimit; asked++) {
    const request = (await student.first.ask(askDissolution, asking('mutual'))).json()
    const act = { params: { school, id: request.id }, body: { seenVersion: request.version } }
    await student.first.call(dissolutionActs.withdraw, act)
  }
  expect((await student.first.ask(askDissolution, asking('mutual'))).json()).toMatchObject({
    code: 'asked-too-often',
    details: { limit: requestLimit, day: '2026-07-01' },
  })
  const byLaw = asking('employer-ended', [await s.scan(student.first, school)])
  expect((await student.first.ask(askDissolution, byLaw)).statusCode).toBe(200)
})
