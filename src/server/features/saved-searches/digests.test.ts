import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { admissionActs } from '../../../contracts/admissions.ts'
import * as jobs from '../../../contracts/jobs.ts'
import * as posts from '../../../contracts/posts.ts'
import type { Digest } from '../../../domain/post/digest.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { tellDigests } from './digests.ts'

let s: Scenario
let school: string
let employer: Awaited<ReturnType<Scenario['employer']>>
let student: Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  // A Monday.
  s.setClock('2026-06-01T10:00:00+08:00')
  await s.db.updateTable('savedSearches').set({ digest: 'off', digestAt: null }).execute()
  school = await s.school({ postsAtOnce: true })
  employer = await s.employer(school)
  student = await s.student(school)
})

async function published(title: string) {
  const body = { ...samplePost, title, lastDay: '2026-06-30' }
  const { id } = await employer.first.call(posts.writePost, { body })
  await employer.first.call(posts.ownPostActs.submit, {
    params: { id },
    body: { seenVersion: 1, schools: [school] },
  })
}
const save = async (searchName: string, q: string, digest: Digest, who = student) => {
  const { items } = await who.first.call(jobs.saveSearch, {
    params: { school },
    body: { searchName, sought: { q }, digest },
  })
  return items.find(({ name }) => name === searchName)!
}
/** As the clock starts it, on both instances at once: how many searches were due, and what the student has been told. */
const toldAt = async (instant: string, who = student) => {
  s.setClock(instant)
  const done = await Promise.all([tellDigests(s.services), tellDigests(s.secondServices)])
  const told = await s.db
    .selectFrom('notifications')
    .where('userId', '=', who.userId)
    .where('kind', '=', 'saved-search.digest')
    .select('params')
    .execute()
  return {
    due: done[0] + done[1],
    told: told.map(({ params }) => params as Record<string, string>),
  }
}

test('each day at eight, in one message, what has come for all that a student seeks; once, whatever runs twice', async () => {
  await published('软件测试')
  s.setClock('2026-06-01T10:01:00+08:00')
  const saved = await save('软件', '软件', 'daily')
  await save('界面', '界面', 'daily')
  await save('无', '会计', 'daily')
  expect(saved).toMatchObject({ digest: 'daily', digestAt: '2026-06-02T00:00:00.000Z' })
  s.setClock('2026-06-01T15:00:00+08:00')
  await published('高级软件工程师')
  await published('软件界面设计')
  expect(await toldAt('2026-06-02T07:59:59+08:00')).toEqual({ due: 0, told: [] })
  const told = await toldAt('2026-06-02T08:00:00+08:00')
  expect([told.due, told.told]).toEqual([
    3,
    [{ searches: expect.any(String), posts: expect.stringContaining('高级软件工程师') }],
  ])
  expect(told.told[0]!.searches!.split(' · ').sort()).toEqual(['界面 (1)', '软件 (2)'])
  expect(await toldAt('2026-06-02T08:10:00+08:00')).toEqual({ due: 0, told: told.told })
  // Nothing has come: it is moved on, and nothing is sent.
  expect(await toldAt('2026-06-03T08:00:00+08:00')).toEqual({ due: 3, told: told.told })
})

test('each Monday; what was looked at meanwhile is not new any more', async () => {
  const saved = await save('软件', '软件', 'weekly')
  const params = { school, id: saved.id }
  s.setClock('2026-06-03T15:00:00+08:00')
  await published('软件测试')
  expect((await toldAt('2026-06-07T23:00:00+08:00')).due).toBe(0)
  const first = await toldAt('2026-06-08T08:00:00+08:00')
  expect(first).toMatchObject({ due: 1, told: [{ searches: '软件 (1)' }] })
  s.setClock('2026-06-09T08:00:00+08:00')
  await published('软件实施')
  s.setClock('2026-06-09T09:00:00+08:00')
  await student.first.call(jobs.lookAtSearch, { params })
  expect(await toldAt('2026-06-15T08:00:00+08:00')).toEqual({ due: 1, told: first.told })
})

