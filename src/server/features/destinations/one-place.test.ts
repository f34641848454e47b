import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/destinations.ts'
import * as invitations from '../../../contracts/invitations.ts'
import { studentHome } from '../../../contracts/students.ts'
import { declarationOf, declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
const act = <More extends object>(of: { id: string; version: number }, more: More) => ({
  params: { school, id: of.id },
  body: { seenVersion: of.version, ...more },
})
const actionsOf = (id: string) => actionsOn(s, `destination:${id}`)
const toldTo = (who: { userId: string }) => kindsToldTo(s, who)
const employmentOf = async (student: Student) =>
  (await student.first.call(studentHome, { params: { school: student.school } })).employment
const placesOf = ({ id }: Student) =>
  s.db.selectFrom('placements').where('studentId', '=', id).select(['kind', 'holder']).execute()

describe('one place for all three ways, its holder named', () => {
  test('a destination keeps an invitation from being accepted, and withdrawn lets it be answered again (R18)', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const invitation = await s.invite(employer, student)
    const declared = await declare(s, student, '85', { schoolName: '牛津大学' })
    const answer = await student.first.ask(invitations.invitationActs.accept, s.acceptance(invitation))
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'student-already-placed', details: { holder: '牛津大学', number: null } },
    ])
    const params = { school, id: invitation.id }
    const view = await student.first.call(invitations.getInvitation, { params })
    expect(view).toMatchObject({ actions: [], reasons: [{ details: { holder: '牛津大学' } }] })

    const withdrawn = await student.first.call(contract.destinationActs.withdraw, act(declared, {}))
    expect([withdrawn.status, await placesOf(student)]).toEqual(['withdrawn', []])
    expect(await toldTo(student)).toContain('invitation.answerable-again')
    const open = await student.first.call(invitations.getInvitation, { params })
    expect(open.actions).toEqual(['accept', 'decline'])
    expect((await student.first.call(invitations.invitationActs.accept, s.acceptance(open))).status).toBe(
      'accepted',
    )
  })

  test('an agreement keeps a destination and a declaration from being made', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const { number } = await s.sign(employer, student)
    for (const category of ['801', '70']) {
      const answer = await student.first.ask(
        contract.declareDestination,
        await declarationOf(s, student, category),
      )
      expect([answer.statusCode, answer.json()]).toMatchObject([
        409,
        {
          code: 'student-already-placed',
          details: { holder: employer.name, number },
          reasons: [{ remover: 'student' }],
        },
      ])
    }
    const mine = await student.first.call(contract.listMyDestinations, { params: { school } })
    expect([mine.total, mine.reasons]).toMatchObject([0, [{ details: { holder: employer.name } }]])
  })

  test('a destination keeps another destination and a declaration from being made', async () => {
    const student = await s.student(school)
    await declare(s, student, '801', { schoolName: '武汉大学' })
    for (const category of ['11', '72']) {
      const answer = await student.first.ask(
        contract.declareDestination,
        await declarationOf(s, student, category),
      )
      expect(answer.json()).toMatchObject({ details: { holder: '武汉大学' } })
    }
  })
})

describe('a declaration of being unplaced', () => {
  test('stands at once, is replaced by the next one, and can be withdrawn', async () => {
    const student = await s.student(school)
    const first = await declare(s, student, '70', { intention: '考公务员' })
    expect([first.status, first.actions]).toEqual(['declared', ['withdraw']])
    expect(await employmentOf(student)).toMatchObject({ status: 'declared', category: { name: '待就业' } })
    const second = await declare(s, student, '71')
    expect(await actionsOf(first.id)).toEqual(['destination.declare', 'destination.withdraw'])
    const former = await student.first.call(contract.getDestination, { params: { school, id: first.id } })
    expect(former.status).toBe('withdrawn')
    await student.first.call(contract.destinationActs.withdraw, act(second, {}))
    expect(await employmentOf(student)).toMatchObject({ status: 'unplaced', category: null })
    expect(await toldTo(student)).toEqual([])
  })

  test('does not take the place, is hidden by what does, and shows again when the place is left', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    await declare(s, student, '72')
    expect(await placesOf(student)).toEqual([])
    const agreement = await s.sign(employer, student)
    expect(await employmentOf(student)).toMatchObject({ status: 'signing', holder: employer.name })
    await reviewer.first.call(agreements.agreementActs.reject, act(agreement, { reason: '材料不符' }))
    expect((await employmentOf(student)).status).toBe('declared')
  })

  test('waits for nobody and is no reviewer’s to decide', async () => {
    const student = await s.student(school)
    const declared = await declare(s, student, '70')
    const list = await reviewer.first.call(contract.listDestinations, {
      params: { school },
      query: { q: student.studentNumber, queue: 'all' },
    })
    expect(list.items).toMatchObject([{ status: 'declared', waitingFor: null }])
    const answer = await reviewer.first.ask(contract.destinationActs.pass, act(declared, {}))
    expect(answer.json().code).toBe('already-moved-on')
  })
})

test('a student with a designated employer registers work there only, and may study on (R19)', async () => {
  const student = await s.student(school, { designatedEmployer: '星光集团' })
  // 46 is military service, which binds everybody.
  for (const category of ['11', '12', '75', '502', '512']) {
    const answer = await student.first.ask(
      contract.declareDestination,
      await declarationOf(s, student, category),
    )
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'designated-employer-only', details: { employer: '星光集团' } },
    ])
  }
  const declared = await declare(s, student, '11', { employerName: '星光集团' })
  const sent = await declarationOf(s, student, '11', { employerName: '别的集团' })
  const answer = await student.first.ask(contract.destinationActs.correct, act(declared, sent.body))
  expect(answer.json().code).toBe('designated-employer-only')
  await student.first.call(contract.destinationActs.withdraw, act(declared, {}))
  expect((await declare(s, student, '801')).status).toBe('in_review')
  const recruit = await s.student(school, { designatedEmployer: '星光集团' })
  expect((await declare(s, recruit, '46')).status).toBe('in_review')
})
