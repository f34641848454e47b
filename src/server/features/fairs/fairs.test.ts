import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admissionActs, getAdmission } from '../../../contracts/admissions.ts'
import * as entries from '../../../contracts/fair-entries.ts'
import * as visits from '../../../contracts/fair-visits.ts'
import * as contract from '../../../contracts/fairs.ts'
import { ownPostActs } from '../../../contracts/posts.ts'
import { listBookings } from '../../../contracts/venues.ts'
import { verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { FAIR_DAY, givenFair, givenPost, sampleEntry, sampleFair } from '../../testing/sample-fair.ts'
import { givenVenue } from '../../testing/sample-talk.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

type Employer = Awaited<ReturnType<Scenario['employer']>>
const NO_GUESTS = { guests: 0, guestsCame: 0 }
let s: Scenario
let school: string
let staff: Awaited<ReturnType<Scenario['staff']>>
let halls: string[]
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  school = await s.school()
  staff = await s.staff(school, 'administrator')
  halls = [
    await givenVenue(staff.first, school),
    await givenVenue(staff.first, school, { name: '体育馆', setupMinutes: 120 }),
  ]
})

const announced = (change: Partial<typeof sampleFair> = {}) => givenFair(staff.first, school, halls, change)
/** An employer with a post that the school shows. */
const recruiting = async (title = '软件工程师') => {
  const employer = await s.employer(school)
  const post = await givenPost(employer.first, staff.first, school, { title })
  return { employer, post }
}
const apply = ({ employer, post }: { employer: Employer; post: string }, id: string) =>
  employer.first.ask(entries.applyForBooth, {
    params: { school, id },
    body: { ...sampleEntry, posts: [post] },
  })
const look = (id: string) => staff.first.call(contract.getFair, { params: { school, id } })
const listed = async (id: string) =>
  (await staff.first.call(entries.listEntries, { params: { school, id } })).items
type Act = keyof typeof contract.fairActs
const act = async (action: Act, id: string, more: object = {}) => {
  const { version } = await look(id)
  return staff.first.ask(contract.fairActs[action], {
    params: { school, id },
    body: { seenVersion: version, ...more } as never,
  })
}
const onEntry = (
  action: keyof typeof entries.entryActs,
  of: { id: string; version: number },
  more: object = {},
  by = staff.first,
) =>
  by.ask(entries.entryActs[action], {
    params: { school, id: of.id },
    body: { seenVersion: of.version, ...more } as never,
  })
const booked = async () =>
  (await staff.first.call(listBookings, { params: { school }, query: { day: FAIR_DAY } })).items
const faultOf = (answer: { json(): { code: string; errors?: { field: string }[] } }) => {
  const { code, errors } = answer.json()
  return [code, errors?.[0]?.field]
}
const page = (below: string) => s.app.inject({ url: `/s/${school}${below}` })

