import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getMe, signIn } from '../../../contracts/accounts.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/members.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { enterByLink, openLink } from '../../../contracts/staff.ts'
import { MOST_MEMBERS } from '../../../domain/membership.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { addUsers } from '../accounts/queries.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

const PASSWORD = 'Qiao-Liang-2026'
let made = 0
/** An employer whose owner signs in by a password. */
async function employer() {
  const owner = await s.employer(school)
  await s.setPassword(owner.userId, PASSWORD)
  return owner
}
async function anotherOwner(employerId: string) {
  const owner = await s.enter({ portal: 'employer', employerId, employerRole: 'owner' })
  await s.setPassword(owner.userId, PASSWORD)
  return owner
}
type By = { first: ReturnType<Scenario['visitor']> }
const add = async ({ first }: By, memberRole: 'owner' | 'recruiter' = 'recruiter') => {
  const body = { memberName: '王五', login: `Member.${++made}`, memberRole }
  return (await first.call(contract.addMember, { body })).id
}
const linkFor = async ({ first }: By, id: string) =>
  new URL((await first.call(contract.giveMemberLink, { params: { id } })).link).hash.slice(1)
const begin = (token: string, by = s.visitor()) =>
  by.ask(enterByLink, { body: { token, password: PASSWORD, language: 'en' } })

test('a member is added by an owner, begins once by a link, and signs in', async () => {
  const owner = await employer()
  const id = await add(owner)
  const token = await linkFor(owner, id)
  expect(JSON.stringify(await s.db.selectFrom('entryLinks').selectAll().execute())).not.toContain(token)
  expect(await s.visitor().call(openLink, { body: { token } })).toEqual({
    portal: 'employer',
    name: '王五',
    login: `member.${made}`,
    employer: owner.name,
    school: null,
  })
  const visitor = s.visitor()
  const me = (await begin(token, visitor)).json()
  expect(me).toMatchObject({ id, employerRole: 'recruiter', employer: { id: owner.id }, language: 'en' })
  expect((await visitor.call(getMe, {})).id).toBe(id)
  expect((await begin(token)).json().code).toBe('link-over')
  const signedIn = { portal: 'employer', login: `MEMBER.${made}`, secret: PASSWORD } as const
  expect((await s.visitor().call(signIn, { body: signedIn })).id).toBe(id)
  const { items } = await owner.first.call(contract.listMembers, {})
  expect(items.map(({ role, begun, linkUntil, isMe }) => [role, begun, linkUntil, isMe])).toEqual([
    ['owner', true, null, true],
    ['recruiter', true, null, false],
  ])
  const acts = (await s.journal(`employer:${owner.id}`)).map(
    ({ entry }) => (entry as { action: string }).action,
  )
  expect(acts).toEqual(['employer.add-member', 'employer.give-link', 'employer.begin'])
})

test('of two who use one link at once one gets in', async () => {
  const owner = await employer()
  for (let round = 0; round < 8; round++) {
    const token = await linkFor(owner, await add(owner))
    const [a, b] = await Promise.all([begin(token), begin(token, s.secondVisitor())])
    expect([a.statusCode, b.statusCode].sort()).toEqual([200, 410])
  }
})

test('a password that was lost is set anew by a link, and other sessions end', async () => {
  const owner = await employer()
  const member = await s.enter({ portal: 'employer', employerId: owner.id, employerRole: 'recruiter' })
  await s.setPassword(member.userId, 'Another-Pass-2026')
  expect((await begin(await linkFor(owner, member.userId))).statusCode).toBe(200)
  expect((await member.first.ask(getMe)).statusCode).toBe(401)
})

describe('a link opens nothing', () => {
  const now = '2026-06-01T10:00:00+08:00'
  test('after seven days, and the list says that there is none', async () => {
    const owner = await employer()
    const token = await linkFor(owner, await add(owner))
    s.setClock('2026-06-08T09:59:59+08:00')
    expect((await s.visitor().ask(openLink, { body: { token } })).statusCode).toBe(200)
    s.setClock('2026-06-08T10:00:00+08:00')
    expect((await begin(token)).json().code).toBe('link-over')
    const { items } = await owner.first.call(contract.listMembers, {})
    expect(items.map(({ begun, linkUntil }) => [begun, linkUntil])).toEqual([
      [true, null],
      [false, null],
    ])
    s.setClock(now)
  })

  test('once who was to come, or who gave it, has left, or is an owner no more', async () => {
    const owner = await employer()
    const own = await add(owner)
    const token = await linkFor(owner, own)
    await owner.first.call(contract.removeMember, { params: { id: own } })
    expect((await begin(token)).json().code).toBe('link-over')
    const other = await anotherOwner(owner.id)
    const theirs = await linkFor(other, await add(other))
    await owner.first.call(contract.changeMemberRole, {
      params: { id: other.userId },
      body: { memberRole: 'recruiter' },
    })
    expect((await begin(theirs)).json().code).toBe('link-over')
    const third = await anotherOwner(owner.id)
    const last = await linkFor(third, await add(third))
    await owner.first.call(contract.removeMember, { params: { id: third.userId } })
    expect((await begin(last)).json().code).toBe('link-over')
  })

  test('while the member is being removed: nobody is in afterwards', async () => {
    const owner = await employer()
    for (let round = 0; round < 8; round++) {
      const id = await add(owner)
      const token = await linkFor(owner, id)
      const comer = s.secondVisitor()
      const [, removed] = await Promise.all([
        begin(token, comer),
        owner.first.ask(contract.removeMember, { params: { id } }),
      ])
      expect(removed.statusCode).toBe(200)
      expect((await comer.ask(getMe)).statusCode).toBe(401)
    }
  })
})

