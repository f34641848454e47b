import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gatherCrowd } from '../../../tests/crashes/crowd.ts'
import { askDissolution, type DissolutionView, dissolutionActs } from '../../contracts/dissolutions.ts'
import { invitationActs } from '../../contracts/invitations.ts'
import { listNotifications } from '../../contracts/notifications.ts'
import type { Visitor } from '../http/visitor.ts'
import { type Scenario, startScenario } from '../testing/scenario.ts'
import { remind } from './reminders.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ answerDays: 5 })
})
beforeEach(() => s.setClock('2026-06-01T10:00:00+08:00'))
afterAll(() => s.stop())

/** As the clock starts it: on whichever instance, and here on both at once. */
const remindAt = async (instant: string) => {
  s.setClock(instant)
  await Promise.all([remind(s.services), remind(s.secondServices)])
}
type Person = { readonly first: Visitor }
const remindersOf = async ({ first }: Person) => {
  const { items } = await first.call(listNotifications, { query: { pageSize: 100 } })
  return items
    .filter(({ kind }) => /ends-|answer-due/.test(kind))
    .map(({ kind, params }) => [kind, params.day ?? params.days])
    .toReversed()
}
/** To be answered by 6 June. */
const invited = async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  return { student, employer, invitation: await s.invite(employer, student, {}, 5) }
}

test('a student is reminded once at each step, to the second, however many instances do it and however often', async () => {
  const { student } = await invited()
  const steps: unknown[] = []
  for (const instant of [
    '2026-06-05T00:00:00+08:00', // exactly 48 hours are left
    '2026-06-05T00:00:01+08:00',
    '2026-06-05T23:59:59+08:00',
    '2026-06-06T00:00:00+08:00',
    '2026-06-06T00:00:01+08:00',
    '2026-06-06T21:59:59+08:00',
    '2026-06-06T22:00:01+08:00',
    '2026-06-06T23:59:59+08:00',
    '2026-06-07T00:00:00+08:00',
  ]) {
    await remindAt(instant)
    steps.push((await remindersOf(student)).map(([kind]) => String(kind).slice('invitation.ends-'.length)))
  }
  const [none, two, one, all] = [[], ['48h'], ['48h', '24h'], ['48h', '24h', '2h']]
  expect(steps).toEqual([none, two, two, two, one, one, all, all, all])
})

test('only the smallest step that applies is given when the earlier ones were missed', async () => {
  const { student } = await invited()
  await remindAt('2026-06-06T23:00:00+08:00')
  expect(await remindersOf(student)).toEqual([['invitation.ends-2h', '2026-06-06']])
})

test('new terms and a new deadline are reminded of anew, in their own time', async () => {
  const { student, employer, invitation } = await invited()
  await remindAt('2026-06-05T12:00:00+08:00')
  await employer.first.call(invitationActs.revise, {
    params: { school, id: invitation.id },
    body: {
      seenVersion: invitation.version,
      noticeVersion: 1,
      respondBy: '2026-06-07',
      terms: invitation.terms,
    },
  })
  await remindAt('2026-06-05T13:00:00+08:00')
  expect(await remindersOf(student)).toEqual([['invitation.ends-48h', '2026-06-06']])
  await remindAt('2026-06-06T12:00:00+08:00')
  await remindAt('2026-06-06T12:05:00+08:00')
  expect(await remindersOf(student)).toEqual([
    ['invitation.ends-48h', '2026-06-06'],
    ['invitation.ends-48h', '2026-06-07'],
  ])
})

test('who was invited or shown new terms when a step had begun already is not reminded of that step', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student, {}, 1)
  await remindAt('2026-06-01T10:05:00+08:00')
  expect(await remindersOf(student)).toEqual([])
  await employer.first.call(invitationActs.revise, {
    params: { school, id: invitation.id },
    body: {
      seenVersion: invitation.version,
      noticeVersion: 1,
      respondBy: invitation.respondBy,
      terms: { ...invitation.terms, penalty: 100 },
    },
  })
  await remindAt('2026-06-01T10:10:00+08:00')
  expect(await remindersOf(student)).toEqual([])
  await remindAt('2026-06-02T00:10:00+08:00')
  expect(await remindersOf(student)).toEqual([['invitation.ends-24h', '2026-06-02']])
})

test('nobody is reminded of what is answered, or of what another signature stands in the way of', async () => {
  const [declined, accepted, taken] = [await invited(), await invited(), await invited()]
  await declined.student.first.call(invitationActs.decline, {
    params: { school, id: declined.invitation.id },
    body: { seenVersion: 1 },
  })
  await accepted.student.first.call(invitationActs.accept, s.acceptance(accepted.invitation))
  await s.sign(await s.employer(school), taken.student)
  await remindAt('2026-06-06T12:00:00+08:00')
  for (const { student } of [declined, accepted, taken]) expect(await remindersOf(student)).toEqual([])
})

test('an employer is not reminded of its own invitation, nor a student of another’s', async () => {
  const [mine, other] = [await invited(), await s.student(school)]
  await remindAt('2026-06-06T12:00:00+08:00')
  expect([await remindersOf(mine.employer), await remindersOf(other)]).toEqual([[], []])
})

/** Asked on 1 June, to be answered by 6 June. */
async function dissolving(by: 'student' | 'employer') {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const agreement = await s.certify(await s.sign(employer, student), await s.staff(school, 'school_reviewer'))
  const asker = by === 'student' ? student : employer
  const dissolution: DissolutionView = await asker.first.call(askDissolution, {
    params: { school, id: agreement.id },
    body: {
      seenVersion: agreement.version,
      noticeVersion: 1,
      ground: 'mutual',
      reason: '另有安排',
      evidence: [],
    },
  })
  return { student, employer, agreement, dissolution }
}

test.each([
  ['student', 'employer'],
  ['employer', 'student'],
] as const)(
  'asked to dissolve by the %s, the %s is reminded three days and one day before the last day, the asker never',
  async (by, other) => {
    const people = await dissolving(by)
    const steps: unknown[] = []
    for (const instant of [
      '2026-06-02T23:59:59+08:00',
      '2026-06-03T00:00:00+08:00',
      '2026-06-04T12:00:00+08:00',
      '2026-06-05T00:00:00+08:00',
      '2026-06-06T23:59:59+08:00',
      '2026-06-07T00:00:00+08:00',
    ]) {
      await remindAt(instant)
      steps.push((await remindersOf(people[other])).map(([, days]) => days))
    }
    expect(steps).toEqual([[], ['3'], ['3'], ['3', '1'], ['3', '1'], ['3', '1']])
    expect(await remindersOf(people[by])).toEqual([])
  },
)

test('nobody is reminded of a request that is answered', async () => {
  const { student, dissolution } = await dissolving('employer')
  await student.first.call(dissolutionActs.refuse, {
    params: { school, id: dissolution.id },
    body: { seenVersion: dissolution.version, reason: '不同意' },
  })
  await remindAt('2026-06-05T12:00:00+08:00')
  expect(await remindersOf(student)).toEqual([])
})

test('nobody is left out when many invitations of several schools end on one day', async () => {
  const crowd = await gatherCrowd(s.db, s.services.secrets, 700, s.now())
  const { student } = await invited()
  await remindAt('2026-06-11T12:00:00+08:00')
  const { given } = await s.db
    .selectFrom('notifications')
    .where('kind', '=', 'invitation.ends-24h')
    .where('schoolId', '=', crowd[0]!.params.school)
    .select(({ fn }) => [fn.countAll<number>().as('given')])
    .executeTakeFirstOrThrow()
  expect([given, await remindersOf(student)]).toEqual([700, []])
})
