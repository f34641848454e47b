import { z } from 'zod'
import { INTERVIEW_WAYS } from '../domain/interview/case.ts'
import { INTERVIEW_STATUSES, interviewLife } from '../domain/interview/life.ts'
import { GAP, MINUTES, SLOTS } from '../domain/interview/slots.ts'
import { LONGEST } from '../domain/longest.ts'
import { MARK } from '../domain/mark.ts'
import { day, dayOf, instant, keyParams, schoolNamed, schoolParams, uuid } from './atoms.ts'
import { act, actsOn } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { finding } from './posts.ts'
import { batch, outcomes } from './review.ts'
import { fileItself, language } from './sheets.ts'
import { line, optionalText } from './typed.ts'

const tags = ['interviews']
const interviewStatus = z.enum(INTERVIEW_STATUSES)

const meeting = {
  manner: z.enum(INTERVIEW_WAYS),
  /** The room, or how the line is reached. */
  place: line(LONGEST.place),
  note: optionalText(LONGEST.reason),
}
const timing = {
  /** When each of the times begins; they lie beside each other. */
  begins: z.array(instant).min(SLOTS.least).max(SLOTS.most),
  /** How long the interview lasts. */
  minutes: z.int().min(MINUTES.least).max(MINUTES.most),
  /** How many minutes stay free after each. */
  gap: z.int().min(GAP.least).max(GAP.most).default(0),
}
/** What is given to an applicant. */
export const proposal = z.object({ ...meeting, ...timing })
const span = { beginsAt: instant, endsAt: instant }
/** Another interview of the same student; read by nobody else. */
const other = z.object({ ...span, title: z.string(), employer: z.string() })
export type OtherInterview = z.infer<typeof other>

const interviewRow = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  school: schoolNamed,
  title: z.string(),
  employer: z.string(),
  student: z.string(),
  status: interviewStatus,
  version: z.int(),
  manner: z.enum(INTERVIEW_WAYS),
  place: z.string(),
  /** Of the time that was taken; null while none is. */
  beginsAt: instant.nullable(),
  endsAt: instant.nullable(),
  changedAt: instant,
})
export type InterviewRow = z.infer<typeof interviewRow>

/** An interview as a part of its application's page. */
export const interviewView = interviewRow.extend({
  note: z.string(),
  /** The last words of either side. */
  reason: z.string().nullable(),
  /** What the school's lists find in the note; empty to the student. */
  findings: z.array(finding),
  slots: z.array(z.object({ id: z.uuid(), ...span, isFree: z.boolean(), overlaps: z.array(other) })),
  /** What else of the student's lies within the time that was taken; empty to the employer. */
  overlaps: z.array(other),
  actions: z.array(z.enum(interviewLife.offers)),
})
export type InterviewView = z.infer<typeof interviewView>

export const proposeInterviews = {
  method: 'POST',
  url: '/api/schools/:school/interviews',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Give applicants times for an interview: each time is one student’s, whoever takes it first',
    params: schoolParams,
    /** Applications of this school, and the versions that were read of them. */
    body: batch.extend(proposal.shape),
    response: { 200: outcomes },
  },
} as const satisfies Endpoint

const on = actsOn('interviews', interviewView)
export const interviewActs = {
  pick: on(
    'pick',
    'student',
    'Take one of the times; one that lies within another interview is told of, not refused',
    act.pick({ seenVersion: true }).extend({ slotId: uuid }),
  ),
  ask: on('ask', 'student', 'Ask for another time, in words; what was taken is free again', act),
  decline: on('decline', 'student', 'Decline the interview; the application goes on', act),
  change: on(
    'change',
    'employer',
    'Give other times; what was taken is free again',
    act.extend(proposal.shape),
  ),
  relocate: on('relocate', 'employer', 'At the same time, elsewhere', act.extend(meeting)),
  cancel: on('cancel', 'employer', 'Call it off, in words; the application goes on', act),
} as const satisfies Record<(typeof interviewLife.offers)[number], Endpoint>

const after = z.union([z.literal(''), z.string().regex(MARK)]).default('')
const page = z.object({ items: z.array(interviewRow), next: z.string().nullable() })

export const listMyInterviews = {
  method: 'GET',
  url: '/api/schools/:school/my/interviews',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The student’s interviews, what was changed last first',
    params: schoolParams,
    querystring: z.object({ after }),
    response: { 200: page },
  },
} as const satisfies Endpoint

export const listInterviews = {
  method: 'GET',
  url: '/api/employer/interviews',
  config: { access: 'employer', token: 'recruiting.read' },
  schema: {
    tags,
    summary:
      'The employer’s interviews: those that are fixed by their time, those whose students ask for other times, or those that wait for the student',
    querystring: z.object({
      which: z.enum(['fixed', 'asked', 'waiting']).default('fixed'),
      /** The first day in China of those that are fixed; today where it is left out. */
      from: dayOf('season').optional(),
      after,
    }),
    response: { 200: page.extend({ from: day, asked: z.int() }) },
  },
} as const satisfies Endpoint

export const interviewCalendar = {
  method: 'GET',
  url: '/api/schools/:school/interviews/:id/calendar',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'An interview that is fixed, for a calendar (RFC 5545)',
    params: keyParams,
    querystring: z.object({ language }),
    produces: ['text/calendar'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint
