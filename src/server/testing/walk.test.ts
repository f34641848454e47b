import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../contracts/agreements.ts'
import * as contract from '../../contracts/invitations.ts'
import { HOLDS_PLACEMENT } from '../../domain/agreement.ts'
import { verifyJournal } from '../db/journal.ts'
import type { Visitor } from '../front-door.ts'
import { type Scenario, startScenario } from './scenario.ts'

const STEPS = 900
const STUDENTS = 6
const MOVE = 6 * 60 * 60 * 1000
const ACTS: Record<string, agreements.ActEndpoint> = {
  pass: agreements.passAgreement,
  return: agreements.returnAgreement,
  reject: agreements.rejectAgreement,
  'propose-amendment': agreements.proposeAmendment,
  'accept-amendment': agreements.acceptAmendment,
  'decline-amendment': agreements.declineAmendment,
  'ask-cancellation': agreements.askCancellation,
  'confirm-cancellation': agreements.confirmCancellation,
  'decline-cancellation': agreements.declineCancellation,
  fulfil: agreements.fulfilAgreement,
}
const ANSWERS = {
  accept: contract.acceptInvitation,
  decline: contract.declineInvitation,
  revise: contract.reviseInvitation,
  withdraw: contract.withdrawInvitation,
} as const

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

test('random lives on the real server: one place at most, no answer after the deadline, buttons and refusals agree', async () => {
  const students = await Promise.all(Array.from({ length: STUDENTS }, () => s.student(school)))
  const employers = [await s.employer(school), await s.employer(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  await s.db
    .updateTable('sessions')
    .set({ expiresAt: new Date('2030-01-01') })
    .execute()
  const everybody: Visitor[] = [...students, ...employers, reviewer].map(({ first }) => first)
  const step = fc.record({
    who: fc.nat(everybody.length - 1),
    kind: fc.constantFrom('invite', 'answer', 'answer', 'act', 'act', 'act', 'time'),
    which: fc.nat(1000),
    verb: fc.nat(1000),
  })
  const [steps] = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), {
    seed: 7262026,
    numRuns: 1,
  })
  let done = 0
  for (const { who, kind, which, verb } of steps!) {
    const visitor = everybody[who]!
    if (kind === 'time') s.setClock(new Date(s.now().getTime() + (which % 3) * MOVE).toISOString())
    if (kind === 'invite')
      await s
        .invite(employers[which % 3]!, students[verb % STUDENTS]!, {}, 1 + (which % 4))
        .catch(expectRefusal)
    if (kind === 'answer') done += await answer(visitor, which, verb)
    if (kind === 'act') done += await act(visitor, which, verb)
    await expectOnePlace()
  }
  expect(done).toBeGreaterThan(25)
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

const expectRefusal = (error: Error) => expect(error.message).toMatch(/: (409|422) /)

/** Mostly something that is offered, so that lives go on; else anything. */
const oneOf = (offered: readonly string[], all: readonly string[], verb: number): string =>
  (verb % 3 > 0 ? offered[verb % Math.max(1, offered.length)] : undefined) ?? all[verb % all.length]!

/** One answer to a random invitation: it succeeds exactly when the page offered it. */
async function answer(visitor: Visitor, which: number, verb: number): Promise<number> {
  const all = await s.db.selectFrom('invitations').select('id').orderBy('id').execute()
  const id = all[which % Math.max(1, all.length)]?.id
  if (!id) return 0
  const params = { school, id }
  const page = await visitor.ask(contract.getInvitation, { params })
  if (page.statusCode === 404) return 0
  const view = page.json() as contract.InvitationView
  const action = oneOf(view.actions, Object.keys(ANSWERS), verb) as keyof typeof ANSWERS
  const endpoint = ANSWERS[action]
  const { version: seenVersion, termsHash } = view
  const changed = { terms: { ...view.terms, penalty: view.terms.penalty + 1 }, respondBy: view.respondBy }
  const body = { seenVersion, termsHash, confirmed: true, reason: '原因', ...changed }
  const { statusCode, body: said } = await visitor.ask(endpoint, { params, body })
  // A revision may still be refused for a deadline that leaves less than a day.
  if (said.includes('deadline-too-soon')) return 0
  expect([action, view.status, statusCode === 200]).toEqual([
    action,
    view.status,
    view.actions.includes(action),
  ])
  if (view.deadline <= view.serverTime) expect(statusCode).not.toBe(200)
  return statusCode === 200 ? 1 : 0
}

/** One act on a random agreement: the same. */
async function act(visitor: Visitor, which: number, verb: number): Promise<number> {
  const all = await s.db.selectFrom('agreements').select('id').orderBy('id').execute()
  const id = all[which % Math.max(1, all.length)]?.id
  if (!id) return 0
  const params = { school, id }
  const page = await visitor.ask(agreements.getAgreement, { params })
  if (page.statusCode === 404) return 0
  const view = page.json() as agreements.AgreementView
  const action = oneOf(view.actions, Object.keys(ACTS), verb)
  const endpoint = ACTS[action]!
  const consent = { termsHash: view.amendment?.termsHash ?? view.termsHash, confirmed: true }
  const terms = { ...view.terms, penalty: view.terms.penalty + 1 }
  const { statusCode } = await visitor.ask(endpoint, {
    params,
    body: { seenVersion: view.version, reason: '原因', terms, ...consent },
  })
  expect([action, view.status, statusCode === 200]).toEqual([
    action,
    view.status,
    view.actions.includes(action),
  ])
  return statusCode === 200 ? 1 : 0
}

/** Every student's place is held by the one agreement that is alive, or by none. */
async function expectOnePlace() {
  const places = await s.db
    .selectFrom('placements')
    .select(['studentId', 'agreementId'])
    .orderBy('studentId')
    .execute()
  const living = await s.db
    .selectFrom('agreements')
    .where('status', 'in', [...HOLDS_PLACEMENT])
    .select(['studentId', 'id as agreementId'])
    .orderBy('studentId')
    .execute()
  expect(places).toEqual(living)
}
