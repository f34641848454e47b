import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getMe, signIn } from '../../../contracts/accounts.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/members.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { hashPassword } from '../accounts/password-hash.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

let made = 0
const joining = (joinCode: string) => ({
  joinCode,
  memberName: '王五',
  login: `member.${++made}`,
  password: 'Qiao-Liang-2026',
  language: 'zh-CN' as const,
})
const invite = async (
  owner: { first: ReturnType<Scenario['visitor']> },
  role: 'owner' | 'recruiter' = 'recruiter',
) => (await owner.first.call(contract.inviteMember, { body: { memberRole: role } })).code
const join = (code: string, at = s.visitor()) => at.ask(contract.join, { body: joining(code) })

test('a link is shown once, kept as a hash, opens one account, and says whose it is', async () => {
  const owner = await s.employer(school)
  const code = await invite(owner)
  const kept = JSON.stringify(await s.db.selectFrom('memberLinks').selectAll().execute())
  expect(kept).not.toContain(code)
  expect(await s.visitor().call(contract.readLink, { body: { joinCode: code } })).toMatchObject({
    employer: owner.name,
    role: 'recruiter',
  })
  const visitor = s.visitor()
  const me = await visitor.call(contract.join, { body: joining(code) })
  expect(me).toMatchObject({ employerRole: 'recruiter', employer: { id: owner.id }, name: '王五' })
  expect((await visitor.call(getMe, {})).id).toBe(me.id)
  expect((await join(code)).json().code).toBe('link-over')
  const members = await owner.first.call(contract.listMembers, {})
  expect(members.items.map(({ role, isMe }) => [role, isMe])).toEqual([
    ['owner', true],
    ['recruiter', false],
  ])
  expect(members.links).toEqual([])
  const acts = (await s.journal(`employer:${owner.id}`)).map(
    ({ entry }) => (entry as { action: string }).action,
  )
  expect(acts).toEqual(['employer.invite-member', 'employer.join'])
})

test('of two who use one link at once one joins, and the other leaves no account behind', async () => {
  for (let round = 0; round < 8; round++) {
    const owner = await s.employer(school)
    const code = await invite(owner)
    const [a, b] = await Promise.all([join(code), join(code, s.secondVisitor())])
    expect([a.statusCode, b.statusCode].sort()).toEqual([200, 410])
    expect((await owner.first.call(contract.listMembers, {})).items).toHaveLength(2)
  }
})

describe('a link opens nothing', () => {
  const begin = '2026-06-01T10:00:00+08:00'
  test('after seven days', async () => {
    const code = await invite(await s.employer(school))
    s.setClock('2026-06-08T09:59:59+08:00')
    expect((await s.visitor().ask(contract.readLink, { body: { joinCode: code } })).statusCode).toBe(200)
    s.setClock('2026-06-08T10:00:00+08:00')
    expect((await join(code)).json().code).toBe('link-over')
    s.setClock(begin)
  })

  test('once it is taken back, or who gave it has left', async () => {
    const owner = await s.employer(school)
    const code = await invite(owner)
    const { links } = await owner.first.call(contract.listMembers, {})
    await owner.first.call(contract.revokeLink, { params: { id: links[0]!.id } })
    expect((await join(code)).json().code).toBe('link-over')
    const other = await s.enter({ portal: 'employer', employerId: owner.id, employerRole: 'owner' })
    const theirs = await invite(other)
    await owner.first.call(contract.removeMember, { params: { id: other.userId } })
    expect((await join(theirs)).json().code).toBe('link-over')
  })

  test('while it is being taken back: one of the two holds', async () => {
    for (let round = 0; round < 8; round++) {
      const owner = await s.employer(school)
      const code = await invite(owner)
      const { links } = await owner.first.call(contract.listMembers, {})
      const [joined, revoked] = await Promise.all([
        join(code, s.secondVisitor()),
        owner.first.ask(contract.revokeLink, { params: { id: links[0]!.id } }),
      ])
      expect([joined.statusCode, revoked.statusCode]).toSatisfy(
        ([one, two]: number[]) => (one === 200 && two === 404) || (one === 410 && two === 200),
      )
    }
  })
})

