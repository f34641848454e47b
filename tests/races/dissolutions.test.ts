import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type AgreementView, agreementActs, getAgreement } from '../../src/contracts/agreements.ts'
import * as contract from '../../src/contracts/dissolutions.ts'
import type { GroundCode } from '../../src/domain/dissolution/grounds.ts'
import { sweep } from '../../src/server/background/sweep.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'
import { ROUNDS, race } from './race.ts'

const TODAY = '2026-06-01T10:00:00+08:00'
/** Who is asked today has two days to answer. */
const TOO_LATE = '2026-06-04T00:00:00+08:00'

type Student = Awaited<ReturnType<Scenario['student']>>
type Employer = Awaited<ReturnType<Scenario['employer']>>
let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ answerDays: 2, fulfilmentDays: 2 })
  reviewer = await s.staff(school, 'school_reviewer')
})
afterEach(async () => {
  s.setClock(TODAY)
  await expectKept(s)
})
afterAll(() => s.stop())

const certified = async (employer: Employer, student: Student) =>
  s.certify(await s.sign(employer, student, { reportBy: '2026-06-01' }), reviewer)
/** A certified agreement of new people, whose reporting day has come. */
async function inForce() {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  return { student, employer, agreement: await certified(employer, student) }
}
const asking = (
  { id, version: seenVersion }: AgreementView,
  ground: GroundCode = 'mutual',
  evidence: string[] = [],
) => ({
  params: { school, id },
  body: { seenVersion, noticeVersion: 1, ground, reason: '另有安排', evidence },
})
const on = <More extends object>({ id, version }: { id: string; version: number }, more: More) => ({
  params: { school, id },
  body: { seenVersion: version, reason: '原因', noticeVersion: 1, ...more },
})
/** Asked by the student, and not yet answered. */
async function asked() {
  const parties = await inForce()
  const request = await parties.student.first.call(contract.askDissolution, asking(parties.agreement))
  return { ...parties, request }
}
/** On a ground of the law, with one file: in review at once, and the employer's to correct. */
async function inReview() {
  const parties = await inForce()
  const { employer, agreement } = parties
  const evidence = [await s.scan(employer.first, school)]
  const request = await employer.first.call(
    contract.askDissolution,
    asking(agreement, 'no-qualification', evidence),
  )
  return { ...parties, request }
}
const actionsOn = async (id: string) =>
  (await s.journal(`dissolution:${id}`)).map(({ entry }) => (entry as { action: string }).action)
const read = (id: string) => reviewer.first.call(contract.getDissolution, { params: { school, id } })

test('both sides ask at once: one request is opened, the other side is told that there is one (R13, §5.5)', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { student, employer, agreement } = await inForce()
    const { won, problem } = await race(round, {
      student: {
        ask: () => student.first.ask(contract.askDissolution, asking(agreement)),
        told: 'dissolution-open',
      },
      employer: {
        ask: () => employer.second.ask(contract.askDissolution, asking(agreement)),
        told: 'dissolution-open',
      },
    })
    expect(problem.details).toEqual({ askedBy: won })
    const requests = await s.db
      .selectFrom('dissolutions')
      .where('agreementId', '=', agreement.id)
      .select(['id', 'askedBy'])
      .execute()
    expect(requests).toMatchObject([{ askedBy: won }])
    expect(await actionsOn(requests[0]!.id)).toEqual(['dissolution.ask'])
  }
})

/** Certified, the reporting day has come, and the student was asked whether they have reported for work. */
async function askedWhetherReported() {
  const parties = await inForce()
  const { employer, agreement } = parties
  const question = await employer.first.call(agreementActs['ask-fulfilment'], on(agreement, {}))
  return { ...parties, agreement: question }
}

test('asked to dissolve against confirmed as reported for work: one of the two', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { student, employer, agreement } = await askedWhetherReported()
    const { won } = await race(round, {
      ask: {
        ask: () => employer.first.ask(contract.askDissolution, asking(agreement)),
        told: 'agreement-not-in-force',
      },
      confirm: {
        ask: () => student.second.ask(agreementActs['confirm-fulfilment'], on(agreement, {})),
        told: 'dissolution-open',
      },
    })
    const lines = await s.journal(`agreement:${agreement.id}`)
    expect(lines).toHaveLength(won === 'ask' ? 3 : 4)
  }
})

