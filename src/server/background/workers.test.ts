import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getInvitation } from '../../contracts/invitations.ts'
import { listNotifications } from '../../contracts/notifications.ts'
import { inTransaction } from '../db/database.ts'
import { type Scenario, startScenario } from '../testing/scenario.ts'
import { startWorkers } from './workers.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  await startWorkers(s.queue.boss, s.services)
  await startWorkers(s.secondQueue.boss, s.secondServices)
})
afterAll(() => s.stop())

test('the clock starts the sweep each minute, the reminders every five, the checkpoint each hour, what saved searches find every ten minutes and the check each night, in China’s time', async () => {
  const { rows } = await sql`select name, cron, timezone from pgboss.schedule order by name`.execute(s.db)
  expect(rows).toEqual([
    { name: 'checkpoint', cron: '0 * * * *', timezone: 'Asia/Shanghai' },
    { name: 'daily-check', cron: '30 3 * * *', timezone: 'Asia/Shanghai' },
    { name: 'digest', cron: '*/10 * * * *', timezone: 'Asia/Shanghai' },
    { name: 'remind', cron: '*/5 * * * *', timezone: 'Asia/Shanghai' },
    { name: 'sweep', cron: '* * * * *', timezone: 'Asia/Shanghai' },
  ])
})

test('documents that are ordered at once are made one after the other, with no look of half a second between two', async () => {
  const kind = 'agreement' as const
  const ordered = Array.from({ length: 60 }, () => ({ school, kind, id: randomUUID(), version: 1 }))
  await inTransaction(s.db, (tx) => s.services.jobs.enqueue(tx, 'seal', ordered))
  const left = async () =>
    (await sql`select from pgboss.job where name = 'seal' and state <> 'completed'`.execute(s.db)).rows.length
  // Two instances that pause after each need fifteen seconds.
  await expect.poll(left, { timeout: 10_000 }).toBe(0)
})

test('a round that is waiting is not enqueued a second time, and is done by one of two instances', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const { id } = await s.invite(employer, student, {}, 5)
  s.setClock('2026-06-06T12:00:00+08:00')
  const sent = await Promise.all([s.queue.boss.send('remind'), s.secondQueue.boss.send('remind')])
  expect(sent.filter(Boolean)).toHaveLength(1)
  const kinds = async () =>
    (await student.first.call(listNotifications)).items
      .map(({ kind }) => kind)
      .filter((kind) => /ends/.test(kind))
  await expect.poll(kinds, { timeout: 15_000 }).toEqual(['invitation.ends-24h'])

  s.setClock('2026-06-07T12:00:00+08:00')
  await s.queue.boss.send('sweep')
  const journaled = async () =>
    (await s.journal(`invitation:${id}`)).map(({ entry }) => (entry as { action: string }).action)
  await expect.poll(journaled, { timeout: 15_000 }).toEqual(['invitation.send', 'invitation.expire'])
  const view = await student.first.call(getInvitation, { params: { school, id } })
  expect(view.status).toBe('expired')
})