test('who leaves is out at once, signs in no more and is told nothing; what they sent stays and is answered (§5.8)', async () => {
  const owner = await s.employer(school)
  const student = await s.student(school)
  const leaver = await s.enter({
    portal: 'employer',
    employerId: owner.id,
    employerRole: 'recruiter',
    login: 'leaver',
  })
  const passwordHash = await hashPassword('Qiao-Liang-2026')
  await s.db.updateTable('users').set({ passwordHash }).where('id', '=', leaver.userId).execute()
  const sent = await s.invite(leaver, student)
  await owner.first.call(contract.removeMember, { params: { id: leaver.userId } })

  expect((await leaver.first.ask(getMe)).statusCode).toBe(401)
  const back = { portal: 'employer', login: 'leaver', secret: 'Qiao-Liang-2026' } as const
  expect((await s.visitor().ask(signIn, { body: back })).json().code).toBe('wrong-credentials')
  await student.first.call(invitationActs.accept, s.acceptance(sent))
  const seen = await owner.first.call(getInvitation, { params: { school, id: sent.id } })
  expect(seen.status).toBe('accepted')
  expect((await owner.first.call(listNotifications, {})).items.map(({ kind }) => kind)).toContain(
    'invitation.accepted',
  )
  const told = await s.db
    .selectFrom('notifications')
    .where('userId', '=', leaver.userId)
    .select('id')
    .execute()
  expect(told).toEqual([])
  const { former } = await owner.first.call(contract.listMembers, {})
  expect(former.map(({ id }) => id)).toEqual([leaver.userId])
  expect((await owner.first.ask(contract.removeMember, { params: { id: leaver.userId } })).statusCode).toBe(
    404,
  )
})

test('the last owner neither goes nor becomes a recruiter, also when two owners let each other go at once', async () => {
  const owner = await s.employer(school)
  const params = { id: owner.userId }
  const alone = await owner.first.ask(contract.removeMember, { params })
  expect(alone.json().code).toBe('last-owner')
  const demoted = await owner.first.ask(contract.changeMemberRole, {
    params,
    body: { memberRole: 'recruiter' },
  })
  expect(demoted.json().code).toBe('last-owner')
  for (let round = 0; round < 8; round++) {
    const one = await s.employer(school)
    const two = await s.enter({ portal: 'employer', employerId: one.id, employerRole: 'owner' })
    const answers = await Promise.all([
      one.first.ask(contract.removeMember, { params: { id: two.userId } }),
      two.second.ask(contract.removeMember, { params: { id: one.userId } }),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeLessThanOrEqual(1)
    const left = await s.db
      .selectFrom('users')
      .where('employerId', '=', one.id)
      .where('employerRole', '=', 'owner')
      .select('id')
      .execute()
    expect(left.length).toBeGreaterThanOrEqual(1)
  }
})

test('the database itself keeps an employer its owner', async () => {
  const owner = await s.employer(school)
  await s.db.updateTable('employers').set({ ownerId: owner.userId }).where('id', '=', owner.id).execute()
  const gone = s.db
    .updateTable('users')
    .set({ employerRole: 'recruiter' })
    .where('id', '=', owner.userId)
    .execute()
  await expect(gone).rejects.toThrow('employers_keep_an_owner')
})

test('a recruiter names nobody, and an owner only their own', async () => {
  const owner = await s.employer(school)
  const recruiter = await s.enter({ portal: 'employer', employerId: owner.id, employerRole: 'recruiter' })
  expect(
    (await recruiter.first.ask(contract.inviteMember, { body: { memberRole: 'owner' } })).statusCode,
  ).toBe(403)
  const stranger = await s.employer(school)
  const answer = await stranger.first.ask(contract.removeMember, { params: { id: recruiter.userId } })
  expect(answer.statusCode).toBe(404)
})
