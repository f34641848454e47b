import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMe, setLanguage } from '../../src/contracts/accounts.ts'
import { passAgreements } from '../../src/contracts/agreements.ts'
import { getInvitation, invitationActs } from '../../src/contracts/invitations.ts'
import { buildApp } from '../../src/server/http/app.ts'
import type { App } from '../../src/server/http/slice.ts'
import { type Visitor, visitor } from '../../src/server/http/visitor.ts'
import { openLog } from '../../src/server/services/log.ts'
import { openServices } from '../../src/server/services/services.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { type Cut, startCuttingProxy } from './cutting-proxy.ts'

let s: Scenario
let school: string
let proxy: Awaited<ReturnType<typeof startCuttingProxy>>
let cutOff: App
let close: () => Promise<void>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  proxy = await startCuttingProxy(s.url)
  const opened = await openServices({
    databaseUrl: proxy.url,
    databasePool: 4,
    now: s.now,
    secret: 'a secret for tests, thirty-two characters',
    filesFolder: s.folder,
    baseUrl: 'http://localhost:3000',
    log: openLog('silent'),
    onFault: () => {},
    keepsOrder: false,
  })
  cutOff = await buildApp(opened.services)
  close = opened.close
})
afterAll(async () => {
  await cutOff.close()
  await close()
  await proxy.stop()
  await s.stop()
})

const through = ({ token }: { readonly token: string }): Visitor => visitor(cutOff, token)
const invited = async () => {
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const invitation = await s.invite(employer, student)
  const stands = async () =>
    (await student.first.call(getInvitation, { params: { school, id: invitation.id } })).status
  // Signed before, so that what is cut is the act.
  const asked = await student.first.signed(invitationActs.accept, s.acceptance(invitation))
  return { student, stands, asked, subject: `invitation:${invitation.id}` }
}
const CUTS: [Cut, string][] = [
  ['before COMMIT', 'pending'],
  ['after COMMIT', 'accepted'],
]

test.each(CUTS)(
  'cut %s, without a key: it is said that nobody knows, not that nothing was done',
  async (cut, status) => {
    const { student, asked, stands } = await invited()
    proxy.cutAt(cut)
    const answer = await through(student).ask(invitationActs.accept, asked)
    expect([answer.statusCode, answer.json().code]).toEqual([504, 'outcome-unknown'])
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().title).not.toContain('没有生效')
    expect(await stands()).toBe(status)
  },
)

test.each(CUTS)(
  'cut %s, with a key: asked until it is answered it is done once, and told as it was done',
  async (cut) => {
    const { student, asked, stands, subject } = await invited()
    const keyed = { ...asked, key: randomUUID() }
    proxy.cutAt(cut)
    const answer = await through(student).ask(invitationActs.accept, keyed)
    // The server looks by itself: what has been committed it finds.
    expect(answer.statusCode).toBe(cut === 'after COMMIT' ? 200 : 504)
    const again = await through(student).ask(invitationActs.accept, keyed)
    expect([again.statusCode, again.json().status]).toEqual([200, 'accepted'])
    if (answer.statusCode === 200) expect(again.body).toBe(answer.body)
    expect(await stands()).toBe('accepted')
    expect((await s.journal(subject)).map(({ entry }) => (entry as { action: string }).action)).toEqual([
      'invitation.send',
      'invitation.accept',
    ])
  },
)

test('ten acts whose COMMIT is cut after it was done are ten acts that are told as done', async () => {
  const before = proxy.cuts()
  for (let count = 0; count < 10; count++) {
    const { student, asked } = await invited()
    proxy.cutAt('after COMMIT')
    const answer = await through(student).ask(invitationActs.accept, { ...asked, key: randomUUID() })
    expect([answer.statusCode, answer.json().status]).toEqual([200, 'accepted'])
  }
  expect(proxy.cuts() - before).toBe(10)
})

test('what is no case is told the same way', async () => {
  const { student } = await invited()
  proxy.cutAt('after COMMIT')
  const answer = await through(student).ask(setLanguage, { body: { language: 'en' } })
  expect(answer.json().code).toBe('outcome-unknown')
  expect((await student.first.call(getMe)).language).toBe('en')
})

test('a batch that breaks off in the middle passes the rest when it is sent again, and says so of all', async () => {
  const employer = await s.employer(school)
  const reviewer = await s.staff(school, 'school_reviewer')
  const items: { id: string; seenVersion: number }[] = []
  for (let count = 0; count < 3; count++) {
    const { id, version } = await s.sign(employer, await s.student(school))
    items.push({ id, seenVersion: version })
  }
  const asked = { params: { school }, body: { items }, key: randomUUID() }
  proxy.cutAt('before COMMIT')
  expect((await through(reviewer).ask(passAgreements, asked)).json().code).toBe('outcome-unknown')
  for (let count = 0; count < 2; count++) {
    const { results } = await through(reviewer).call(passAgreements, asked)
    expect(results.map(({ passed }: { passed: boolean }) => passed)).toEqual([true, true, true])
  }
})

test('a fault after something was done does not tell that nothing was: a batch without a key breaks off at its second', async () => {
  const employer = await s.employer(school)
  const reviewer = await s.staff(school, 'school_reviewer')
  const signed = [
    await s.sign(employer, await s.student(school)),
    await s.sign(employer, await s.student(school)),
  ]
  const items = signed.map(({ id, version }) => ({ id, seenVersion: version }))
  proxy.cutAt('before second BEGIN')
  const answer = await through(reviewer).ask(passAgreements, { params: { school }, body: { items } })
  expect([answer.statusCode, answer.json().code]).toEqual([504, 'outcome-unknown'])
})
