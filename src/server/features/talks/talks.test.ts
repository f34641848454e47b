import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admissionActs, getAdmission } from '../../../contracts/admissions.ts'
import { getDesk } from '../../../contracts/desk.ts'
import {
  getGuestEvent,
  listGuestEvents,
  setTalkGuestPlaces,
  signUpAsGuest,
} from '../../../contracts/guests.ts'
import { askPrivacyRequest, privacyRequestActs } from '../../../contracts/privacy-requests.ts'
import * as visits from '../../../contracts/talk-visits.ts'
import * as contract from '../../../contracts/talks.ts'
import * as venues from '../../../contracts/venues.ts'
import { addDays, weekdayOf } from '../../../domain/day.ts'
import { verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { givenVenue, sampleTalk, sampleVenue, TALK_DAY } from '../../testing/sample-talk.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const START = '2026-06-01T10:00:00+08:00'
const NO_GUESTS = { guests: 0, guestsCame: 0 }
let s: Scenario
let school: string
let administrator: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let hall: string
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school()
  administrator = await s.staff(school, 'administrator')
  employer = await s.employer(school)
  hall = await givenVenue(administrator.first, school)
})

const SLOT = { day: TALK_DAY, from: '14:00', until: '16:00' }
const request = (change: object = {}, by = employer) =>
  by.first.ask(contract.requestTalk, { params: { school }, body: { ...sampleTalk, ...change } })
const requested = async (change: object = {}, by = employer) =>
  (await request(change, by)).json().id as string
