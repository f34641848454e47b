import { z } from 'zod'
import { ANNOUNCEMENT_STATUSES, announcementLife } from '../domain/announcement/life.ts'
import { LONGEST } from '../domain/longest.ts'
import { dayOf, instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile, evidenceIds } from './evidence.ts'
import { finding } from './posts.ts'
import { line, optionalLine, optionalRichText, richText, search } from './typed.ts'

const tags = ['announcements']
const status = z.enum(ANNOUNCEMENT_STATUSES)
const said = {
  title: line(LONGEST.title),
  titleEn: optionalLine(LONGEST.title),
  /** HTML; what of it is safe is kept. */
  body: richText,
  bodyEn: optionalRichText,
  /** Who says it, as visitors read it. */
  author: line(LONGEST.organisation),
  /** Stays above the others. */
  pinned: z.boolean(),
  evidence: evidenceIds,
}

const brief = z.object({
  id: z.uuid(),
  title: z.string(),
  author: z.string(),
  status,
  pinned: z.boolean(),
  /** Published, and anybody may read it only from a later day on. */
  toCome: z.boolean(),
  shownFrom: instant.nullable(),
  changedAt: instant,
})

export const announcement = brief.extend({
  school: schoolNamed,
  version: z.int(),
  titleEn: z.string(),
  body: z.string(),
  bodyEn: z.string(),
  evidence: z.array(evidenceFile),
  /** Where visitors read it, once they may. */
  address: z.string(),
  /** What the school's lists find in it: to be looked at again, nothing is refused (L11). */
  findings: z.array(finding),
  actions: z.array(z.enum(announcementLife.offers)),
  timeline: z.array(timelineEntry),
})

export const listAnnouncements = {
  method: 'GET',
  url: '/api/schools/:school/announcements',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'The school’s announcements 通知公告, drafts and withdrawn ones among them',
    params: schoolParams,
    querystring: paging.extend({ q: search, status: status.optional() }),
    response: { 200: pageOf(brief) },
  },
} as const satisfies Endpoint

export const getAnnouncement = {
  method: 'GET',
  url: '/api/schools/:school/announcements/:id',
  config: { access: 'reviewer' },
  schema: { tags, summary: 'An announcement', params: keyParams, response: { 200: announcement } },
} as const satisfies Endpoint

export const writeAnnouncement = {
  method: 'POST',
  url: '/api/schools/:school/announcements',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Write an announcement: a draft, which nobody else reads',
    params: schoolParams,
    body: z.object(said),
    response: { 200: announcement },
  },
} as const satisfies Endpoint

const on = actsOn('announcements', announcement)
export const announcementActs = {
  edit: on(
    'edit',
    'reviewer',
    'Change it; a published one at once for everybody',
    z.object({ ...act.pick({ seenVersion: true }).shape, ...said }),
  ),
  publish: on(
    'publish',
    'reviewer',
    'Let anybody read it, at once or from a later day on',
    act.pick({ seenVersion: true }).extend({ shownOn: dayOf('ahead').nullable() }),
  ),
  withdraw: on('withdraw', 'reviewer', 'Take it off the public site, at once', act),
} as const satisfies Record<(typeof announcementLife.offers)[number], Endpoint>