test('switched off, nothing comes; nobody else switches it', async () => {
  const { id } = await save('软件', '软件', 'daily')
  const params = { school, id }
  await published('软件运维')
  const { items } = await student.first.call(jobs.setDigest, { params, body: { digest: 'off' } })
  expect(items).toMatchObject([{ digest: 'off', digestAt: null }])
  expect(await toldAt('2026-06-02T09:00:00+08:00')).toEqual({ due: 0, told: [] })
  const stranger = await s.student(school)
  const refused = await stranger.first.ask(jobs.setDigest, { params, body: { digest: 'daily' } })
  expect(refused.statusCode).toBe(404)
})

test('what is being published at that instant is told of the next time', async () => {
  await save('软件', '软件', 'daily')
  s.setClock('2026-06-02T07:59:30+08:00')
  await published('软件测试')
  expect((await toldAt('2026-06-02T08:00:00+08:00')).told).toEqual([])
  expect((await toldAt('2026-06-03T08:00:00+08:00')).told).toMatchObject([{ searches: '软件 (1)' }])
})

test('what was paused when it was told comes with the first digest after its employer was verified again', async () => {
  const params = { school, id: employer.id }
  const saved = await save('软件', '软件', 'daily')
  s.setClock('2026-06-01T15:00:00+08:00')
  await published('软件测试')
  await s.db
    .updateTable('admissions')
    .set({ verifyDue: '2026-06-01' })
    .where('employerId', '=', employer.id)
    .execute()
  expect(await toldAt('2026-06-02T08:00:00+08:00')).toEqual({ due: 1, told: [] })
  s.setClock('2026-06-02T10:00:00+08:00')
  const staff = await s.staff(school, 'administrator')
  const { version } = await employer.first.call(admissionActs.confirm, { params, body: { seenVersion: 1 } })
  await staff.first.call(admissionActs.verify, { params, body: { seenVersion: version } })
  const { items } = await student.first.call(jobs.listSearches, { params: { school } })
  expect(items.map(({ fresh }) => fresh)).toEqual([1])
  const again = await toldAt('2026-06-03T08:00:00+08:00')
  expect(again.told).toEqual([{ searches: '软件 (1)', posts: '软件测试' }])
  expect((await toldAt('2026-06-04T08:00:00+08:00')).told).toEqual(again.told)
  // Looked at since, it is new no more.
  await student.first.call(jobs.lookAtSearch, { params: { school, id: saved.id } })
  const after = await student.first.call(jobs.listSearches, { params: { school } })
  expect(after.items.map(({ fresh }) => fresh)).toEqual([0])
})

test('is copied by e-mail for whoever wants news of the market so, and held until a suspended school is back', async () => {
  await sql`insert into notification_settings (user_id, email, mail) values (${student.userId}, 'a@example.com', '{market}')
    on conflict (user_id) do update set email = 'a@example.com', mail = '{market}'`.execute(s.db)
  await save('软件', '软件', 'daily')
  s.setClock('2026-06-01T15:00:00+08:00')
  await published('软件测试')
  const suspendedAt = (at: Date | null) =>
    s.db.updateTable('schools').set({ suspendedAt: at }).where('id', '=', school).execute()
  await suspendedAt(s.now())
  s.setClock('2026-06-02T08:00:00+08:00')
  expect(await tellDigests(s.services)).toBe(0)
  await suspendedAt(null)
  s.setClock('2026-06-02T09:00:00+08:00')
  const { jobs: own } = s.services
  expect(await tellDigests({ ...s.services, jobs: { ...own, sendsMail: true } })).toBe(1)
  const { rows } = await sql`select mail from notifications
    where user_id = ${student.userId} and kind = 'saved-search.digest'`.execute(s.db)
  expect(rows).toEqual([{ mail: 'queued' }])
})

test('the database keeps no search that is due although it is off', async () => {
  const { id } = await save('软件', '软件', 'daily')
  await expect(
    s.db.updateTable('savedSearches').set({ digest: 'off' }).where('id', '=', id).execute(),
  ).rejects.toThrow('saved_searches_are_due_unless_off')
})