const look = (id: string) => administrator.first.call(contract.getTalk, { params: { school, id } })
type Act = keyof typeof contract.talkActs
const ask = async (action: Act, id: string, more: object = {}, by = administrator.first) => {
  const { version } = await look(id)
  return by.ask(contract.talkActs[action], {
    params: { school, id },
    body: { seenVersion: version, ...more },
  })
}
const placing = (change: object = {}) => ({ venueId: hall, slot: SLOT, places: 100, ...change })
const scheduled = async (change: object = {}, more: object = {}) => {
  const id = await requested(more)
  const answer = await ask('schedule', id, placing(change))
  expect([answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([200, true])
  return id
}
const go = (student: Awaited<ReturnType<Scenario['student']>>, id: string) =>
  student.first.ask(visits.signUp, { params: { school, id } })
const signedUpOf = async (id: string) =>
  (await s.db.selectFrom('talks').where('id', '=', id).select('signedUp').executeTakeFirstOrThrow()).signedUp
const arrive = (id: string, scans: object[]) =>
  administrator.first.ask(visits.countArrivals, { params: { school, id }, body: { scans } as never })
const page = (below: string) => s.app.inject({ url: `/s/${school}${below}` })
const told = async (answer: ReturnType<typeof ask>) => {
  const { code, details, errors } = (await answer).json()
  return [code, details?.field ?? errors?.[0]?.field]
}

test('asked for, handed back, placed, moved, called off: each side is told, and visitors read what stands', async () => {
  const id = await requested()
  expect(await kindsOf(administrator.first)).toContain('talk.to-place')
  await ask('hand-back', id, { reason: '请写明岗位' })
  const again = { ...sampleTalk, description: '<p>研发工程师</p><script>alert(1)</script>' }
  expect((await ask('change', id, again, employer.first)).json()).toMatchObject({
    status: 'requested',
    turn: 'school',
  })
  const placed = (await ask('schedule', id, placing())).json()
  expect(placed).toMatchObject({
    status: 'scheduled',
    isPublic: true,
    placed: { places: 100, startsAt: '2026-06-08T06:00:00.000Z', venue: { name: sampleVenue.name } },
  })
  const path = new URL(placed.address, 'http://x').pathname.replace(`/s/${school}`, '')
  const shown = await page(path)
  expect([
    shown.statusCode,
    shown.body.includes('2026-06-08 14:00–16:00'),
    shown.body.includes('alert(1)'),
  ]).toEqual([200, true, false])
  expect((await page('/talks')).body).toContain(sampleTalk.title)
  expect((await page('/sitemap.xml')).body).toContain(path)
  expect((await page(`/employers/${employer.id}`)).body).toContain(path)
  const student = await s.student(school)
  expect((await go(student, id)).statusCode).toBe(200)
  const later = { ...SLOT, from: '18:00', until: '20:00' }
  expect((await ask('move', id, { ...placing({ slot: later }), reason: '报告厅检修' })).statusCode).toBe(200)
  const calendar = await page('/talks.ics')
  expect([calendar.headers['content-type'], calendar.body]).toEqual([
    'text/calendar; charset=utf-8',
    expect.stringMatching(/SEQUENCE:5[\s\S]*DTSTART:20260608T100000Z/),
  ])
  const tag = String(calendar.headers.etag)
  const known = { url: `/s/${school}/talks.ics`, headers: { 'if-none-match': tag } }
  expect((await s.app.inject(known)).statusCode).toBe(304)
  expect((await page('/talks.rss')).body).toContain('2026-06-08 18:00–20:00')
  expect((await ask('cancel', id, { reason: '单位临时有事' })).json().status).toBe('cancelled')
  expect((await page(path)).statusCode).toBe(404)
  expect((await page('/talks.ics')).body).not.toContain('BEGIN:VEVENT')
  expect(await kindsOf(student.first)).toEqual(expect.arrayContaining(['talk.moved', 'talk.called-off']))
  expect(await kindsOf(employer.first)).toEqual(
    expect.arrayContaining(['talk.handed-back', 'talk.scheduled', 'talk.moved', 'talk.cancelled']),
  )
  const mine = await student.first.call(visits.listMyTalks, { params: { school }, query: { talks: 'mine' } })
  expect(mine.items).toMatchObject([{ id, isOff: true, isMine: true }])
  // The hall is free again.
  await scheduled({ slot: later })
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

describe('who may ask', () => {
  test('only whom the school has admitted, whose verification holds, in words that are allowed', async () => {
    const stranger = await s.employer(await s.school())
    expect((await request({}, stranger)).json().code).toBe('employer-not-admitted')
    expect((await request({ description: '<p> </p>' })).json().code).toBe('talk-says-nothing')
    expect((await request({ description: '<p>仅限男性</p>' })).json().code).toBe('post-wording')
    const wishes = (from: string, until: string, day = TALK_DAY) =>
      request({ wishes: [{ day, from, until }] })
    expect(await told(wishes('16:00', '14:00'))).toEqual(['slot-too-short', 'wishes.0.until'])
    expect(await told(wishes('08:00', '09:00', '2026-06-01'))).toEqual(['slot-past', 'wishes.0.day'])
    await s.db
      .updateTable('admissions')
      .set({ verifyDue: '2026-05-31' })
      .where('schoolId', '=', school)
      .where('employerId', '=', employer.id)
      .execute()
    expect((await request()).json().code).toBe('employer-verification-due')
  })

  test('suspended, an employer loses what is to come, and its hall is free; what has begun stays', async () => {
    const [begun, coming, waiting] = [
      await scheduled(),
      await scheduled({ slot: { ...SLOT, day: '2026-06-09' } }),
      await requested(),
    ]
    const student = await s.student(school)
    await go(student, coming)
    s.setClock('2026-06-08T14:30:00+08:00')
    const params = { school, id: employer.id }
    const { version } = await administrator.first.call(getAdmission, { params })
    await administrator.first.call(admissionActs.suspend, {
      params,
      body: { seenVersion: version, reason: '收取费用' },
    })
    const statuses = [(await look(begun)).status, (await look(coming)).status, (await look(waiting)).status]
    expect(statuses).toEqual(['scheduled', 'cancelled', 'cancelled'])
    expect(await kindsOf(student.first)).toContain('talk.called-off')
    const { items } = await administrator.first.call(venues.listBookings, {
      params: { school },
      query: { day: '2026-06-09' },
    })
    expect(items).toEqual([])
  })
})

test('what has waited three days is counted on the workbench, and its list shows exactly that', async () => {
  const long = await requested()
  s.setClock('2026-06-04T12:00:00+08:00')
  await requested()
  const params = { school }
  expect((await administrator.first.call(getDesk, { params })).talks).toMatchObject({ waiting: 2, long: 1 })
  const query = { queue: 'mine', waited: 'long' } as const
  const { items } = await administrator.first.call(contract.listTalks, { params, query })
  expect(items.map(({ id }) => id)).toEqual([long])
})

test('paused while its employer is to be verified again: shown to nobody new, kept by who has signed up, back by itself (L7)', async () => {
  const [inside, outside] = [await s.student(school), await s.student(school)]
  const home = await s.school()
  const [guest, stranger] = [await s.student(home), await s.student(home)]
  const id = await scheduled()
  const key = { params: { school, id } }
  const elsewhere = { params: { school: home, id } }
  await administrator.first.call(setTalkGuestPlaces, { ...key, body: { places: 9, seenPlaces: 0 } })
  expect([
    (await go(inside, id)).statusCode,
    (await guest.first.ask(signUpAsGuest, elsewhere)).statusCode,
  ]).toEqual([200, 200])
  const { address } = await look(id)
  const { pathname } = new URL(address)
  const verifiedUntil = (verifyDue: string) =>
    s.db.updateTable('admissions').set({ verifyDue }).where('employerId', '=', employer.id).execute()
  const shown = async () => {
    const listed = await Promise.all(
      ['/talks', '/talks.ics', '/talks.rss', '/sitemap.xml', `/employers/${employer.id}`].map(page),
    )
    const { items } = await outside.first.call(visits.listMyTalks, { params: { school }, query: {} })
    const others = await stranger.first.call(listGuestEvents, { params: { school: home }, query: {} })
    const said = [
      ...listed.map(({ body }) => body.includes(pathname.split('/').pop()!)),
      items.length + others.items.length === 2,
    ]
    return [said, (await s.app.inject({ url: pathname })).statusCode] as const
  }
  const everywhere = [Array(6).fill(true), 200]
  const nowhere = [Array(6).fill(false), 404]
  await verifiedUntil('2026-06-03')
  s.setClock('2026-06-03T23:59:59+08:00')
  expect(await shown()).toEqual(everywhere)
  s.setClock('2026-06-04T00:00:00+08:00')
  expect(await shown()).toEqual(nowhere)
  for (const refused of [
    await go(outside, id),
    await outside.first.ask(visits.getMyTalk, key),
    await stranger.first.ask(signUpAsGuest, elsewhere),
  ])
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'event-paused'])
  expect((await s.app.inject({ url: pathname })).body).toContain('暂停展示')
  expect(await inside.first.call(visits.getMyTalk, key)).toMatchObject({
    isPaused: true,
    ticket: expect.any(String),
  })
  expect(await guest.first.call(getGuestEvent, elsewhere)).toMatchObject({
    isPaused: true,
    ticket: expect.any(String),
  })
  expect(await look(id)).toMatchObject({ isPaused: true, verifiedUntil: '2026-06-03' })
  const { items } = await employer.first.call(contract.listOwnTalks, { query: {} })
  expect(items.map(({ isPaused }) => isPaused)).toEqual([true])
  await verifiedUntil('2026-12-03')
  expect(await shown()).toEqual(everywhere)
  // What was held stays told of, whoever is verified by then.
  await verifiedUntil('2026-06-03')
  s.setClock('2026-06-08T17:00:00+08:00')
  expect((await page('/talks?past=1')).body).toContain(pathname)
  expect((await s.app.inject({ url: pathname })).statusCode).toBe(200)
})

describe('one hall', () => {
  test('takes two talks at once never: the second is told which one stands there, with the time to set up', async () => {
    await scheduled()
    const id = await requested({ title: '第二场' })
    const refused = (slot: object, change: object = {}) =>
      ask('schedule', id, placing({ slot: { ...SLOT, ...slot }, ...change }))
    const there = (await refused({ from: '15:00', until: '17:00' })).json()
    expect([there.code, there.title]).toEqual(['venue-taken', expect.stringContaining(sampleTalk.title)])
    // Half an hour is set up before it.
    expect((await refused({ from: '16:10', until: '18:00' })).json().code).toBe('venue-taken')
    expect(await told(refused({ from: '20:30', until: '21:30' }))).toEqual(['venue-closed', 'slot.from'])
    expect(await told(refused({ day: '2026-06-07' }))).toEqual(['venue-shut', 'slot.day'])
    expect(await told(refused({ from: '17:00', until: '18:00' }, { places: 121 }))).toEqual([
      'venue-too-small',
      'places',
    ])
    expect((await refused({ from: '18:00', until: '17:00' })).json().code).toBe('slot-too-short')
    expect((await refused({ from: '16:30', until: '18:00' })).statusCode).toBe(200)
  })

  test('AT-12: two talks that are placed in the same second, day after day: one of them stands', async () => {
    for (let round = 0; round < 20; round++) {
      // Twenty days from a Monday on, those on which the hall is open.
      const day = addDays('2026-07-06', round)
      if (weekdayOf(day) > 4) continue
      const slot = { ...SLOT, day }
      const pair = [await requested({ title: `甲${round}` }), await requested({ title: `乙${round}` })]
      const answers = await Promise.all(pair.map((id) => ask('schedule', id, placing({ slot }))))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      const lost = pair[answers.findIndex(({ statusCode }) => statusCode === 409)]!
      await ask('turn-down', lost, { talkGround: 'no-venue', reason: '没有空闲场地' })
    }
  })

  test('whatever the program believes: the database holds one at a time, and no hall elsewhere is in its way', async () => {
    await scheduled()
    const row = (venue: string, from: string) =>
      sql`insert into venue_bookings
      (school_id, id, venue_id, title, held_from, starts_at, ends_at)
      values (${school}, ${randomUUID()}, ${venue}, '甲', ${from}::timestamptz, ${from}::timestamptz, ${from}::timestamptz + interval '1 hour')`.execute(
        s.db,
      )
    await expect(row(hall, '2026-06-08T15:30:00+08:00')).rejects.toMatchObject({
      constraint: 'venue_bookings_one_at_a_time',
    })
    const other = await givenVenue(administrator.first, school, { name: '小报告厅' })
    await row(other, '2026-06-08T15:30:00+08:00')
    await row(hall, '2026-06-08T16:00:00+08:00')
  })

  test('is added once by a name, changed as it was read, retired when nothing is to come, and takes nothing then', async () => {
    const params = { school, id: hall }
    const twice = await administrator.first.ask(venues.addVenue, { params: { school }, body: sampleVenue })
    expect([twice.statusCode, twice.json().errors[0].field]).toEqual([409, 'name'])
    const reversed = {
      ...sampleVenue,
      hours: [{ from: '21:00', until: '08:00' }, ...sampleVenue.hours.slice(1)],
    }
    const wrong = await administrator.first.ask(venues.addVenue, {
      params: { school },
      body: { ...reversed, name: '乙' },
    })
    expect([wrong.json().code, wrong.json().errors[0].field]).toEqual(['hours-reversed', 'hours.0'])
    await scheduled()
    const retire = (seenVersion: number) =>
      administrator.first.ask(venues.venueActs.retire, { params, body: { seenVersion } })
    expect((await retire(1)).json().code).toBe('venue-in-use')
    s.setClock('2026-06-09T10:00:00+08:00')
    expect((await retire(9)).json().code).toBe('content-changed')
    expect((await retire(1)).statusCode).toBe(200)
    const id = await requested({ wishes: [{ ...SLOT, day: '2026-06-10' }] })
    expect((await ask('schedule', id, placing({ slot: { ...SLOT, day: '2026-06-10' } }))).json().code).toBe(
      'venue-retired',
    )
    const reviewer = (await s.staff(school, 'school_reviewer')).first
    const body = { seenVersion: 2 }
    expect((await reviewer.ask(venues.venueActs.reopen, { params, body })).statusCode).toBe(403)
    expect((await administrator.first.ask(venues.venueActs.reopen, { params, body })).statusCode).toBe(200)
  })
})

describe('students', () => {
  test('the last place is taken by one of four at once; given back, it is another’s', async () => {
    const id = await scheduled({ places: 2 })
    const people = [
      await s.student(school),
      await s.student(school),
      await s.student(school),
      await s.student(school),
    ]
    const answers = await Promise.all(people.map((one) => go(one, id)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('event-full')
    const [inside, outside] = [200, 409].map(
      (status) => people[answers.findIndex(({ statusCode }) => statusCode === status)]!,
    )
    const { ticket } = answers.find(({ statusCode }) => statusCode === 200)!.json()
    // Signed up twice is signed up once, with the same code.
    expect((await go(inside!, id)).json()).toMatchObject({ ticket, signedUp: 2 })
    const few = await ask('move', id, { ...placing({ places: 1 }), reason: '换小厅' })
    expect([few.json().code, few.json().errors[0].field]).toEqual(['event-places-taken', 'places'])
    await inside!.first.call(visits.leaveTalk, { params: { school, id } })
    expect((await inside!.first.call(visits.leaveTalk, { params: { school, id } })).signedUp).toBe(1)
    expect((await go(outside!, id)).statusCode).toBe(200)
    await expect(
      s.db.updateTable('talks').set({ signedUp: 3 }).where('id', '=', id).execute(),
    ).rejects.toMatchObject({ constraint: 'talks_have_places_enough' })
    s.setClock('2026-06-08T14:00:00+08:00')
    const late = await s.student(school)
    expect((await go(late, id)).json().code).toBe('event-not-open')
    expect((await outside!.first.ask(visits.leaveTalk, { params: { school, id } })).json().code).toBe(
      'event-begun',
    )
  })

  test('an erasure takes their visits and gives the places back, and so does a row of the roster that goes', async () => {
    const [erased, gone, next] = [await s.student(school), await s.student(school), await s.student(school)]
    const come = await scheduled({ places: 2, slot: SLOT })
    const later = { day: addDays(TALK_DAY, 1), from: '14:00', until: '16:00' }
    const toCome = await scheduled({ places: 1, slot: later })
    await go(erased, come)
    await go(gone, come)
    await go(erased, toCome)
    s.setClock('2026-06-08T14:00:00+08:00')
    await arrive(come, [
      { id: randomUUID(), at: '2026-06-08T14:00:00+08:00', studentNumber: erased.studentNumber },
    ])
    const asked = await erased.first.call(askPrivacyRequest, {
      body: { school, requestKind: 'erasure', reason: '删除' },
    })
    await administrator.first.call(privacyRequestActs.fulfil, {
      params: { school, id: asked.id },
      body: { seenVersion: asked.version, reason: '已删除' },
    })
    expect(
      await erased.first.call(visits.listMyTalks, { params: { school }, query: { talks: 'mine' } }),
    ).toEqual({
      items: [],
      next: null,
    })
    expect((await look(come)).counts).toEqual({ signedUp: 1, came: 0, cameBesides: 0, ...NO_GUESTS })
    expect((await go(next, toCome)).json()).toMatchObject({ signedUp: 1 })
    await s.db.deleteFrom('students').where('id', '=', gone.id).execute()
    expect(await signedUpOf(come)).toBe(0)
    expect(await signedUpOf(toCome)).toBe(1)
  })

  test('at the door each is counted once, by code or number, at however many doors and however late it is sent', async () => {
    const id = await scheduled()
    const [first, second, besides] = [
      await s.student(school),
      await s.student(school),
      await s.student(school),
    ]
    const { ticket } = (await go(first, id)).json()
    await go(second, id)
    const scan = (of: object, at = '2026-06-08T05:50:00.000Z') => ({ id: randomUUID(), at, ...of })
    expect((await arrive(id, [scan({ ticket })])).json().code).toBe('door-not-open')
    s.setClock('2026-06-08T13:55:00+08:00')
    const same = Array.from({ length: 20 }, () => scan({ ticket }))
    const answers = await Promise.all(same.map((one) => arrive(id, [one])))
    const outcomes = answers.map((answer) => answer.json().items[0])
    expect(outcomes.map(({ arrival }) => arrival).sort()).toEqual(['came', ...Array(19).fill('came-before')])
    for (const one of outcomes)
      expect(one).toMatchObject({
        cameAt: '2026-06-08T05:50:00.000Z',
        student: { name: first.name },
        hadSignedUp: true,
      })
    // A device that had no line sends after the end, twice, for the answer was lost; what it does not know is said by itself.
    s.setClock('2026-06-08T18:00:00+08:00')
    const queued = [
      scan({ studentNumber: besides.studentNumber.toLowerCase() }, '2026-06-08T06:10:00.000Z'),
      scan({ studentNumber: besides.studentNumber }, '2026-06-08T06:20:00.000Z'),
      scan({ ticket: 'a'.repeat(20) }),
      scan({ ticket }),
    ]
    const [sent, again] = [(await arrive(id, queued)).json(), (await arrive(id, queued)).json()]
    expect(sent.items.map(({ arrival }: { arrival: string }) => arrival)).toEqual([
      'came',
      'came-before',
      'unknown',
      'came-before',
    ])
    expect(again).toEqual(sent)
    expect(sent.counts).toEqual({ signedUp: 2, came: 1, cameBesides: 1, ...NO_GUESTS })
    const listed = (visit: 'came' | 'missing') =>
      administrator.first.call(visits.listVisitors, { params: { school, id }, query: { visit } })
    expect((await listed('missing')).items.map(({ id: one }) => one)).toEqual([second.id])
    expect((await listed('came')).total).toBe(2)
    // Another talk's code is none here.
    s.setClock(START)
    const other = await scheduled({ slot: { ...SLOT, day: '2026-06-09' } })
    s.setClock('2026-06-09T14:00:00+08:00')
    expect((await arrive(other, [scan({ ticket })])).json().items[0].arrival).toBe('unknown')
    expect((await look(id)).counts).toEqual({ signedUp: 2, came: 1, cameBesides: 1, ...NO_GUESTS })
    s.setClock('2026-06-16T10:00:00+08:00')
    const { first: later } = await s.staff(school, 'school_reviewer')
    const body = { scans: [scan({ ticket })] }
    const late = await later.ask(visits.countArrivals, { params: { school, id }, body })
    expect(late.json().code).toBe('door-closed')
  })

  test('read pages of what is to come by where they stand, and nobody else’s', async () => {
    const ids: string[] = []
    for (const day of ['2026-06-10', '2026-06-08', '2026-06-09'])
      ids.push(await scheduled({ slot: { ...SLOT, day } }))
    const student = await s.student(school)
    const { items, next } = await student.first.call(visits.listMyTalks, { params: { school } })
    expect([items.map(({ id }) => id), next]).toEqual([[ids[1], ids[2], ids[0]], null])
    const elsewhere = await s.student(await s.school())
    expect(
      (await elsewhere.first.ask(visits.getMyTalk, { params: { school, id: ids[0]! } })).statusCode,
    ).toBe(404)
    const college = await s.staff(school, 'college_reviewer', '01')
    expect((await college.first.ask(contract.getTalk, { params: { school, id: ids[0]! } })).statusCode).toBe(
      404,
    )
  })
})
