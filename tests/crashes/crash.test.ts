import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptUntil, expectWhole } from './accepting.ts'
import { openSiteOfMortalDatabase } from './crash-site.ts'

const STUDENTS = 240
/** Accepted when it strikes: the ten are in the middle of the next. */
const STRUCK_AFTER = 40
// A site for each test: whom the one has signed the other cannot.
let site: Awaited<ReturnType<typeof openSiteOfMortalDatabase>>
beforeEach(async () => {
  site = await openSiteOfMortalDatabase(STUDENTS)
  await site.start()
}, 120_000)
afterEach(() => site.close())

test('kill -9 of the app under load: what was answered is there, nothing is half done, the next start needs no hand', async () => {
  const signed = await acceptUntil(site, site.crowd.slice(0, STUDENTS / 2), STRUCK_AFTER, site.kill)
  expect(signed.length).toBeGreaterThanOrEqual(STRUCK_AFTER)
  expect(signed.length).toBeLessThan(STUDENTS / 2)
  await expectWhole(site, signed)
  await site.start()
}, 120_000)

test('kill -9 of the database under load: the same, and the app goes on by itself once it is back', async () => {
  const signed = await acceptUntil(site, site.crowd.slice(STUDENTS / 2), STRUCK_AFTER, site.killDatabase)
  expect(signed.length).toBeGreaterThanOrEqual(STRUCK_AFTER)
  await site.recoverDatabase()
  await expectWhole(site, signed)
  await site.untilReady()
  const rest = await acceptUntil(site, site.crowd, Number.POSITIVE_INFINITY, () => {})
  expect(rest.length).toBeGreaterThan(0)
  await expectWhole(site, [...signed, ...rest])
  expect(await site.db.selectFrom('placements').selectAll().execute()).toHaveLength(STUDENTS)
}, 120_000)
