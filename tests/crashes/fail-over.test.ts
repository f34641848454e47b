import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMe } from '../../src/contracts/accounts.ts'
import { invitationActs } from '../../src/contracts/invitations.ts'
import { acceptUntil, expectWhole } from './accepting.ts'
import { type CrashSite, newFolder, openSite } from './crash-site.ts'
import { openReplicated } from './replicated.ts'

const STUDENTS = 120
const STRUCK_AFTER = 40

let database: Awaited<ReturnType<typeof openReplicated>>
let site: CrashSite
beforeAll(async () => {
  database = await openReplicated()
  site = await openSite(await newFolder(), database, STUDENTS, 2)
  await site.start()
}, 180_000)
afterAll(() => site.close())

test('the primary dies under load and its standby takes its place: 503 meanwhile, both instances go on, nothing acknowledged is lost', async () => {
  const signed = await acceptUntil(site, site.crowd.slice(0, 80), STRUCK_AFTER, database.killPrimary)
  expect(signed.length).toBeGreaterThanOrEqual(STRUCK_AFTER)
  expect(signed.length).toBeLessThan(80)

  // The standby only reads until it is told that it is the primary.
  await database.turnToStandby()
  const waiting = site.crowd.slice(80, 100)
  for (const { token, params, body } of waiting) {
    const answer = await site.ask(token, invitationActs.accept, { params, body })
    expect(answer).toMatchObject({ ok: false, status: 503, retryAfter: expect.stringMatching(/^\d+$/) })
  }
  await expect.poll(async () => (await site.ask(waiting[0]!.token, getMe, {}))?.status).toBe(200)

  await database.promote()
  await site.untilReady()
  const rest = await acceptUntil(site, site.crowd, Number.POSITIVE_INFINITY, () => {})
  await expectWhole(site, [...signed, ...rest])
  expect(await site.db.selectFrom('placements').selectAll().execute()).toHaveLength(STUDENTS)
}, 120_000)
