import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAgreements, listSignedStudents } from '../../../contracts/agreements.ts'
import { employerTokens, schoolTokens } from '../../../contracts/api-tokens.ts'
import { getInvitation, listSentInvitations } from '../../../contracts/invitations.ts'
import { changeMemberRole, removeMember } from '../../../contracts/members.ts'
import { listOwnPosts, writePost } from '../../../contracts/posts.ts'
import { SCOPES_OF } from '../../../domain/api-token/token.ts'
import { bearing, givenEmployerToken, givenSchoolToken } from '../../testing/given-token.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { saveAdmission } from '../admissions/queries.ts'
import { isTokenForm, newToken } from './form.ts'
import { tokenMeter } from './meter.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

const bearer = (token: string) => s.visitor(null, bearing(token))
/** Of an employer's program: what its list is answered. */
const codeOf = async (token: string) => {
  const answer = await bearer(token).ask(listSentInvitations)
  return answer.statusCode === 200 ? 200 : answer.json().code
}

test('a token is known by its form, and what is mistyped or cut off is none', () => {
  const token = newToken()
  expect(token).toMatch(/^qy_[0-9A-Za-z]{38}$/)
  expect(isTokenForm(token)).toBe(true)
  for (let at = 3; at < token.length; at++) {
    const other = token[at] === 'a' ? 'b' : 'a'
    expect(isTokenForm(token.slice(0, at) + other + token.slice(at + 1))).toBe(false)
  }
  expect([token.slice(1), `${token}a`, ''].map(isTokenForm)).toEqual([false, false, false])
})

test('it is answered once, kept as a hash, and acts under its own name', async () => {
  const { first, id, userId } = await s.employer(school)
  const made = await givenEmployerToken(first)
  const list = await first.ask(employerTokens.list)
  expect(list.body).not.toContain(made.token)
  expect(list.json().items).toMatchObject([
    { id: made.id, name: '招聘系统', state: 'open', lastUsedOn: null },
  ])
  const { rows } = await s.owner.executeQuery(
    s.owner.selectFrom('apiTokens').where('id', '=', made.id).selectAll().compile(),
  )
  expect(JSON.stringify(rows)).not.toContain(made.token)

  const post = await bearer(made.token).call(writePost, { body: samplePost })
  const [line] = (await s.journal(`employer:${id}`)).filter(({ entry }) =>
    JSON.stringify(entry).includes(post.id),
  )
  expect(line!.entry).toMatchObject({
    action: 'employer.write-post',
    actor: { id: userId, name: '接口 招聘系统', role: 'employer' },
  })
  expect((await first.call(listOwnPosts)).items).toMatchObject([{ id: post.id }])
  expect((await first.call(employerTokens.list)).items[0]!.lastUsedOn).toBe('2026-06-01')
})

test('a request writes nothing, but once a day that its token was used', async () => {
  const { token } = await givenEmployerToken((await s.employer(school)).first)
  await bearer(token).ask(listSentInvitations)
  const before = s.statements.length
  await bearer(token).ask(listSentInvitations)
  const writes = s.statements.slice(before).filter((sql) => /^\s*(insert|update|delete)/i.test(sql))
  expect(writes).toEqual([])
})

describe('a token stops', () => {
  test('when it is revoked, from the next request on, on every instance', async () => {
    const { first, second } = await s.employer(school)
    const { id, token } = await givenEmployerToken(first)
    expect(await codeOf(token)).toBe(200)
    await second.call(employerTokens.revoke, { params: { id } })
    expect(await codeOf(token)).toBe('token-not-valid')
    expect((await first.ask(employerTokens.revoke, { params: { id } })).json().code).toBe('not-found')
  })

  test('after its last day in China', async () => {
    const { token } = await givenEmployerToken((await s.employer(school)).first)
    const begin = s.now().toISOString()
    s.setClock('2027-05-31T23:59:59+08:00')
    expect(await codeOf(token)).toBe(200)
    s.setClock('2027-06-01T00:00:00+08:00')
    expect(await codeOf(token)).toBe('token-not-valid')
    s.setClock(begin)
  })

  test.each(['changeRole', 'remove'] as const)(
    'when whoever made it is an owner no more (%s), and its owners see so',
    async (way) => {
      const { first, id: employerId } = await s.employer(school)
      const other = await s.enter({ portal: 'employer', employerId, employerRole: 'owner' })
      await s.setPassword(other.userId, 'Qiao-Liang-2026')
      const owner = await s.enter({ portal: 'employer', employerId, employerRole: 'owner' })
      await s.setPassword(owner.userId, 'Qiao-Liang-2026')
      const { token } = await givenEmployerToken(other.first)
      const params = { id: other.userId }
      if (way === 'remove') await first.call(removeMember, { params })
      else await first.call(changeMemberRole, { params, body: { memberRole: 'recruiter' } })
      expect(await codeOf(token)).toBe('token-not-valid')
      expect((await first.call(employerTokens.list)).items).toMatchObject([{ state: 'stopped' }])
    },
  )

  test('where its school is suspended', async () => {
    const at = await s.school()
    const { token } = await givenSchoolToken((await s.staff(at, 'administrator')).first, at)
    const read = () => bearer(token).ask(listAgreements, { params: { school: at } })
    expect((await read()).statusCode).toBe(200)
    await s.db.updateTable('schools').set({ suspendedAt: s.now() }).where('id', '=', at).execute()
    expect((await read()).json().code).toBe('token-not-valid')
  })

  test('at a school that has suspended the employer, and at none besides', async () => {
    const employer = await s.employer(school)
    const { id } = await s.invite(employer, await s.student(school))
    const { token } = await givenEmployerToken(employer.first)
    const read = () => bearer(token).ask(getInvitation, { params: { school, id } })
    expect((await read()).statusCode).toBe(200)
    await s.db
      .updateTable('admissions')
      .set({ status: 'suspended', admittedAt: null, reason: '核实' })
      .where('schoolId', '=', school)
      .where('employerId', '=', employer.id)
      .execute()
    expect((await read()).json().code).toBe('employer-not-admitted')
    const elsewhere = await s.school()
    await saveAdmission(s.db, elsewhere, employer.id, 'approved', s.now())
    const there = await s.invite(employer, await s.student(elsewhere))
    const answer = await bearer(token).ask(getInvitation, { params: { school: elsewhere, id: there.id } })
    expect(answer.statusCode).toBe(200)
  })
})

