import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { admissionActs } from '../../../contracts/admissions.ts'
import * as contract from '../../../contracts/agreements.ts'
import { getDesk } from '../../../contracts/desk.ts'
import { askDissolution } from '../../../contracts/dissolutions.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { getSettings, saveSettings } from '../../../contracts/schools.ts'
import { studentHome } from '../../../contracts/students.ts'
import type { Settings } from '../../../domain/settings.ts'
import { remind } from '../../background/reminders.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const acts = contract.agreementActs
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
// A Monday.
beforeEach(() => s.setClock('2026-06-01T10:00:00+08:00'))
afterAll(() => s.stop())

type Person = { readonly first: Visitor }
const SEALS: Partial<Settings> = { sealAfterReview: true, sealReminderDays: 2, sealReminders: 2 }

/** Signed by new people of a new school whose employers seal; `passed` is what its reviewer has passed. */
async function signed(settings = SEALS) {
  const school = await s.school(settings)
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const formed = await s.sign(employer, student)
  const params = { school, id: formed.id }
  const read = ({ first }: Person) => first.call(contract.getAgreement, { params })
  const act = async ({ first }: Person, action: keyof typeof acts, more: object = { reason: '原因' }) => {
    const { version } = await read({ first })
    return first.ask(acts[action], { params, body: { seenVersion: version, ...more } })
  }
  const seal = (by: Person = employer) => act(by, 'seal', { termsHash: formed.termsHash, confirmed: true })
  const toldOf = async ({ first }: Person) =>
    (await first.call(listNotifications, { query: { pageSize: 100 } })).items
      .filter(({ subject, kind }) => subject.id === formed.id && kind !== 'agreement.to-review')
      .map(({ kind, params: said }) => (kind === 'agreement.seal-due' ? `${kind} ${said.day}` : kind))
      .toReversed()
  const employment = async () =>
    (await student.first.call(studentHome, { params: { school } })).employment.status
  return { school, student, employer, reviewer, formed, params, read, act, seal, toldOf, employment }
}
async function passed(settings = SEALS) {
  const of = await signed(settings)
  return { ...of, agreement: await s.certify(of.formed, of.reviewer) }
}

test('the review leads to 待单位签章: not in force, the place kept, the employer’s turn; sealed, it is in force from then on', async () => {
  const { school, student, employer, reviewer, agreement, read, seal, toldOf, employment } = await passed()
  expect(agreement).toMatchObject({
    status: 'awaiting_seal',
    certified: false,
    effectiveAt: null,
    waitingFor: 'employer',
    sealBy: '2026-06-09',
    standing: { key: 'awaiting-seal', turn: 'employer', due: 'seal' },
  })
  expect(await employment()).toBe('sealing')
  expect(await toldOf(student)).toEqual(['agreement.to-seal'])
  expect(await toldOf(employer)).toEqual(['agreement.to-seal'])
  const bench = await employer.first.call(employerWorkbench)
  expect(bench.mine.map(({ id, until }) => [id, until])).toEqual([[agreement.id, '2026-06-09']])
  expect((await read(employer)).actions).toEqual(['ask-cancellation', 'seal'])
  expect((await read(student)).actions).toEqual(['ask-cancellation'])
  expect((await read(reviewer)).actions).toEqual([])
  const listed = await reviewer.first.call(contract.listAgreements, {
    params: { school },
    query: { queue: 'all', status: 'awaiting_seal' },
  })
  expect([listed.total, listed.counts]).toEqual([1, { awaiting_seal: 1 }])

  s.setClock('2026-06-03T09:00:00+08:00')
  expect((await seal(student)).statusCode).toBe(403)
  const other = await employer.first.ask(acts.seal, {
    params: { school, id: agreement.id },
    body: { seenVersion: agreement.version, termsHash: 'f'.repeat(64), confirmed: true },
  })
  expect(other.json().code).toBe('content-changed')
  const sealed = (await seal()).json()
  expect(sealed).toMatchObject({
    status: 'effective',
    certified: true,
    sealBy: null,
    effectiveAt: '2026-06-03T01:00:00.000Z',
    sealedAt: '2026-06-03T01:00:00.000Z',
  })
  expect(await employment()).toBe('employed')
  expect(await toldOf(student)).toEqual(['agreement.to-seal', 'agreement.effective'])
  expect((await seal()).json().code).toBe('already-moved-on')
  expect((await s.journal(`agreement:${agreement.id}`)).at(-1)?.entry).toMatchObject({
    action: 'agreement.seal',
    from: 'awaiting_seal',
    to: 'effective',
    actor: { id: employer.userId, role: 'employer' },
  })
})

test('while it is awaited nobody dissolves or amends it, and both together cancel it', async () => {
  const { school, student, employer, agreement, act, seal, toldOf, employment } = await passed()
  const params = { school, id: agreement.id }
  const asking = {
    seenVersion: agreement.version,
    noticeVersion: 1,
    ground: 'mutual',
    reason: '协商',
  } as const
  const dissolved = await student.first.ask(askDissolution, { params, body: asking })
  expect([dissolved.statusCode, dissolved.json().code]).toEqual([409, 'agreement-not-sealed'])
  const terms = { ...agreement.terms, regularPay: 450_000 }
  expect((await act(employer, 'propose-amendment', { terms })).json().code).toBe('already-moved-on')

  await act(student, 'ask-cancellation')
  expect((await seal()).json().code).toBe('cancellation-open')
  expect((await act(employer, 'confirm-cancellation')).json()).toMatchObject({
    status: 'cancelled',
    sealBy: null,
    sealedAt: null,
  })
  expect(await employment()).toBe('unplaced')
  expect((await toldOf(student)).at(-1)).toBe('agreement.cancelled')
})

