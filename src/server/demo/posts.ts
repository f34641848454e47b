import { keepJob } from '../../contracts/jobs.ts'
import { reportActs, reportPost } from '../../contracts/post-reports.ts'
import * as contract from '../../contracts/posts.ts'
import { addDays } from '../../domain/day.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Cast } from './cast.ts'
import { FURTHER_POSTS } from './further-posts.ts'
import { DEMO_EMPLOYERS } from './people.ts'
import { type DemoPost, type Moment, POSTS } from './post-texts.ts'

/** Fates to which the school's publishing leads first. */
const GOES_PUBLIC: readonly string[] = ['published', 'changed', 'closed', 'taken-down']

const itemsOf = (lines: readonly string[]) => lines.map((line) => `<li>${line}</li>`).join('')
const described = ({ does, needs }: DemoPost) =>
  `<p><strong>做什么</strong></p><ul>${itemsOf(does)}</ul>${
    needs.length === 0 ? '' : `<p><strong>希望您</strong></p><ul>${itemsOf(needs)}</ul>`
  }`

/** What a post says when it is written on this day. */
function saidOf(post: DemoPost, day: string) {
  const { by, title, category, headcount, education, benefits } = post
  const [from, to, months = 12] = post.pay
  const {
    contactName: name = '',
    contactPhone: phone = '',
    contactEmail: email = '',
  } = DEMO_EMPLOYERS[by]!.profile
  return {
    title,
    category,
    work: post.work ?? ('full-time' as const),
    headcount,
    pay: { from, to, months },
    regions: [...post.regions],
    education,
    majors: [...post.majors],
    description: described(post),
    benefits,
    contact: { name, phone, email, shown: post.contactShown ?? true },
    audience: post.audience ?? ('anybody' as const),
    shownOn: post.shownInDays === undefined ? null : addDays(day, post.shownInDays),
    lastDay: addDays(day, post.lastsDays),
  }
}

/** A student reports a post that is published; the school looks into it, or has not yet. */
async function playReport({ school, reviewer, students }: Cast, { reported }: DemoPost, id: string) {
  if (!reported) return
  const { address } = await reviewer.call(contract.getPost, { params: { school, id } })
  const shortId = new URL(address).pathname.split('/').at(-1) ?? ''
  const by = students[reported.by]!
  await by.call(keepJob, { params: { school, shortId } })
  const report = await by.call(reportPost, {
    params: { school, shortId },
    body: { reportGround: reported.ground, reportText: reported.said },
  })
  if (reported.answered)
    await reviewer.call(reportActs.dismiss, {
      params: { school, id: report.id },
      body: { seenVersion: 1, reason: reported.answered },
    })
}

/** The job posts that are written at this moment of the story, as far as each comes then. */
export async function playPosts(cast: Cast, moment: Moment): Promise<void> {
  const { school, reviewer, employer, day } = cast
  const posts = [...POSTS, ...FURTHER_POSTS].filter((post) => post.moment === moment)
  const members = new Map<number, Visitor>()
  for (const by of new Set(posts.map((post) => post.by))) members.set(by, await employer(by))

  const written: { post: DemoPost; author: Visitor; id: string; seenVersion: number }[] = []
  for (const post of posts) {
    const author = members.get(post.by)!
    const { id, version } = await author.call(contract.writePost, { body: saidOf(post, day()) })
    written.push({ post, author, id, seenVersion: version })
  }
  for (const one of written.filter(({ post }) => post.fate.is !== 'draft')) {
    const { author, id, seenVersion } = one
    const body = { seenVersion, schools: [school] }
    one.seenVersion = (await author.call(contract.ownPostActs.submit, { params: { id }, body })).version
  }
  const items = written
    .filter(({ post }) => GOES_PUBLIC.includes(post.fate.is))
    .map(({ id }) => ({ id, seenVersion: 1 }))
  if (items.length > 0) await reviewer.call(contract.publishPosts, { params: { school }, body: { items } })

  for (const { post, id } of written) await playReport(cast, post, id)
  for (const { post, author, id, seenVersion } of written) {
    const { fate } = post
    const here = { school, id }
    if (fate.is === 'questioned')
      await reviewer.call(contract.postActs.ask, {
        params: here,
        body: { seenVersion: 1, reason: fate.reason },
      })
    if (fate.is === 'returned')
      await reviewer.call(contract.postActs.return, {
        params: here,
        body: { seenVersion: 1, reason: fate.reason },
      })
    if (fate.is === 'rejected') {
      const { reason, rejection } = fate
      const body = { seenVersion: 1, reason, rejection, mayRetry: true }
      await reviewer.call(contract.postActs.reject, { params: here, body })
    }
    if (fate.is === 'taken-down')
      await reviewer.call(contract.postActs['take-down'], {
        params: here,
        body: { seenVersion: 2, reason: fate.reason },
      })
    if (fate.is === 'changed') {
      const body = { ...saidOf(post, day()), benefits: fate.benefits, seenVersion }
      await author.call(contract.ownPostActs.edit, { params: { id }, body })
    }
    if (fate.is === 'closed')
      await author.call(contract.ownPostActs.close, { params: { id }, body: { seenVersion } })
  }
}
