import { draftFair, fairActs } from '../../contracts/fairs.ts'
import { ownPostActs, postActs, writePost } from '../../contracts/posts.ts'
import type { Visitor } from '../http/visitor.ts'
import { samplePost } from './sample-post.ts'

/** A Monday to come. */
export const FAIR_DAY = '2026-06-08'
/** A fair as a school plans it, but for its venues. */
export const sampleFair = {
  title: '2026 届毕业生双选会',
  description: '<p>面向应届毕业生，请携带简历。</p>',
  applyFrom: '2026-06-01',
  applyUntil: '2026-06-05',
  isReviewed: true,
  places: 500,
  plan: { rows: 2, columns: 3, leftOut: ['A02'] },
  slot: { day: FAIR_DAY, from: '09:00', until: '12:00' },
}
export const sampleEntry = {
  contact: { name: '李老师', phone: '027-81234567', email: 'hr@example.com' },
  people: ['李明', '王芳'],
}

/** A fair of a school that is announced, by its id. */
export async function givenFair(
  administrator: Visitor,
  school: string,
  venueIds: readonly string[],
  change: Partial<typeof sampleFair> = {},
): Promise<string> {
  const body = { ...sampleFair, ...change, venueIds: [...venueIds] }
  const { id } = await administrator.call(draftFair, { params: { school }, body })
  await administrator.call(fairActs.announce, { params: { school, id }, body: { seenVersion: 1 } })
  return id
}

/** A post of an employer that a school shows, by its short id. */
export async function givenPost(employer: Visitor, reviewer: Visitor, school: string, change: object = {}) {
  const { id, version } = await employer.call(writePost, { body: { ...samplePost, ...change } })
  const submitted = { seenVersion: version, schools: [school] }
  await employer.call(ownPostActs.submit, { params: { id }, body: submitted })
  const at = { params: { school, id }, body: { seenVersion: 1 } }
  const { address } = await reviewer.call(postActs.publish, at)
  return address.split('/').at(-1)!
}
