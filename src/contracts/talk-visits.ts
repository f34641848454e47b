import { z } from 'zod'
import { MARK } from '../domain/mark.ts'
import { ARRIVALS, TICKET_LENGTH } from '../domain/talk/visit.ts'
import { instant, keyParams, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import { studentBrief } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { attendanceCounts, talkPlaced } from './talks.ts'
import { search, studentNumber } from './typed.ts'

const tags = ['talks']

/** A talk that a student may go to. */
const openTalk = z.object({
  id: z.uuid(),
  shortId: z.string(),
  title: z.string(),
  employer: z.string(),
  employerId: z.uuid(),
  placed: talkPlaced,
  signedUp: z.int(),
  /** It was called off since. */
  isOff: z.boolean(),
  isMine: z.boolean(),
  /** When the student was counted at the door. */
  cameAt: instant.nullable(),
})
export type OpenTalk = z.infer<typeof openTalk>
const myTalk = openTalk.extend({
  description: z.string(),
  /** What the student's code says; null where they have not signed up. */
  ticket: z.string().nullable(),
  reason: z.string().nullable(),
  /** It takes who signs up, or lets go who has. */
  isOpen: z.boolean(),
  serverTime: instant,
})
export type MyTalk = z.infer<typeof myTalk>

const after = z.union([z.literal(''), z.string().regex(MARK)]).default('')

export const listMyTalks = {
  method: 'GET',
  url: '/api/schools/:school/my/talks',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Talks to come, the next first; or those of the student, the latest first',
    params: schoolParams,
    querystring: z.object({ talks: z.enum(['open', 'mine']).default('open'), after }),
    response: { 200: z.object({ items: z.array(openTalk), next: z.string().nullable() }) },
  },
} as const satisfies Endpoint

const ofStudent = <const Method extends 'GET' | 'POST'>(method: Method, verb: string, summary: string) =>
  ({
    method,
    url: `/api/schools/:school/my/talks/:id${verb}`,
    config: { access: 'student' },
    schema: { tags, summary, params: keyParams, response: { 200: myTalk } },
  }) as const satisfies Endpoint
export const getMyTalk = ofStudent(
  'GET',
  '',
  'A talk as a student reads it, with the code that is shown at the door',
)
export const signUp = ofStudent('POST', '/sign-up', 'Sign up, as far as there are places; once is enough')
export const leaveTalk = ofStudent('POST', '/leave', 'Give the place back, until it begins')

/** As many as a device sends at once. */
export const SCANS_AT_ONCE = 200
/** One that a door has counted: by the ticket in a code, or by the student's number, typed. */
const scan = z.object({
  /** The device's own, so that sending again is not counting again. */
  id: uuid,
  at: instant,
  ticket: z
    .string()
    .regex(/^[a-z0-9]+$/)
    .length(TICKET_LENGTH)
    .optional()
    .meta({ examples: ['abcdefghjkmnpqrstuvw'] }),
  studentNumber: studentNumber.optional(),
})
const arrived = z.object({
  id: z.uuid(),
  arrival: z.enum(ARRIVALS),
  /** Null where nobody is known by it. */
  student: studentBrief.nullable(),
  hadSignedUp: z.boolean(),
  /** When they were counted first. */
  cameAt: instant.nullable(),
})
export type Arrived = z.infer<typeof arrived>

export const countArrivals = {
  method: 'POST',
  url: '/api/schools/:school/talks/:id/arrivals',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Count who came, each once; what a device counted without a line comes later',
    params: keyParams,
    body: z.object({ scans: z.array(scan).min(1).max(SCANS_AT_ONCE) }),
    response: { 200: z.object({ items: z.array(arrived), counts: attendanceCounts }) },
  },
} as const satisfies Endpoint

export const listVisitors = {
  method: 'GET',
  url: '/api/schools/:school/talks/:id/visitors',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Who has signed up or came, by number; and how many',
    params: keyParams,
    querystring: paging.extend({ q: search, visit: z.enum(['all', 'came', 'missing']).default('all') }),
    response: {
      200: pageOf(
        z.object({
          id: z.uuid(),
          student: studentBrief,
          signedUpAt: instant.nullable(),
          cameAt: instant.nullable(),
        }),
      ).extend({ counts: attendanceCounts }),
    },
  },
} as const satisfies Endpoint
