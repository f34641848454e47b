import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '../../../contracts/address.ts'
import { changeEmail } from '../../../contracts/contact.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/notifications.ts'
import { passVerification } from '../../../contracts/verification.ts'
import type { Audience, Message } from '../../../domain/notification.ts'
import { NOTIFICATION_GROUPS } from '../../../domain/notification.ts'
import { inTransaction } from '../../db/database.ts'
import { refusalOf } from '../../http/problems.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { changeSettings } from './settings.ts'
import { tell } from './tell.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

const message = (to: Audience, change: Partial<Message> = {}): Message => ({
  kind: 'agreement.effective',
  school,
  to,
  about: { kind: 'agreement', id: s.anId() },
  params: { number: '1', student: '甲', employer: '乙' },
  ...change,
})
const tellNow = (...messages: Message[]) =>
  inTransaction(s.db, (tx) => tell(tx, s.services.jobs, messages, s.now()))
const inboxOf = async (
  { first }: { first: Visitor },
  query: Input<typeof contract.listNotifications>['query'] = {},
) => first.call(contract.listNotifications, { query })
const heard = async (person: { first: Visitor }) => (await inboxOf(person)).total

test('a message to a student reaches that student alone', async () => {
  const [student, other] = [await s.student(school), await s.student(school)]
  await tellNow(message({ studentId: student.id }))
  expect([await heard(student), await heard(other)]).toEqual([1, 0])
})

test('a message to an employer reaches every member of it and nobody of another', async () => {
  const employer = await s.employer(school)
  const colleague = await s.enter({ portal: 'employer', employerId: employer.id })
  const other = await s.employer(school)
  await tellNow(message({ employerId: employer.id }))
  expect([await heard(employer), await heard(colleague), await heard(other)]).toEqual([1, 1, 0])
})

test('what waits for a college reaches its reviewers, not those of another college, the school or another school', async () => {
  const elsewhere = await s.school()
  const mine = await s.staff(school, 'college_reviewer', '01')
  const others = [
    await s.staff(school, 'college_reviewer', '02'),
    await s.staff(school, 'school_reviewer'),
    await s.staff(elsewhere, 'college_reviewer', '01'),
  ]
  await tellNow(message({ level: 'college', collegeId: '01' }))
  expect(await heard(mine)).toBe(1)
  expect(await Promise.all(others.map(heard))).toEqual([0, 0, 0])
})

test('what waits for the school reaches its reviewers and administrators, not its colleges or another school', async () => {
  const elsewhere = await s.school()
  const mine = [await s.staff(school, 'school_reviewer'), await s.staff(school, 'administrator')]
  const others = [
    await s.staff(school, 'college_reviewer', '01'),
    await s.staff(elsewhere, 'school_reviewer'),
    await s.staff(elsewhere, 'administrator'),
  ]
  await tellNow(message({ level: 'school', collegeId: '01' }))
  expect(await Promise.all(mine.map(heard))).toEqual([1, 1])
  expect(await Promise.all(others.map(heard))).toEqual([0, 0, 0])
})

test('a student reads in the inbox who invites, until when, and where it leads', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  expect((await inboxOf(student)).items).toEqual([
    expect.objectContaining({
      kind: 'invitation.sent',
      params: expect.objectContaining({ employer: employer.name, day: invitation.respondBy }),
      school,
      subject: { kind: 'invitation', id: invitation.id },
      readAt: null,
      mail: null,
    }),
  ])
})

test('an act that is refused tells nobody', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  const before = await heard(employer)
  const answer = await student.first.ask(invitationActs.decline, {
    params: { school, id: invitation.id },
    body: { seenVersion: 7 },
  })
  expect(answer.statusCode).toBe(409)
  expect(await heard(employer)).toBe(before)
})

test('an act that fails after telling leaves no message and no e-mail', async () => {
  const student = await s.student(school)
  await changeSettings(s.db, student.userId, { email: 'student@example.org', mail: ['review'] })
  const failing = inTransaction(s.db, async (tx) => {
    await tell(tx, { ...s.services.jobs, sendsMail: true }, [message({ studentId: student.id })], s.now())
    throw new Error('the act failed')
  })
  await expect(failing).rejects.toThrow('the act failed')
  const { rows } = await sql`select from pgboss.job`.execute(s.db)
  expect([await heard(student), rows.length]).toEqual([0, 0])
})

test('a reminder with the same key is given once to each person', async () => {
  const [student, other] = [await s.student(school), await s.student(school)]
  const reminder = { dedupe: 'the same' }
  await tellNow(message({ studentId: student.id }, reminder))
  await tellNow(message({ studentId: student.id }, reminder), message({ studentId: other.id }, reminder))
  expect([await heard(student), await heard(other)]).toEqual([1, 1])
})

test('an act that tells somebody whose account goes meanwhile waits and is refused; tried again it tells the others', async () => {
  const [gone, stays] = [await s.student(school), await s.student(school)]
  const tellBoth = () => tellNow(message({ studentId: gone.id }), message({ studentId: stays.id }))
  let telling: Promise<unknown> | undefined
  await inTransaction(s.db, async (tx) => {
    await tx.deleteFrom('users').where('id', '=', gone.userId).execute()
    telling = tellBoth().catch((error: unknown) => error)
    const waiting = sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into notifications%'`
    await expect.poll(async () => (await waiting.execute(s.owner)).rows.length, { timeout: 10_000 }).toBe(1)
  })
  expect(refusalOf(await telling)?.code).toBe('content-changed')
  await tellBoth()
  expect(await heard(stays)).toBe(1)
})