test('the school decides while the student answers late: one of the two', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { student, agreement } = await askedWhetherReported()
    s.setClock(TOO_LATE)
    const { won } = await race(round, {
      deny: {
        ask: () => student.first.ask(agreementActs['deny-fulfilment'], on(agreement, {})),
        told: 'already-moved-on',
      },
      fulfil: {
        ask: () => reviewer.second.ask(agreementActs.fulfil, on(agreement, {})),
        told: 'no-fulfilment',
      },
    })
    const after = await student.first.call(getAgreement, { params: { school, id: agreement.id } })
    expect(after.status).toBe(won === 'deny' ? 'effective' : 'fulfilled')
    s.setClock(TODAY)
  }
})

test.each([
  ['withdraw', contract.dissolutionActs.withdraw, 'student', 'withdrawn'],
  ['refuse', contract.dissolutionActs.refuse, 'employer', 'refused'],
  ['agree', contract.dissolutionActs.agree, 'employer', 'in_review'],
] as const)('agree against %s: one winner, one line in the journal', async (rival, endpoint, by, status) => {
  for (let round = 0; round < ROUNDS; round++) {
    const { request, ...people } = await asked()
    const { won } = await race(round, {
      agree: {
        ask: () => people.employer.first.ask(contract.dissolutionActs.agree, on(request, {})),
        told: 'already-moved-on',
      },
      rival: { ask: () => people[by].second.ask(endpoint, on(request, {})), told: 'already-moved-on' },
    })
    expect(await actionsOn(request.id)).toEqual([
      'dissolution.ask',
      `dissolution.${won === 'agree' ? 'agree' : rival}`,
    ])
    expect((await read(request.id)).status).toBe(won === 'agree' ? 'in_review' : status)
  }
})

test.each([
  ['pass', contract.dissolutionActs.pass, 'completed', 'dissolved'],
  ['reject', contract.dissolutionActs.reject, 'rejected', 'effective'],
] as const)('pass against %s: decided once', async (rival, endpoint, status, agreement) => {
  for (let round = 0; round < ROUNDS; round++) {
    const { request } = await inReview()
    const { won } = await race(round, {
      pass: {
        ask: () => reviewer.first.ask(contract.dissolutionActs.pass, on(request, {})),
        told: 'already-moved-on',
      },
      rival: { ask: () => reviewer.second.ask(endpoint, on(request, {})), told: 'already-moved-on' },
    })
    expect(await actionsOn(request.id)).toEqual([
      'dissolution.ask',
      `dissolution.${won === 'pass' ? 'pass' : rival}`,
    ])
    const after = await read(request.id)
    expect([after.status, after.agreement.status]).toEqual(
      won === 'pass' ? ['completed', 'dissolved'] : [status, agreement],
    )
  }
})

test('pass against asking whether the student has reported: what is being dissolved is not fulfilled', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { request, employer, agreement } = await inReview()
    const askWhether = () => employer.second.ask(agreementActs['ask-fulfilment'], on(agreement, {}))
    const pass = () => reviewer.first.ask(contract.dissolutionActs.pass, on(request, {}))
    const [one, two] = await Promise.all(round % 2 ? [askWhether(), pass()] : [pass(), askWhether()])
    const [askedWhether, passed] = round % 2 ? [one, two] : [two, one]
    expect(passed.json()).toMatchObject({ status: 'completed', agreement: { status: 'dissolved' } })
    expect(askedWhether.statusCode).toBe(409)
    expect(['dissolution-open', 'already-moved-on']).toContain(askedWhether.json().code)
  }
})

