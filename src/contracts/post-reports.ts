import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { POST_STATUSES } from '../domain/post/life.ts'
import { postReportLife, REPORT_GROUNDS, REPORT_STATUSES } from '../domain/post-report/life.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { shortPostParams } from './jobs.ts'
import { postContent } from './posts.ts'
import { optionalText, search, text } from './typed.ts'

const tags = ['post-reports']
const reportStatus = z.enum(REPORT_STATUSES)
const reportGround = z.enum(REPORT_GROUNDS)

const reportRow = z.object({
  id: z.uuid(),
  /** Of the post, and its employer's name, as they were when it was reported. */
  title: z.string(),
  employer: z.string(),
  student: studentBrief,
  reportGround,
  isUrgent: z.boolean(),
  status: reportStatus,
  version: z.int(),
  reportedAt: instant,
  /** The last day on which the school answers. */
  answerBy: z.string(),
  /** Nobody has answered by then. */
  overdue: z.boolean(),
})
export type ReportRow = z.infer<typeof reportRow>

export const reportView = reportRow.extend({
  school: schoolNamed,
  /** The student's words. */
  said: z.string(),
  /** The school's, to the student. */
  answer: z.string().nullable(),
  endedAt: instant.nullable(),
  /** The post as it stood when it was reported, and its SHA-256 in hex. */
  content: postContent,
  /** SHA-256 of what is kept of the post; null for who has reported. */
  contentHash: z.string().nullable(),
  /** What its codes are called. */
  names: z.record(z.string(), z.object({ name: z.string(), nameEn: z.string() })),
  post: z.object({
    id: z.uuid(),
    status: z.enum(POST_STATUSES),
    /** It says something else by now. */
    isChanged: z.boolean(),
    /** Upholding the report takes it down. */
    isToTakeDown: z.boolean(),
  }),
  actions: z.array(z.enum(postReportLife.offers)),
  timeline: z.array(timelineEntry),
})
export type ReportView = z.infer<typeof reportView>

export const reportPost = {
  method: 'POST',
  url: '/api/schools/:school/my/jobs/:shortId/report',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Report a job post to the school, which keeps it as it stands',
    params: shortPostParams,
    body: z.object({ reportGround, reportText: text(LONGEST.reason) }),
    response: { 200: reportView },
  },
} as const satisfies Endpoint

export const listMyReports = {
  method: 'GET',
  url: '/api/schools/:school/my/post-reports',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The job posts that the student has reported, newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(reportRow) },
  },
} as const satisfies Endpoint

export const listReports = {
  method: 'GET',
  url: '/api/schools/:school/post-reports',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Reports of job posts; `mine` waits for the school, by the day of its answer',
    params: schoolParams,
    querystring: paging.extend({ q: search, queue: z.enum(['mine', 'all']).default('mine') }),
    response: { 200: pageOf(reportRow) },
  },
} as const satisfies Endpoint

export const getReport = {
  method: 'GET',
  url: '/api/schools/:school/post-reports/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'A report with the post as it was, for who has reported and for who decides',
    params: keyParams,
    response: { 200: reportView },
  },
} as const satisfies Endpoint

const on = actsOn('post-reports', reportView)
export const reportActs = {
  withdraw: on('withdraw', 'student', 'Withdraw it before the school has answered', act),
  uphold: on(
    'uphold',
    'reviewer',
    'Find it right: the post is taken down where it is not over, and all who have reported it are told',
    /** `takeDown`: the words that the employer reads; they say nothing of who has reported. */
    act.extend({ takeDown: optionalText(LONGEST.reason).optional() }),
  ),
  dismiss: on('dismiss', 'reviewer', 'Find it wrong, and say why: the post stays', act),
} as const satisfies Record<(typeof postReportLife.offers)[number], Endpoint>
