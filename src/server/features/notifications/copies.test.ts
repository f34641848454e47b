import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setLanguage } from '../../../contracts/accounts.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/notifications.ts'
import { startWorkers } from '../../background/workers.ts'
import { openMail } from '../../services/mail.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sendCopies } from './copies.ts'
import { changeSettings } from './settings.ts'

const SAYS: Record<string, string> = {
  'nobody@example.org': '550 No such user',
  'full@example.org': '452 Mailbox full',
}
const says = (recipient: string) => SAYS[recipient] ?? null

let server: Awaited<ReturnType<typeof startMailServer>>
let mail: Awaited<ReturnType<typeof openMail>>
let s: Scenario
let school: string
beforeAll(async () => {
  server = await startMailServer(says)
  mail = await openMail(server.url, '签约 <sign@school.example>')
  s = await startScenario(mail)
  school = await s.school()
  await startWorkers(s.queue.boss, s.services)
  await startWorkers(s.secondQueue.boss, s.secondServices)
})
afterAll(async () => {
  await s.stop()
  mail.close()
  await server.stop()
})

type Student = Awaited<ReturnType<Scenario['student']>>
const studentWith = async (email: string) => {
  const student = await s.student(school)
  await changeSettings(s.db, student.userId, { email, mail: ['signing'] })
  return student
}
const stateOf = async ({ first }: Student) =>
  (await first.call(contract.listNotifications)).items.map(({ mail: state }) => state)
const becomes = (student: Student, state: string) =>
  expect.poll(() => stateOf(student), { timeout: 20_000 }).toEqual([state])
const received = (email: string) => server.delivered.filter(({ recipients }) => recipients.includes(email))
/** As if the time until the next try had passed. */
const letTimePass = (change = sql`retry_count`) =>
  sql`update pgboss.job set start_after = now(), retry_count = ${change} where state = 'retry'`.execute(
    s.owner,
  )

test('an invitation is copied by e-mail in Chinese, with the school and a link to the invitation, and says so', async () => {
  const [student, employer] = [await studentWith('xuesheng@example.org'), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  await becomes(student, 'sent')
  const [email, ...more] = received('xuesheng@example.org')
  expect(more).toEqual([])
  expect(email!.subject).toMatch(/^\[签约\] “.*”邀请您签约：市场助理/)
  expect(email!.text).toContain(`${student.name}，您好：`)
  expect(email!.text).toContain(`http://localhost:3000/student/invitations/${school}/${invitation.id}`)
  expect(email!.text).toContain(`学校${school} · 签约平台`)
  expect(email!.headers.get('from')).toMatch(/<sign@school\.example>$/)
  expect(email!.headers.get('auto-submitted')).toBe('auto-generated')
})

test('who reads English gets the copy in English', async () => {
  const [student, employer] = [await studentWith('reader@example.org'), await s.employer(school)]
  await student.first.call(setLanguage, { body: { language: 'en' } })
  await s.invite(employer, student)
  await becomes(student, 'sent')
  const [email] = received('reader@example.org')
  expect(email!.subject).toMatch(/^\[Qianyue\] .* invites you to sign as 市场助理/)
  expect(email!.text).toContain(`School ${school} · Qianyue`)
})

test('what an employer types adds no header, no recipient and no line to the e-mail', async () => {
  const [student, employer] = [await studentWith('careful@example.org'), await s.employer(school)]
  const { id, version } = await s.invite(employer, student)
  await becomes(student, 'sent')
  await employer.first.call(invitationActs.withdraw, {
    params: { school, id },
    body: {
      seenVersion: version,
      reason: '岗位取消\r\nBcc: thief@example.org\r\nX-Evil: 1\r\n\r\n请点击\u2028http://evil.example',
    },
  })
  await expect.poll(() => stateOf(student), { timeout: 20_000 }).toEqual(['sent', 'sent'])
  const [, email] = received('careful@example.org')
  expect(email!.recipients).toEqual(['careful@example.org'])
  expect([...email!.headers.keys()]).not.toContain('bcc')
  expect([...email!.headers.keys()]).not.toContain('x-evil')
  expect(email!.text).toContain('岗位取消 Bcc: thief@example.org X-Evil: 1 请点击 http://evil.example\n')
  expect(received('thief@example.org')).toEqual([])
})

test('an address that the server refuses for good has failed, and the server’s words are kept', async () => {
  const [student, employer] = [await studentWith('nobody@example.org'), await s.employer(school)]
  await s.invite(employer, student)
  await becomes(student, 'failed')
  const { mailError } = await s.db
    .selectFrom('notifications')
    .where('userId', '=', student.userId)
    .select('mailError')
    .executeTakeFirstOrThrow()
  expect(mailError).toContain('No such user')
})

test('a copy that fails each time is tried again and in the end has failed', async () => {
  const [student, employer] = [await studentWith('full@example.org'), await s.employer(school)]
  await s.invite(employer, student)
  const tries = () =>
    sql<{ retryCount: number }>`select retry_count from pgboss.job where state = 'retry'`.execute(s.db)
  await expect.poll(async () => (await tries()).rows.length, { timeout: 20_000 }).toBe(1)
  expect(await stateOf(student)).toEqual(['queued'])
  await letTimePass(sql`retry_limit`)
  await becomes(student, 'failed')
})

test('while the mail server is down copies wait, and are sent once when it is back', async () => {
  const [student, employer] = [await studentWith('patient@example.org'), await s.employer(school)]
  const { port } = server
  await server.stop()
  await s.invite(employer, student)
  await expect
    .poll(
      async () =>
        (await sql`select from pgboss.job where name = 'mail' and state = 'retry'`.execute(s.db)).rows.length,
      { timeout: 20_000 },
    )
    .toBe(1)
  expect(await stateOf(student)).toEqual(['queued'])
  server = await startMailServer(says, port)
  await letTimePass()
  await becomes(student, 'sent')
  expect(received('patient@example.org')).toHaveLength(1)
})

test('a copy that nobody wants any more, or was sent already, is not sent', async () => {
  const [student, employer] = [await studentWith('once@example.org'), await s.employer(school)]
  await s.invite(employer, student)
  await becomes(student, 'sent')
  const { userId } = student
  const [{ id }] = (await student.first.call(contract.listNotifications)).items as [contract.Notification]
  expect(await sendCopies(s.services, [{ userId, id }])).toEqual([])

  await changeSettings(s.db, userId, { email: '' })
  await s.db.updateTable('notifications').set({ mail: 'queued' }).where('id', '=', id).execute()
  expect(await sendCopies(s.services, [{ userId, id }])).toMatchObject([{ end: 'unwanted' }])
  expect(await stateOf(student)).toEqual([null])
  expect(received('once@example.org')).toHaveLength(1)
})

test('where the site sends no e-mail a copy that was left over is let go', async () => {
  const [student, employer] = [await studentWith('late@example.org'), await s.employer(school)]
  await s.invite(employer, student)
  await becomes(student, 'sent')
  const [{ id }] = (await student.first.call(contract.listNotifications)).items as [contract.Notification]
  await s.db.updateTable('notifications').set({ mail: 'queued' }).where('id', '=', id).execute()
  await sendCopies({ ...s.services, mail: null }, [{ userId: student.userId, id }])
  expect(await stateOf(student)).toEqual([null])
})