test('pass against corrected evidence: nobody passes what they have not seen', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { request, employer } = await inReview()
    const evidence = [await s.scan(employer.first, school)]
    const { won } = await race(round, {
      pass: {
        ask: () => reviewer.first.ask(contract.dissolutionActs.pass, on(request, {})),
        told: 'content-changed',
      },
      correct: {
        ask: () => employer.second.ask(contract.dissolutionActs.correct, on(request, { evidence })),
        told: 'already-moved-on',
      },
    })
    const after = await read(request.id)
    expect([after.status, after.evidence.map(({ id }) => id)]).toEqual(
      won === 'correct' ? ['in_review', evidence] : ['completed', request.evidence.map(({ id }) => id)],
    )
  }
})

test('two corrections at once: the files of one are with the case, and the other may still use its own', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { request, employer } = await inReview()
    const files = {
      one: [await s.scan(employer.first, school)],
      two: [await s.scan(employer.first, school)],
    }
    const { won } = await race(round, {
      one: {
        ask: () => employer.first.ask(contract.dissolutionActs.correct, on(request, { evidence: files.one })),
        told: 'content-changed',
      },
      two: {
        ask: () =>
          employer.second.ask(contract.dissolutionActs.correct, on(request, { evidence: files.two })),
        told: 'content-changed',
      },
    })
    const after = await read(request.id)
    expect(after.evidence.map(({ id }) => id)).toEqual(files[won])
    const others = files[won === 'one' ? 'two' : 'one']
    const again = await employer.first.call(contract.dissolutionActs.correct, on(after, { evidence: others }))
    expect(again.evidence.map(({ id }) => id)).toEqual(others)
  }
})

test('the same batch passed twice at once dissolves each once', async () => {
  const requests = []
  for (let i = 0; i < 5; i++) requests.push((await inReview()).request)
  const items = requests.map(({ id, version }) => ({ id, seenVersion: version }))
  const [one, two] = await Promise.all([
    reviewer.first.call(contract.passDissolutions, { params: { school }, body: { items } }),
    reviewer.second.call(contract.passDissolutions, {
      params: { school },
      body: { items: items.toReversed() },
    }),
  ])
  for (const { id } of requests) {
    const results = [one, two].map(({ results: all }) => all.find((result) => result.id === id)!)
    expect(results.map(({ code }) => code).sort()).toEqual(['already-moved-on', null])
    expect(await actionsOn(id)).toEqual(['dissolution.ask', 'dissolution.pass'])
  }
})

test('after the last day the school’s evidence against a late consent, while two instances sweep: one of the two', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { request, employer } = await asked()
    s.setClock(TOO_LATE)
    const evidence = [await s.scan(reviewer.first, school)]
    const sweeps = [sweep(s.services), sweep(s.secondServices)]
    const { won } = await race(round, {
      'accept-evidence': {
        ask: () => reviewer.first.ask(contract.dissolutionActs['accept-evidence'], on(request, { evidence })),
        told: 'already-moved-on',
      },
      agree: {
        ask: () => employer.second.ask(contract.dissolutionActs.agree, on(request, {})),
        told: 'already-moved-on',
      },
    })
    await Promise.all(sweeps)
    const actions = (await actionsOn(request.id)).filter((action) => action !== 'dissolution.escalate')
    expect(actions).toEqual(['dissolution.ask', `dissolution.${won}`])
    const after = await read(request.id)
    expect([after.status, after.evidence.map(({ id }) => id)]).toEqual([
      'in_review',
      won === 'agree' ? [] : evidence,
    ])
    s.setClock(TODAY)
  }
})

test('sweeps of two instances at once hand over to the school once, and tell each person once', async () => {
  const overdue = []
  for (let i = 0; i < ROUNDS; i++) overdue.push(await asked())
  s.setClock(TOO_LATE)
  await Promise.all([s.services, s.secondServices, s.services, s.secondServices].map(sweep))
  for (const { request, student, employer } of overdue) {
    expect(await actionsOn(request.id)).toEqual(['dissolution.ask', 'dissolution.escalate'])
    const told = await s.db
      .selectFrom('notifications')
      .where('subject', '=', `dissolution:${request.id}`)
      .where('kind', '=', 'dissolution.in-mediation')
      .select('userId')
      .execute()
    const everybody = [student, employer, reviewer].map(({ userId }) => userId)
    expect(told.map(({ userId }) => userId).sort()).toEqual(everybody.sort())
  }
})