test('AT-13: a fair holds its venues as one, from its draft on; moved and called off it lets go of all', async () => {
  const taken = { ...sampleFair, venueIds: [halls[1]!] }
  await staff.first.call(contract.draftFair, { params: { school }, body: taken })
  const draft = { ...sampleFair, venueIds: halls, title: '春季双选会' }
  const refused = await staff.first.ask(contract.draftFair, { params: { school }, body: draft })
  expect(refused.json().code).toBe('venue-taken')
  expect(await booked()).toHaveLength(1)
  const [first] = (await staff.first.call(contract.listFairs, { params: { school } })).items
  await act('call-off', first!.id, { reason: '改期' })
  expect(await booked()).toEqual([])
  const { id } = await staff.first.call(contract.draftFair, { params: { school }, body: draft })
  expect((await booked()).map(({ venueId }) => venueId).sort()).toEqual([...halls].sort())
  await act('place', id, { venueIds: halls, slot: { ...sampleFair.slot, from: '14:00', until: '16:00' } })
  expect((await booked()).map(({ startsAt }) => startsAt)).toEqual(Array(2).fill('2026-06-08T06:00:00.000Z'))
  await act('announce', id)
  const moved = { venueIds: [halls[0]], slot: sampleFair.slot, reason: '体育馆检修' }
  expect((await act('move', id, moved)).json().placed.venues).toHaveLength(1)
  expect(await booked()).toHaveLength(1)
  await act('call-off', id, { reason: '改期' })
  expect(await booked()).toEqual([])
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('what a school types is refused with its field', async () => {
  const ask = (change: object) =>
    staff.first.ask(contract.draftFair, {
      params: { school },
      body: { ...sampleFair, venueIds: halls, ...change },
    })
  expect(faultOf(await ask({ description: '<p> </p>' }))).toEqual(['fair-says-nothing', 'description'])
  expect(faultOf(await ask({ applyUntil: '2026-05-31' }))).toEqual(['fair-period-reversed', 'applyUntil'])
  expect(faultOf(await ask({ applyUntil: '2026-06-20' }))).toEqual(['fair-period-late', 'applyUntil'])
  const all = { rows: 1, columns: 1, leftOut: ['A01'] }
  expect(faultOf(await ask({ plan: all }))).toEqual(['fair-without-booths', 'plan.leftOut'])
  expect((await ask({ description: '<p>仅限男性</p>' })).json().code).toBe('post-wording')
  expect((await ask({ venueIds: [randomUUID()] })).statusCode).toBe(404)
  expect(await booked()).toEqual([])
})

describe('employers', () => {
  test('sign up, are let in and placed, change places, leave: each side is told, and what was copied stays (AT-17)', async () => {
    const id = await announced()
    const [one, other] = [await recruiting(), await recruiting()]
    const mine = (await apply(one, id)).json()
    expect(mine).toMatchObject({ entry: { status: 'requested', booth: null }, mayApply: false })
    expect(await kindsOf(staff.first)).toContain('fair.to-let-in')
    expect((await apply(one, id)).json().code).toBe('fair-entered')
    await apply(other, id)
    for (const entry of await listed(id)) expect((await onEntry('let-in', entry)).statusCode).toBe(200)
    const [first, second] = await listed(id)
    expect([first!.booth, second!.booth]).toEqual(['A01', 'A03'])
    const placed = await onEntry('place', first!, { booth: 'A03', insteadOf: second!.id })
    expect(placed.json().booth).toBe('A03')
    expect(await kindsOf(other.employer.first)).toEqual(
      expect.arrayContaining(['fair.admitted', 'fair.placed']),
    )
    const [, stale] = await listed(id)
    expect(faultOf(await onEntry('place', stale!, { booth: 'A03', insteadOf: null }))).toEqual([
      'fair-booth-taken',
      'booth',
    ])
    expect(faultOf(await onEntry('place', stale!, { booth: 'A02', insteadOf: null }))).toEqual([
      'fair-no-such-booth',
      'booth',
    ])
    // The post is closed since: what was copied is what stands.
    const [own] = await s.db
      .selectFrom('ownPosts')
      .where('employerId', '=', one.employer.id)
      .select(['id', 'version'])
      .execute()
    await one.employer.first.call(ownPostActs.close, {
      params: { id: own!.id },
      body: { seenVersion: own!.version },
    })
    const view = await staff.first.call(entries.getEntry, { params: { school, id: first!.id } })
    expect(view.content.posts).toMatchObject([{ title: '软件工程师', shortId: one.post }])
    const again = { ...sampleEntry, posts: [one.post] }
    expect(faultOf(await onEntry('change', view, again, one.employer.first))).toEqual([
      'fair-post-not-open',
      'posts',
    ])
    const gone = await onEntry('withdraw', view, { reason: '有事' }, one.employer.first)
    expect(gone.json()).toMatchObject({ status: 'withdrawn', booth: null, actions: [] })
    expect(await kindsOf(staff.first)).toContain('fair.withdrawn')
    const [, down] = await listed(id)
    const turned = await onEntry('turn-down', down!, { reason: '不符', entryGround: 'not-for-graduates' })
    expect(turned.json()).toMatchObject({ status: 'turned_down', ground: 'not-for-graduates' })
    expect(await kindsOf(other.employer.first)).toContain('fair.turned-down')
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('AT-14: the last booth is one’s of eight at once, the others wait in order; who leaves makes room for the first', async () => {
    const id = await announced({ isReviewed: false, plan: { rows: 1, columns: 1, leftOut: [] } })
    const all = []
    for (let n = 0; n < 8; n++) all.push(await recruiting())
    const answers = await Promise.all(all.map((one) => apply(one, id)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200))
    const stands = await listed(id)
    expect(stands.map(({ status }) => status).sort()).toEqual(['admitted', ...Array(7).fill('waiting')])
    const inside = stands.find(({ status }) => status === 'admitted')!
    const next = stands.find(({ status }) => status === 'waiting')!
    const leaver = all.find(({ employer }) => employer.id === inside.employerId)!
    const mover = all.find(({ employer }) => employer.id === next.employerId)!
    const toJoin = () => mover.employer.first.call(entries.getFairToJoin, { params: { school, id } })
    expect((await toJoin()).entry).toMatchObject({ status: 'waiting', line: 1 })
    await onEntry('withdraw', inside, { reason: '有事' }, leaver.employer.first)
    expect((await toJoin()).entry).toMatchObject({ status: 'admitted', booth: 'A01', line: null })
    expect(await kindsOf(mover.employer.first)).toEqual(
      expect.arrayContaining(['fair.waiting', 'fair.moved-up']),
    )
    // A plan that grows takes in the next, and none is lost that is taken.
    const { content } = await look(id)
    const grown = { ...content, plan: { rows: 1, columns: 3, leftOut: [] } }
    expect((await act('change', id, grown)).json().entries).toEqual({ requested: 0, admitted: 3, waiting: 4 })
    const shrunk = { ...content, plan: { rows: 1, columns: 3, leftOut: ['A02'] } }
    expect(faultOf(await act('change', id, shrunk))).toEqual(['fair-booth-in-use', 'plan.leftOut'])
    // Suspended, an employer stands nowhere; who waits has its booth in the same transaction.
    const params = { school, id: mover.employer.id }
    const { version } = await staff.first.call(getAdmission, { params })
    await staff.first.call(admissionActs.suspend, {
      params,
      body: { seenVersion: version, reason: '收取费用' },
    })
    expect((await toJoin()).entry).toMatchObject({ status: 'ended', booth: null })
    expect((await look(id)).entries).toEqual({ requested: 0, admitted: 3, waiting: 3 })
  })

  test('of two placements on one booth one stands, and the other is told who does; the database holds it too', async () => {
    const id = await announced({ isReviewed: false })
    for (let n = 0; n < 2; n++) await apply(await recruiting(), id)
    const [one, other] = await listed(id)
    const answers = await Promise.all(
      [one!, other!].map((entry) => onEntry('place', entry, { booth: 'B02', insteadOf: null })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('fair-booth-taken')
    const set = (booth: string | null) =>
      s.db.updateTable('fairEntries').set({ booth }).where('id', '=', other!.id).execute()
    const { stands } = await look(id)
    const held = stands.find(({ entryId }) => entryId === one!.id)!.booth
    await expect(set(held)).rejects.toMatchObject({ constraint: 'fair_entries_one_a_booth' })
    await expect(set('A02')).rejects.toMatchObject({ constraint: 'fair_entries_at_a_booth' })
    await expect(set(null)).rejects.toMatchObject({ constraint: 'fair_entries_admitted_have_a_booth' })
  })

  test('are read by no other employer and no college; what is a draft or called off is nobody’s else', async () => {
    const id = await announced()
    const [one, other] = [await recruiting(), await recruiting()]
    const { entry } = (await apply(one, id)).json()
    const params = { school, id: entry.id }
    expect((await other.employer.first.ask(entries.getEntry, { params })).statusCode).toBe(404)
    const college = await s.staff(school, 'college_reviewer', '01')
    expect((await college.first.ask(entries.getEntry, { params })).statusCode).toBe(404)
    expect((await college.first.ask(contract.getFair, { params: { school, id } })).statusCode).toBe(403)
    await act('call-off', id, { reason: '场地检修' })
    const toJoin = (by: typeof one) =>
      by.employer.first.ask(entries.getFairToJoin, { params: { school, id } })
    expect((await toJoin(one)).json()).toMatchObject({
      phase: 'called_off',
      reason: '场地检修',
      entry: { status: 'ended' },
    })
    expect((await toJoin(other)).statusCode).toBe(404)
    expect(await kindsOf(one.employer.first)).toContain('fair.called-off')
    const free = { ...sampleFair, venueIds: halls }
    const draft = await staff.first.call(contract.draftFair, { params: { school }, body: free })
    const { first } = await s.student(school)
    for (const ask of [visits.getMyFair, visits.signUpForFair] as const)
      expect((await first.ask(ask, { params: { school, id: draft.id } })).statusCode).toBe(404)
    expect((await apply(one, draft.id)).statusCode).toBe(404)
    const rows = await one.employer.first.call(entries.listFairsToJoin, {})
    expect(rows.items.map((row) => row.id)).toEqual([id])
  })
})

describe('students', () => {
  test('sign up, the last place is one’s, and each is counted once at however many doors', async () => {
    const id = await announced({ places: 1 })
    const people = [await s.student(school), await s.student(school), await s.student(school)]
    const params = { school, id }
    const answers = await Promise.all(people.map(({ first }) => first.ask(visits.signUpForFair, { params })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
    const inside = people[answers.findIndex(({ statusCode }) => statusCode === 200)]!
    const { ticket } = await inside.first.call(visits.getMyFair, { params })
    const { content } = await look(id)
    expect((await act('change', id, { ...content, places: 1 })).statusCode).toBe(200)
    s.setClock('2026-06-08T09:30:00+08:00')
    const count = (scan: object) =>
      staff.first.ask(visits.countFairArrivals, {
        params,
        body: { scans: [{ id: randomUUID(), at: '2026-06-08T01:30:00.000Z', ...scan }] },
      })
    const doors = await Promise.all(Array.from({ length: 10 }, () => count({ ticket })))
    expect(doors.map((answer) => answer.json().items[0].arrival).sort()).toEqual([
      'came',
      ...Array(9).fill('came-before'),
    ])
    const besides = people.find((one) => one !== inside)!
    await count({ studentNumber: besides.studentNumber })
    expect((await look(id)).counts).toEqual({ signedUp: 1, came: 1, cameBesides: 1, ...NO_GUESTS })
    const visitors = await staff.first.call(visits.listFairVisitors, { params, query: { visit: 'came' } })
    expect(visitors.total).toBe(2)
    const mine = await inside.first.call(visits.listMyFairs, { params: { school }, query: { fairs: 'mine' } })
    expect(mine.items).toMatchObject([{ id, isMine: true, phase: 'running' }])
    await s.db.deleteFrom('students').where('id', '=', inside.id).execute()
    expect((await look(id)).counts).toEqual({ signedUp: 0, came: 0, cameBesides: 1, ...NO_GUESTS })
  })

  test('who gives the place back gives it to another; who has signed up is told when it is called off', async () => {
    const id = await announced({ places: 1 })
    const [one, other] = [await s.student(school), await s.student(school)]
    const params = { school, id }
    await one.first.call(visits.signUpForFair, { params })
    await one.first.call(visits.leaveFair, { params })
    await other.first.call(visits.signUpForFair, { params })
    await act('move', id, {
      venueIds: [halls[0]],
      slot: { ...sampleFair.slot, from: '14:00', until: '17:00' },
      reason: '调整',
    })
    await act('call-off', id, { reason: '天气' })
    expect(await kindsOf(other.first)).toEqual(expect.arrayContaining(['fair.moved', 'fair.called-off']))
    expect(await kindsOf(one.first)).not.toContain('fair.moved')
    expect((await other.first.call(visits.getMyFair, { params })).isOff).toBe(true)
    expect((await one.first.ask(visits.getMyFair, { params })).statusCode).toBe(404)
  })
})

test('visitors read what is announced, with who stands where and what they bring', async () => {
  const id = await announced({ isReviewed: false })
  const one = await recruiting('算法工程师')
  await apply(one, id)
  const { address } = await look(id)
  const path = new URL(address, 'http://x').pathname.replace(`/s/${school}`, '')
  const shown = await page(path)
  expect(shown.statusCode).toBe(200)
  for (const said of ['A01', '算法工程师', sampleFair.title, `/jobs/${one.post}`, '2026-06-08 09:00–12:00'])
    expect(shown.body).toContain(said)
  expect(shown.body).not.toContain(sampleEntry.contact.phone)
  expect((await page('/fairs')).body).toContain(`/s/${school}/talks.ics`)
  for (const below of ['/fairs', '/sitemap.xml', '/talks.rss', `/employers/${one.employer.id}`])
    expect((await page(below)).body).toContain(path)
  expect((await page('/talks.ics')).body).toMatch(/DTSTART:20260608T010000Z/)
  // To be verified again, the employer keeps its booth; what it brings is not shown (L7).
  const verifiedUntil = (verifyDue: string) =>
    s.db.updateTable('admissions').set({ verifyDue }).where('employerId', '=', one.employer.id).execute()
  await verifiedUntil('2026-05-31')
  const paused = (await page(path)).body
  expect([paused.includes(one.employer.name), paused.includes('算法工程师')]).toEqual([true, false])
  expect(paused).toContain('暂停展示')
  await verifiedUntil('2026-12-01')
  expect((await page(path)).body).toContain('算法工程师')
  await act('call-off', id, { reason: '天气' })
  expect((await page(path)).statusCode).toBe(404)
  expect((await page('/talks.ics')).body).not.toContain('BEGIN:VEVENT')
})