test('an employer has so many members and no more; those who have left make room', async () => {
  const owner = await employer()
  const others = Array.from({ length: MOST_MEMBERS - 2 }, (_, n) => ({
    portal: 'employer' as const,
    employerId: owner.id,
    employerRole: 'recruiter' as const,
    name: '某',
    login: `many.${n}`,
  }))
  await addUsers(s.db, others)
  const last = await add(owner)
  const body = { memberName: '王五', login: 'one.more', memberRole: 'recruiter' } as const
  const refused = await owner.first.ask(contract.addMember, { body })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'members-too-many'])
  await owner.first.call(contract.removeMember, { params: { id: last } })
  await owner.first.call(contract.addMember, { body })
  const taken = await owner.first.ask(contract.addMember, { body: { ...body, login: 'ONE.more' } })
  expect(taken.json().code).toBe('members-too-many')
})

test('a log-in that some employer has already is refused', async () => {
  const body = { memberName: '王五', login: 'taken.one', memberRole: 'recruiter' } as const
  await (await employer()).first.call(contract.addMember, { body })
  const answer = await (await employer()).first.ask(contract.addMember, {
    body: { ...body, login: 'TAKEN.one' },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'login-taken'])
})

test('who leaves is out at once, signs in no more and is told nothing; what they sent stays and is answered (§5.8)', async () => {
  const owner = await employer()
  const student = await s.student(school)
  const leaver = await s.enter({
    portal: 'employer',
    employerId: owner.id,
    employerRole: 'recruiter',
    login: 'leaver',
  })
  await s.setPassword(leaver.userId, PASSWORD)
  const sent = await s.invite(leaver, student)
  await owner.first.call(contract.removeMember, { params: { id: leaver.userId } })

  expect((await leaver.first.ask(getMe)).statusCode).toBe(401)
  const back = { portal: 'employer', login: 'leaver', secret: PASSWORD } as const
  expect((await s.visitor().ask(signIn, { body: back })).json().code).toBe('account-closed')
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
  const owner = await employer()
  const params = { id: owner.userId }
  const alone = await owner.first.ask(contract.removeMember, { params })
  expect(alone.json().code).toBe('last-owner')
  const demoted = await owner.first.ask(contract.changeMemberRole, {
    params,
    body: { memberRole: 'recruiter' },
  })
  expect(demoted.json().code).toBe('last-owner')
  // Who has not begun yet answers for nothing.
  const newcomer = await add(owner, 'owner')
  expect((await owner.first.ask(contract.removeMember, { params })).json().code).toBe('last-owner')
  await begin(await linkFor(owner, newcomer))
  await owner.first.call(contract.changeMemberRole, { params, body: { memberRole: 'recruiter' } })
  for (let round = 0; round < 8; round++) {
    const one = await employer()
    const two = await anotherOwner(one.id)
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
  const owner = await employer()
  await s.db.updateTable('employers').set({ ownerId: owner.userId }).where('id', '=', owner.id).execute()
  const gone = s.db
    .updateTable('users')
    .set({ employerRole: 'recruiter' })
    .where('id', '=', owner.userId)
    .execute()
  await expect(gone).rejects.toThrow('employers_keep_an_owner')
})

test('a recruiter names nobody, and an owner only their own', async () => {
  const owner = await employer()
  const recruiter = await s.enter({ portal: 'employer', employerId: owner.id, employerRole: 'recruiter' })
  expect(
    (await recruiter.first.ask(contract.giveMemberLink, { params: { id: owner.userId } })).statusCode,
  ).toBe(403)
  const stranger = await employer()
  const answer = await stranger.first.ask(contract.removeMember, { params: { id: recruiter.userId } })
  expect(answer.statusCode).toBe(404)
})