test('a token is for its scopes alone', async () => {
  const { token } = await givenEmployerToken((await s.employer(school)).first, ['recruiting.read'])
  expect((await bearer(token).ask(listOwnPosts)).statusCode).toBe(200)
  const answer = await bearer(token).ask(listSignedStudents)
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'token-not-allowed'])
})

test('whoever is signed in beside it does not lend it a session', async () => {
  const { first, token: session } = await s.employer(school)
  await givenEmployerToken(first)
  const answer = await s.app.inject({
    url: listSentInvitations.url,
    headers: bearing('qy_0'),
    cookies: { qianyue_session: session },
  })
  expect(answer.json().code).toBe('token-not-valid')
})

test('300 requests a minute are let in, and the next is told how long to wait', () => {
  const meter = tokenMeter()
  const at = (seconds: number) => new Date(Date.parse('2026-06-01T02:00:00Z') + seconds * 1000)
  for (let nth = 0; nth < 300; nth++) meter.count('one', at(nth / 10))
  expect(() => meter.count('one', at(30))).toThrow(
    expect.objectContaining({ code: 'locked-out', details: { seconds: 30, minutes: 1 } }),
  )
  meter.count('other', at(30))
  meter.count('one', at(60))
})

test('a name stands for one token, and twenty are enough, also of two owners at once', async () => {
  const { first, second } = await s.employer(school)
  const both = await Promise.all(
    [first, second].map((by) =>
      by.ask(employerTokens.make, {
        body: { name: '招聘系统', scopes: ['cases.read'], endsOn: '2027-05-31' },
      }),
    ),
  )
  expect(both.map((answer) => answer.json().code ?? 200).sort()).toEqual([200, 'token-name-taken'])
  for (let nth = 2; nth <= 19; nth++) await givenEmployerToken(first, ['cases.read'], `系统${nth}`)
  const last = await Promise.all(
    [first, second].map((by, nth) =>
      by.ask(employerTokens.make, {
        body: { name: `最后${nth}`, scopes: ['cases.read'], endsOn: '2027-05-31' },
      }),
    ),
  )
  expect(last.map((answer) => answer.json().code ?? 200).sort()).toEqual([200, 'tokens-too-many'])
})

test('what a token asks again under its key is done once, and its keys are its own', async () => {
  const { first } = await s.employer(school)
  const made = await givenEmployerToken(first)
  const other = await givenEmployerToken(first, SCOPES_OF.employer, '另一个')
  const asked = { body: samplePost, key: 'order-1' }
  const [one, again] = [
    await bearer(made.token).ask(writePost, asked),
    await bearer(made.token).ask(writePost, asked),
  ]
  expect([again.statusCode, again.body, again.headers['idempotency-replayed']]).toEqual([
    200,
    one.body,
    'true',
  ])
  const changed = await bearer(made.token).ask(writePost, {
    ...asked,
    body: { ...samplePost, title: '另一个岗位' },
  })
  expect([changed.statusCode, changed.json().code]).toEqual([409, 'key-of-another-request'])
  for (const by of [bearer(other.token), first]) {
    const theirs = await by.ask(writePost, asked)
    expect([theirs.statusCode, theirs.headers['idempotency-replayed']]).toEqual([200, undefined])
  }
})

test('an administrator makes and revokes a school’s, each with its line in the journal', async () => {
  const at = await s.school()
  const { first } = await s.staff(at, 'administrator')
  const { id } = await givenSchoolToken(first, at, ['students.read'])
  await first.call(schoolTokens.revoke, { params: { school: at, id } })
  const lines = await s.journal(`school:${at}`)
  expect(lines.map(({ entry }) => (entry as { action: string }).action)).toEqual([
    'school.make-token',
    'school.revoke-token',
  ])
})