test('the inbox is paged newest first, filtered by what is unread, and counts it', async () => {
  const student = await s.student(school)
  for (let minute = 0; minute < 3; minute++) {
    s.setClock(`2026-06-02T10:0${minute}:00+08:00`)
    await tellNow(message({ studentId: student.id }, { params: { number: String(minute) } }))
  }
  const first = await inboxOf(student, { pageSize: 2 })
  const second = await inboxOf(student, { pageSize: 2, page: 2 })
  const numbers = (page: typeof first) => page.items.map(({ params }) => params.number)
  expect([numbers(first), numbers(second), first.total, first.unread]).toEqual([['2', '1'], ['0'], 3, 3])

  const read = await student.first.call(contract.readNotification, { params: { id: first.items[0]!.id } })
  expect(read).toEqual({ unread: 2 })
  const unread = await inboxOf(student, { unread: '1' })
  expect([numbers(unread), unread.total]).toEqual([['1', '0'], 2])
  await student.first.call(contract.readAllNotifications)
  expect(await inboxOf(student, { unread: '1' })).toMatchObject({ items: [], total: 0, unread: 0 })
})

test('nobody reads or marks what is in another’s inbox', async () => {
  const [student, stranger] = [await s.student(school), await s.student(school)]
  await tellNow(message({ studentId: student.id }))
  const { id } = (await inboxOf(student)).items[0]!
  const answer = await stranger.first.ask(contract.readNotification, { params: { id } })
  await stranger.first.call(contract.readAllNotifications)
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
  expect(await inboxOf(student)).toMatchObject({ unread: 1, total: 1 })
  expect(await inboxOf(stranger)).toMatchObject({ unread: 0, total: 0 })
})

test('who has chosen nothing gets no e-mail; a choice is kept, each group once', async () => {
  const student = await s.student(school)
  const untouched = await student.first.call(contract.getNotificationSettings)
  const nothing = { email: '', pendingEmail: null, mailAvailable: false }
  expect(untouched).toEqual({ ...nothing, mail: [...NOTIFICATION_GROUPS] })
  const body = { mail: ['reminder' as const, 'signing' as const, 'reminder' as const] }
  const saved = { ...nothing, mail: ['signing', 'reminder'] }
  expect(await student.first.call(contract.saveNotificationSettings, { body })).toEqual(saved)
  expect(await student.first.call(contract.getNotificationSettings)).toEqual(saved)
})

test('an e-mail address given at the first login waits to be confirmed, then for copies of everything', async () => {
  const student = await s.student(school, { verified: false })
  await student.first.call(passVerification, {
    params: { school },
    body: {
      name: student.name,
      idNumberTail: student.idNumber.slice(-6),
      rosterConfirmed: true,
      electronicFormAgreed: true,
      phone: '13900000000',
      email: 'student@example.org',
      password: 'Another-Pass-2026',
    },
  })
  expect(await student.first.call(contract.getNotificationSettings)).toMatchObject({
    email: '',
    pendingEmail: 'student@example.org',
    mail: NOTIFICATION_GROUPS,
  })
})

test('an address that is none is refused with the field', async () => {
  const student = await s.student(school)
  const body = { email: 'a@example.org, b@example.org', password: 'x' }
  const answer = await student.first.ask(changeEmail, { body })
  expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, 'email'])
})

test('who does not ask for a stream is told the count once', async () => {
  const student = await s.student(school)
  await tellNow(message({ studentId: student.id }))
  const answer = await student.first.ask(contract.streamNotifications)
  expect(answer.body).toBe('event: unread\ndata: {"unread":1}\n\n')
  expect(answer.headers['content-type']).toContain('text/event-stream')
})

test('the role that serves requests cannot change what a job is', async () => {
  for (const statement of [
    sql`delete from pgboss.queue`,
    sql`delete from pgboss.schedule`,
    sql`drop table pgboss.job`,
    sql`update pgboss.bam set command = 'drop table users'`,
  ])
    await expect(statement.execute(s.db)).rejects.toThrow(/permission denied|must be owner/)
})

test('what is told at one instant stands in the order in which it was told, on whatever pages', async () => {
  const student = await s.student(school)
  const to = { studentId: student.id }
  const numbered = (numbers: readonly number[]) =>
    numbers.map((number) =>
      message(to, { params: { number: String(number), student: '甲', employer: '乙' } }),
    )
  for (const numbers of [[1, 2, 3], [4], [5, 6, 7, 8]]) await tellNow(...numbered(numbers))
  const pages = [await inboxOf(student, { pageSize: 3 }), await inboxOf(student, { page: 2, pageSize: 5 })]
  expect(pages.map(({ items }) => items.map(({ params }) => params.number))).toEqual([
    ['8', '7', '6'],
    ['3', '2', '1'],
  ])
})
