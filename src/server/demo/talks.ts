import { absenceActs } from '../../contracts/absences.ts'
import { countArrivals, getMyTalk, listMyTalks, signUp } from '../../contracts/talk-visits.ts'
import { requestTalk, talkActs } from '../../contracts/talks.ts'
import { addVenue, listVenues } from '../../contracts/venues.ts'
import { addDays } from '../../domain/day.ts'
import { type Slot, spanOf } from '../../domain/venue/slot.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Cast } from './cast.ts'
import { DEMO_EMPLOYERS } from './people.ts'

const EVERY_DAY = Array.from({ length: 7 }, () => ({ from: '08:00', until: '21:00' }))
const VENUES = [
  {
    name: '大学生活动中心报告厅',
    nameEn: 'Student Centre Auditorium',
    place: '主校区 3 号楼一层',
    placeEn: 'Main campus, building 3, ground floor',
    capacity: 300,
    setupMinutes: 30,
    hours: EVERY_DAY,
  },
  {
    name: '就业中心宣讲室',
    nameEn: 'Career Centre Lecture Room',
    place: '主校区行政楼 204',
    placeEn: 'Main campus, administration building 204',
    capacity: 80,
    setupMinutes: 15,
    hours: EVERY_DAY,
  },
]

/** Two talks that have been held, one to come, one that waits for a venue. */
const TALKS = {
  first: {
    by: 3,
    title: '数据岗位专场宣讲会',
    does: ['数据开发与分析岗位介绍', '实习转正的办法'],
    expected: 60,
  },
  held: {
    by: 0,
    title: '2026 届校园招聘宣讲会：研发与测试岗位',
    does: ['公司与团队介绍', '研发、测试、运维岗位的要求和培养计划', '与往届校友面对面交流'],
    expected: 120,
  },
  coming: {
    by: 1,
    title: '走进企业：应届毕业生招聘宣讲会',
    does: ['生产与质量岗位介绍', '薪酬福利与晋升通道', '现场答疑，可带简历'],
    expected: 60,
  },
  waiting: {
    by: 2,
    title: '春季补招宣讲会',
    does: ['补招岗位与要求', '面试安排说明'],
    expected: 40,
  },
} as const
type Talk = (typeof TALKS)[keyof typeof TALKS]

type Visits = { readonly signUp: readonly number[]; readonly came: readonly number[] }
type Holding = Visits & { readonly talk: Talk; readonly hall: string; readonly slot: Slot }
/** By place on the roster. */
const VISITS = {
  first: { signUp: [2, 3, 5], came: [2, 3] },
  held: { signUp: [0, 1, 2, 3, 5, 8], came: [0, 2, 3, 8] },
} as const satisfies Record<string, Visits>
const COMING = [0, 2, 4, 6]
const APPEALS = { by: 5, said: '当天下午到场了，入场时手机没电，没能出示入场码；同宿舍同学可以证明。' }

async function request(
  { school, hr }: Cast,
  { by, title, does, expected }: Talk,
  slot: Slot,
): Promise<string> {
  const { contactName: name, contactPhone: phone, contactEmail: email } = DEMO_EMPLOYERS[by]!.profile
  const { id } = await hr[by]!.call(requestTalk, {
    params: { school },
    body: {
      title,
      description: `<ul>${does.map((line) => `<li>${line}</li>`).join('')}</ul>`,
      expected,
      contact: { name: name ?? '', phone: phone ?? '', email: email ?? '' },
      wishes: [slot, { ...slot, day: addDays(slot.day, 1) }],
    },
  })
  return id
}
async function schedule({ school, reviewer }: Cast, id: string, venueId: string, slot: Slot, places: number) {
  const body = { seenVersion: 1, venueId, slot, places }
  await reviewer.call(talkActs.schedule, { params: { school, id }, body })
}
/** The tickets of those who sign up. */
const signUpAll = (school: string, id: string, who: readonly Visitor[]) =>
  Promise.all(who.map(async (student) => (await student.call(signUp, { params: { school, id } })).ticket!))

/** A talk in the hall, and what its door sends once that is over. */
async function hold(
  cast: Cast,
  { talk, hall, slot, signUp: who, came }: Holding,
): Promise<() => Promise<void>> {
  const { school, reviewer, students } = cast
  const id = await request(cast, talk, slot)
  await schedule(cast, id, hall, slot, 200)
  const tickets = await signUpAll(
    school,
    id,
    who.map((place) => students[place]!),
  )
  return async () => {
    const at = spanOf(slot).startsAt.toISOString()
    const scans = came.map((place) => ({
      id: crypto.randomUUID(),
      at,
      ticket: tickets[who.indexOf(place)]!,
    }))
    await reviewer.call(countArrivals, { params: { school, id }, body: { scans } })
  }
}

/** The school has halls; one employer comes in three days, one next week: answers what their doors send once that is over. */
export async function playHeldTalks(cast: Cast): Promise<Record<'first' | 'second', () => Promise<void>>> {
  const { school, administrator } = cast
  let venues: readonly { id: string; name: string }[] = []
  for (const body of VENUES) venues = (await administrator.call(addVenue, { params: { school }, body })).items
  const hall = venues.find(({ name }) => name === VENUES[0]!.name)!.id
  const slotIn = (days: number) => ({ day: addDays(cast.day(), days), from: '14:30', until: '16:30' })
  return {
    first: await hold(cast, { talk: TALKS.first, hall, slot: slotIn(3), ...VISITS.first }),
    second: await hold(cast, { talk: TALKS.held, hall, slot: slotIn(8), ...VISITS.held }),
  }
}

/** One who had signed up and did not come says why. */
export async function playAbsence({ school, students }: Cast): Promise<void> {
  const student = students[APPEALS.by]!
  const { items } = await student.call(listMyTalks, { params: { school }, query: { talks: 'mine' } })
  for (const { id } of items) {
    const { absence } = await student.call(getMyTalk, { params: { school, id } })
    const body = { seenVersion: 1, reason: APPEALS.said }
    if (absence) await student.call(absenceActs.appeal, { params: { school, id: absence.id }, body })
  }
}

/** Next week another comes, and one more asks. */
export async function playTalksToCome(cast: Cast): Promise<void> {
  const { school, reviewer, students } = cast
  const { items } = await reviewer.call(listVenues, { params: { school } })
  const room = items.find(({ name }) => name === VENUES[1]!.name)!.id
  const slot = { day: addDays(cast.day(), 7), from: '19:00', until: '20:30' }
  const id = await request(cast, TALKS.coming, slot)
  await schedule(cast, id, room, slot, 80)
  await signUpAll(
    school,
    id,
    COMING.map((place) => students[place]!),
  )
  await request(cast, TALKS.waiting, { ...slot, day: addDays(cast.day(), 9) })
}
