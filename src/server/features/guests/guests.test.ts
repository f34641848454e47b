import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFairArrivals, listFairVisitors } from '../../../contracts/fair-visits.ts'
import { fairActs } from '../../../contracts/fairs.ts'
import * as contract from '../../../contracts/guests.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { getTalk, requestTalk, talkActs } from '../../../contracts/talks.ts'
import { verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { givenFair } from '../../testing/sample-fair.ts'
import { givenVenue, sampleTalk } from '../../testing/sample-talk.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

type Student = Awaited<ReturnType<Scenario['student']>>
const TODAY = '2026-06-01'
let s: Scenario
let [host, home] = ['', '']
let staff: Awaited<ReturnType<Scenario['staff']>>
let hall: string
beforeAll(async () => {
  s = await startScenario()
  s.setClock(`${TODAY}T10:00:00+08:00`)
  host = await s.school()
  home = await s.school()
  staff = await s.staff(host, 'administrator')
  hall = await givenVenue(staff.first, host)
})
afterAll(() => s.stop())

let fairs = 0
/** A fair on the afternoon of this day that takes so many students of other schools, in a hall of its own. */
async function fairFor(places: number) {
  const hall = await givenVenue(staff.first, host, { name: `体育馆 ${++fairs}` })
  const today = { applyUntil: TODAY, slot: { day: TODAY, from: '13:00', until: '16:00' } }
  const id = await givenFair(staff.first, host, [hall], today)
  if (places > 0) await setPlaces(id, places, 0)
  return id
}
const setPlaces = (id: string, places: number, seenPlaces: number) =>
  staff.first.ask(contract.setFairGuestPlaces, { params: { school: host, id }, body: { places, seenPlaces } })
const at = (id: string) => ({ params: { school: home, id } })
const signUp = ({ first }: Student, id: string) => first.ask(contract.signUpAsGuest, at(id))
const look = ({ first }: Student, id: string) => first.call(contract.getGuestEvent, at(id))
const guests = (id: string) => staff.first.call(contract.listFairGuests, { params: { school: host, id } })
const students = (n: number) => Promise.all(Array.from({ length: n }, () => s.student(home)))

test('AT-16: the first beyond the places is limited, in words and not as an error, and has the next that is given back', async () => {
  const id = await fairFor(2)
  const [one, two, third] = (await students(3)) as [Student, Student, Student]
  const listed = await third.first.call(contract.listGuestEvents, { params: { school: home }, query: {} })
  expect(listed.items).toMatchObject([
    { id, kind: 'fair', host: { code: host }, places: 2, taken: 0, standing: null },
  ])
  for (const student of [one, two]) expect((await signUp(student, id)).json().standing).toBe('admitted')
  const beyond = await signUp(third, id)
  expect(beyond.statusCode).toBe(200)
  expect(beyond.json()).toMatchObject({ standing: 'limited', ticket: null, ahead: 0, taken: 2 })
  expect((await signUp(third, id)).json().standing).toBe('limited')
  expect((await guests(id)).counts).toEqual({ admitted: 2, limited: 1, came: 0 })

  await one.first.call(contract.leaveAsGuest, at(id))
  expect((await look(third, id)).standing).toBe('admitted')
  expect((await look(third, id)).ticket).toMatch(/^[a-z0-9]{20}$/)
  expect(await kindsOf(third.first)).toContain('guest.admitted')
  expect(await kindsOf(two.first)).not.toContain('guest.admitted')
  const mine = await third.first.call(contract.listGuestEvents, {
    params: { school: home },
    query: { events: 'mine' },
  })
  expect(mine.items.map((event) => event.id)).toEqual([id])
  expect((await guests(id)).items).toMatchObject([
    { student: { name: two.name }, school: { code: home }, standing: 'admitted' },
    { student: { name: third.name }, standing: 'admitted' },
  ])
})

test('an event is for its school alone until it says otherwise, and is never a guest’s of that school', async () => {
  const id = await fairFor(0)
  const [guest] = (await students(1)) as [Student]
  expect((await signUp(guest, id)).statusCode).toBe(404)
  expect((await setPlaces(id, 5, 1)).json().code).toBe('content-changed')
  expect((await setPlaces(id, 5, 0)).json()).toMatchObject({ places: 5 })
  expect((await signUp(guest, id)).statusCode).toBe(200)
  const own = await s.student(host)
  const asked = { params: { school: host, id } }
  expect((await own.first.ask(contract.signUpAsGuest, asked)).statusCode).toBe(404)
  const college = await s.staff(host, 'college_reviewer', '01')
  expect((await college.first.ask(contract.listFairGuests, asked)).statusCode).toBe(403)
})

test('places: more are told to who waited, fewer than are given are refused, by the database too', async () => {
  const id = await fairFor(1)
  const [one, two] = (await students(2)) as [Student, Student]
  await signUp(one, id)
  await signUp(two, id)
  await setPlaces(id, 2, 1)
  expect(await kindsOf(two.first)).toContain('guest.admitted')
  const refused = (await setPlaces(id, 1, 2)).json()
  expect([refused.code, refused.errors?.[0]?.field]).toEqual(['event-places-taken', 'places'])
  await expect(
    sql`update guest_quotas set places = 1 where event_id = ${id}`.execute(s.db),
  ).rejects.toMatchObject({
    constraint: 'guest_quotas_keep_what_they_gave',
  })
  await expect(
    sql`update event_guests set home_id = school_id where event_id = ${id}`.execute(s.db),
  ).rejects.toMatchObject({ constraint: 'event_guests_are_of_other_schools' })
})

test('of many at once exactly as many have a place as there are', async () => {
  const id = await fairFor(3)
  const many = await students(8)
  const answers = await Promise.all(many.map((student) => signUp(student, id)))
  const standings = answers.map((answer) => answer.json().standing).sort()
  expect(standings).toEqual([...Array(3).fill('admitted'), ...Array(5).fill('limited')])
  expect((await guests(id)).counts).toEqual({ admitted: 3, limited: 5, came: 0 })
})

test('guests are told what becomes of it, at their own school, and a talk takes them as well', async () => {
  const employer = await s.employer(host)
  const { id } = await employer.first.call(requestTalk, { params: { school: host }, body: sampleTalk })
  const held = { params: { school: host, id } }
  const placing = { venueId: hall, slot: sampleTalk.wishes[0]!, places: 10 }
  await staff.first.call(talkActs.schedule, { ...held, body: { ...placing, seenVersion: 1 } })
  await staff.first.call(contract.setTalkGuestPlaces, { ...held, body: { places: 1, seenPlaces: 0 } })
  const { address } = await staff.first.call(getTalk, held)
  expect((await s.app.inject({ url: new URL(address).pathname })).body).toContain('已报名 0 人，共 1 个名额')
  const [guest] = (await students(1)) as [Student]
  expect((await signUp(guest, id)).json()).toMatchObject({ kind: 'talk', employer: employer.name })
  await staff.first.call(talkActs.cancel, { ...held, body: { seenVersion: 2, reason: '单位有事' } })
  const { items } = await guest.first.call(listNotifications, {})
  expect(items[0]).toMatchObject({ kind: 'talk.called-off', school: home, subject: { kind: 'guest', id } })
  expect(await look(guest, id)).toMatchObject({ isOff: true, isOpen: false, reason: '单位有事' })
  expect((await signUp((await students(1))[0]!, id)).statusCode).toBe(404)
  const fair = await fairFor(1)
  await signUp(guest, fair)
  await staff.first.call(fairActs['call-off'], {
    params: { school: host, id: fair },
    body: { seenVersion: 2, reason: '停电' },
  })
  expect(await kindsOf(guest.first)).toContain('fair.called-off')
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('the door counts a guest once, and none beyond the places', async () => {
  const id = await fairFor(1)
  const [one, two] = (await students(2)) as [Student, Student]
  await signUp(one, id)
  await signUp(two, id)
  const { ticket } = await look(one, id)
  const limited = await s.db
    .selectFrom('eventGuests')
    .where('studentId', '=', two.id)
    .where('eventId', '=', id)
    .select('ticket')
    .executeTakeFirstOrThrow()
  s.setClock(`${TODAY}T13:30:00+08:00`)
  const scan = (code: string) =>
    staff.first.call(countFairArrivals, {
      params: { school: host, id },
      body: { scans: [{ id: randomUUID(), at: s.now().toISOString(), ticket: code }] },
    })
  const counted = await Promise.all([1, 2, 3, 4].map(() => scan(ticket!)))
  expect(counted.map(({ items }) => items[0]!.arrival).sort()).toEqual([
    'came',
    ...Array(3).fill('came-before'),
  ])
  expect(counted[0]!.items[0]!.student!.name).toBe(one.name)
  const beyond = await scan(limited.ticket)
  expect(beyond.items[0]).toMatchObject({ arrival: 'limited', student: { name: two.name } })
  expect(beyond.counts).toEqual({ signedUp: 0, came: 0, cameBesides: 0, guests: 1, guestsCame: 1 })
  expect((await look(one, id)).cameAt).not.toBeNull()
  const visitors = { params: { school: host, id } }
  expect((await staff.first.call(listFairVisitors, visitors)).counts.guestsCame).toBe(1)
  await expect(
    sql`update event_guests set scan_id = gen_random_uuid(), came_at = now(), told_at = now(), counted_by = ${staff.userId}
      where ticket = ${limited.ticket}`.execute(s.db),
  ).rejects.toMatchObject({ constraint: 'event_guests_have_a_place' })
})
