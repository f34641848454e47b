import { applyForBooth, entryActs, getFairToJoin } from '../../contracts/fair-entries.ts'
import { signUpForFair } from '../../contracts/fair-visits.ts'
import { draftFair, fairActs } from '../../contracts/fairs.ts'
import { setFairGuestPlaces } from '../../contracts/guests.ts'
import { listVenues } from '../../contracts/venues.ts'
import { addDays } from '../../domain/day.ts'
import type { Cast } from './cast.ts'
import { DEMO_EMPLOYERS } from './people.ts'

/** Who signs up, by place among the employers, of those whose posts are shown; and how many of them the school has let in. */
const EMPLOYERS = [8, 9, 11]
const LET_IN = 2
/** By place on the roster. */
const STUDENTS = [0, 1, 3, 5]
const POSTS_EACH = 2
/** Places for students of other schools. */
const GUESTS = 50

/** In two weeks a fair is held in all halls: employers and students have signed up, and one employer waits for the school. */
export async function playFairToCome(cast: Cast): Promise<void> {
  const { school, reviewer, employer, students } = cast
  const { items: venues } = await reviewer.call(listVenues, { params: { school } })
  const { id } = await reviewer.call(draftFair, {
    params: { school },
    body: {
      title: '毕业生春季双选会',
      description: '<p>请带简历与学生证；现场可与单位面谈，当天公布面试安排。</p>',
      applyFrom: cast.day(),
      applyUntil: addDays(cast.day(), 10),
      isReviewed: true,
      places: 600,
      plan: { rows: 3, columns: 5, leftOut: ['B03'] },
      venueIds: venues.map((venue) => venue.id),
      slot: { day: addDays(cast.day(), 14), from: '09:00', until: '12:00' },
    },
  })
  const params = { school, id }
  await reviewer.call(fairActs.announce, { params, body: { seenVersion: 1 } })
  for (const [order, by] of EMPLOYERS.entries()) {
    const { contactName: name, contactPhone: phone, contactEmail: email } = DEMO_EMPLOYERS[by]!.profile
    const contact = { name: name ?? '', phone: phone ?? '', email: email ?? '' }
    const hr = await employer(by)
    const { posts } = await hr.call(getFairToJoin, { params })
    const body = {
      posts: posts.slice(0, POSTS_EACH).map(({ shortId }) => shortId),
      contact,
      people: [contact.name],
    }
    const { entry } = await hr.call(applyForBooth, { params, body })
    if (order < LET_IN)
      await reviewer.call(entryActs['let-in'], {
        params: { school, id: entry!.id },
        body: { seenVersion: 1 },
      })
  }
  await reviewer.call(setFairGuestPlaces, { params, body: { places: GUESTS, seenPlaces: 0 } })
  for (const place of STUDENTS) await students[place]!.call(signUpForFair, { params })
}
