import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { invitationActs } from '../../src/contracts/invitations.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { type CrashSite, openCrashSite } from './crash-site.ts'
import type { Invited } from './crowd.ts'

const USERS = 10
const STUDENTS = 240
/** Accepted when it strikes: the ten are in the middle of the next. */
const STRUCK_AFTER = 40
// A site for each test: whom the one has signed the other cannot.
let site: CrashSite
beforeEach(async () => {
  site = await openCrashSite(STUDENTS)
  await site.start()
}, 120_000)
afterEach(() => site.close())

/** Accepts until something breaks; returns the invitations that were answered 2xx. `struck` runs once, under load. */
async function acceptUntil(
  share: Invited[],
  after: number,
  strike: () => Promise<void> | void,
): Promise<string[]> {
  const signed: string[] = []
  const queue = [...share]
  let struck: Promise<void> | undefined
  await Promise.all(
    Array.from({ length: USERS }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const { token, params, body } = next
        const answer = await site.ask(token, invitationActs.accept, { params, body })
        if (answer?.ok) signed.push(params.id)
        if (signed.length >= after && struck === undefined) struck = Promise.resolve(strike())
        if (!answer) return
      }
    }),
  )
  await struck
  return signed
}

/** What was answered 2xx is there, nothing is half done, the journal verifies. */
async function expectWhole(signed: readonly string[]) {
  const { rows } = await sql<{ accepted: number; agreements: number; placements: number; lines: number }>`
    select (select count(*) from invitations where status = 'accepted') as accepted,
      (select count(*) from agreements a join invitations i on i.school_id = a.school_id and i.id = a.invitation_id
       where i.status = 'accepted') as agreements,
      (select count(*) from placements) as placements,
      (select count(*) from journal where entry->>'action' = 'agreement.form') as lines
  `.execute(site.db)
  const { accepted, agreements, placements, lines } = rows[0]!
  expect([agreements, placements, lines]).toEqual([accepted, accepted, accepted])
  const there = await site.db
    .selectFrom('invitations')
    .where('id', 'in', [...signed])
    .where('status', '=', 'accepted')
    .select('id')
    .execute()
  expect(there).toHaveLength(signed.length)
  expect((await verifyJournal(site.db)).faults).toEqual([])
}

test('kill -9 of the app under load: what was answered is there, nothing is half done, the next start needs no hand', async () => {
  const signed = await acceptUntil(site.crowd.slice(0, STUDENTS / 2), STRUCK_AFTER, site.kill)
  expect(signed.length).toBeGreaterThanOrEqual(STRUCK_AFTER)
  expect(signed.length).toBeLessThan(STUDENTS / 2)
  await expectWhole(signed)
  await site.start()
}, 120_000)

test('kill -9 of the database under load: the same, and the app goes on by itself once it is back', async () => {
  const signed = await acceptUntil(site.crowd.slice(STUDENTS / 2), STRUCK_AFTER, site.killDatabase)
  expect(signed.length).toBeGreaterThanOrEqual(STRUCK_AFTER)
  await site.recoverDatabase()
  await expectWhole(signed)
  await site.untilReady()
  const rest = await acceptUntil(site.crowd, Number.POSITIVE_INFINITY, () => {})
  expect(rest.length).toBeGreaterThan(0)
  await expectWhole([...signed, ...rest])
  expect(await site.db.selectFrom('placements').selectAll().execute()).toHaveLength(STUDENTS)
}, 120_000)