test('the ladder: the employer is reminded at each step once, then the school is told, has it in its queue and ends it with a reason', async () => {
  const { school, student, employer, reviewer, act, toldOf, employment, read } = await passed()
  const remindOn = async (day: string) => {
    s.setClock(`2026-06-${day}T10:00:00+08:00`)
    await Promise.all([remind(s.services), remind(s.secondServices)])
    await remind(s.services)
  }
  const due = 'agreement.seal-due 2026-06-09'
  const steps: unknown[] = []
  for (const day of ['02', '03', '04', '05', '08', '09']) {
    await remindOn(day)
    steps.push((await toldOf(employer)).length - 1)
  }
  expect(steps).toEqual([0, 1, 1, 2, 2, 2])
  expect(await toldOf(employer)).toEqual(['agreement.to-seal', due, due])
  expect(await toldOf(reviewer)).toEqual([])
  expect((await act(reviewer, 'end-unsealed')).json()).toMatchObject({
    code: 'seal-not-overdue',
    details: { day: '2026-06-09' },
  })
  const desk = async () => (await reviewer.first.call(getDesk, { params: { school } })).agreements.waiting
  expect(await desk()).toBe(0)

  await remindOn('10')
  expect(await toldOf(reviewer)).toEqual(['agreement.seal-overdue'])
  expect(await desk()).toBe(1)
  expect(await read(student)).toMatchObject({
    waitingFor: 'school',
    waitingSince: '2026-06-09T16:00:00.000Z',
    standing: { key: 'seal-overdue', turn: 'school', due: 'decide' },
  })
  // Silence ends nothing: the employer may still seal.
  expect((await read(employer)).actions).toContain('seal')
  expect((await act(reviewer, 'end-unsealed', { reason: ' ' })).json().code).toBe('reason-needed')
  expect((await act(employer, 'end-unsealed')).statusCode).toBe(403)
  expect((await act(reviewer, 'end-unsealed', { reason: '单位已不招人' })).json()).toMatchObject({
    status: 'cancelled',
    actions: [],
  })
  expect(await employment()).toBe('unplaced')
  expect((await toldOf(student)).at(-1)).toBe('agreement.ended-unsealed')
  expect((await toldOf(employer)).at(-1)).toBe('agreement.ended-unsealed')
  expect(await desk()).toBe(0)
})

test('sealed after the last day it is in force, and the school that was told is told', async () => {
  const { reviewer, seal, toldOf } = await passed()
  s.setClock('2026-06-11T10:00:00+08:00')
  await remind(s.services)
  expect((await seal()).json().status).toBe('effective')
  expect(await toldOf(reviewer)).toEqual(['agreement.seal-overdue', 'agreement.effective'])
})

test('an employer that the school has suspended seals nothing, and the school ends it at once', async () => {
  const { school, employer, reviewer, seal, act, read } = await passed()
  const params = { school, id: employer.id }
  await reviewer.first.call(admissionActs.suspend, { params, body: { seenVersion: 1, reason: '被举报' } })
  expect((await read(employer)).actions).toEqual(['ask-cancellation'])
  expect((await seal()).json()).toMatchObject({
    code: 'employer-not-admitted',
    details: { employer: employer.name },
  })
  expect((await read(reviewer)).actions).toEqual(['end-unsealed'])
  expect((await act(reviewer, 'end-unsealed')).json().status).toBe('cancelled')
})

test('what was begun before the setting changed keeps what held then, both ways (decision 32)', async () => {
  const { school, student, employer, reviewer } = await signed({ sealAfterReview: false })
  const admin = await s.staff(school, 'administrator')
  const set = async (change: Partial<Settings>) => {
    const settings = await admin.first.call(getSettings, { params: { school } })
    await admin.first.call(saveSettings, { params: { school }, body: { ...settings, ...change } })
  }
  const sign = async (invitation: Awaited<ReturnType<typeof s.invite>>, by: typeof student) => {
    const { agreementId } = await by.first.call(invitationActs.accept, s.acceptance(invitation))
    return s.certify({ id: agreementId!, school: { code: school } }, reviewer)
  }
  const before = await s.student(school)
  const sent = await s.invite(employer, before)
  expect(sent.isSealed).toBe(false)
  await set(SEALS)
  expect((await sign(sent, before)).status).toBe('effective')
  const after = await s.student(school)
  const next = await s.invite(employer, after)
  expect((await after.first.call(getInvitation, { params: { school, id: next.id } })).isSealed).toBe(true)
  await set({ sealAfterReview: false, sealReminderDays: 9 })
  expect(await sign(next, after)).toMatchObject({ status: 'awaiting_seal', sealBy: '2026-06-09' })
})

test('the database holds it too: nothing is in force that should have been sealed and was not, and no paper awaits a seal', async () => {
  const { agreement } = await passed()
  const set = (change: string) =>
    sql`update agreements set ${sql.raw(change)} where id = ${agreement.id}`.execute(s.db)
  await expect(
    set(`status = 'effective', seal_by = null, waiting_for = null, effective_at = now()`),
  ).rejects.toThrow('agreements_in_force_once_sealed')
  await expect(set('sealed_at = now()')).rejects.toThrow('agreements_in_force_once_sealed')
  await expect(set('seal_by = null')).rejects.toThrow('agreements_await_a_seal_until_a_day')
  await expect(set(`status = 'in_review'`)).rejects.toThrow('agreements_await_a_seal_until_a_day')
  await expect(set(`seal_rules = null`)).rejects.toThrow('agreements_only_such_are_sealed')
  await expect(set(`kind = 'paper', signed_on = '2026-06-01'`)).rejects.toThrow(
    'agreements_papers_are_sealed',
  )
})
