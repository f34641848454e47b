import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getHealth, QUEUE_NAMES, startCheck } from '../../../contracts/health.ts'
import { checkDaily } from '../../background/daily-check.ts'
import { startHeartbeat } from '../../background/heartbeat.ts'
import { sweep } from '../../background/sweep.ts'
import { startWorkers } from '../../background/workers.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let operator: Visitor
beforeAll(async () => {
  s = await startScenario()
  operator = (await s.enter({ portal: 'platform' })).first
})
afterAll(() => s.stop())

const look = () => operator.call(getHealth)

test('before anything has happened: no check, nothing waiting, the disk of this machine', async () => {
  const health = await look()
  expect([health.check, health.instances]).toEqual([null, []])
  expect(health.queues.map(({ name, waiting, running }) => [name, waiting, running])).toEqual(
    QUEUE_NAMES.map((name) => [name, 0, 0]),
  )
  expect(health.mail).toEqual({ isSent: false, days: 7, failed: 0, schools: [] })
  expect(health.disk!.free).toBeGreaterThan(0)
  expect(health.disk!.all).toBeGreaterThan(health.disk!.free)
})

test('each process is there until it stops; one that was killed is seen to be gone, and forgotten after a day', async () => {
  const stops = [await startHeartbeat(s.services), await startHeartbeat(s.secondServices)]
  const both = (await look()).instances
  expect(both.map(({ isThere }) => isThere)).toEqual([true, true])
  await stops[0]!()
  expect((await look()).instances).toHaveLength(1)
  const start = s.now()
  s.setClock(new Date(start.getTime() + 120_000).toISOString())
  expect((await look()).instances.map(({ isThere }) => isThere)).toEqual([false])
  s.setClock(new Date(start.getTime() + 24 * 3600_000 + 1000).toISOString())
  await sweep(s.services)
  expect((await look()).instances).toEqual([])
  await stops[1]!()
  s.setClock(start.toISOString())
})

test('the daily check counts the lines, names what was changed, and weighs what is kept', async () => {
  const school = await s.school()
  await s.sign(await s.employer(school), await s.student(school))
  await checkDaily(s.services)
  const { check } = await look()
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from journal`.execute(s.db)
  expect([check!.journalLines, check!.journalFaults]).toEqual([rows[0]!.lines, 0])
  expect(check!.databaseBytes).toBeGreaterThan(1_000_000)
  await sql`update journal set entry = entry || '{"reason": "别的"}' where seq = 2`.execute(s.owner)
  s.setClock(new Date(s.now().getTime() + 60_000).toISOString())
  await checkDaily(s.services)
  expect((await look()).check!.journalFaults).toBeGreaterThan(0)
  await expect(sql`update daily_checks set journal_faults = 0`.execute(s.db)).rejects.toThrow(
    'permission denied',
  )
})

test('copies that were given up are counted by school, for a week', async () => {
  const school = await s.school()
  const student = await s.student(school)
  await s.db
    .insertInto('notifications')
    .values(
      ['failed', 'failed', 'sent'].map((mail) => ({
        id: randomUUID(),
        userId: student.userId,
        schoolId: school,
        kind: 'invitation.sent',
        subject: 'invitation:x',
        params: '{}',
        at: s.now(),
        mail,
      })),
    )
    .execute()
  const { mail } = await look()
  expect([mail.failed, mail.schools]).toEqual([
    2,
    [{ code: school, name: `学校${school}`, nameEn: `School ${school}`, failed: 2 }],
  ])
  const start = s.now()
  s.setClock(new Date(start.getTime() + 7 * 24 * 3600_000).toISOString())
  expect((await look()).mail.failed).toBe(0)
  s.setClock(start.toISOString())
})

test('asked for now, it waits once however often it is asked for, and is then done', async () => {
  await Promise.all([operator.call(startCheck), operator.call(startCheck)])
  const depth = async () => {
    const { queues } = await look()
    const { waiting, running } = queues.find(({ name }) => name === 'daily-check')!
    return waiting + running
  }
  expect(await depth()).toBe(1)
  const before = (await look()).check?.endedAt
  s.setClock(new Date(s.now().getTime() + 60_000).toISOString())
  await startWorkers(s.queue.boss, s.services)
  await expect.poll(async () => (await look()).check?.endedAt, { timeout: 15_000 }).not.toBe(before)
  await expect.poll(depth, { timeout: 15_000 }).toBe(0)
})
