import { z } from 'zod'
import { ABSENCE_STATUSES } from '../domain/absence/life.ts'
import { ARRIVALS, TICKET_LENGTH } from '../domain/visit/visit.ts'
import { instant, keyParams, pageOf, paging, uuid } from './atoms.ts'
import { studentBrief } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { search, studentNumber } from './typed.ts'

/** Of the school's students: how many have signed up, came of those, and came besides; of others: how many have a place, and came. */
export const attendanceCounts = z.object({
  signedUp: z.int(),
  came: z.int(),
  cameBesides: z.int(),
  guests: z.int(),
  guestsCame: z.int(),
})
export type AttendanceCounts = z.infer<typeof attendanceCounts>
/** From when until when the door counts who comes. */
export const doorHours = z.object({ opens: instant, closes: instant })

/** What a student's own part in an event is. */
export const ownVisit = {
  signedUp: z.int(),
  /** It was called off since. */
  isOff: z.boolean(),
  isMine: z.boolean(),
  /** When the student was counted at the door. */
  cameAt: instant.nullable(),
}
/** And what else the page of one event says of it. */
export const ownVisitWhole = {
  /** What the student's code says; null where they have not signed up. */
  ticket: z.string().nullable(),
  reason: z.string().nullable(),
  /** It takes who signs up, or lets go who has. */
  isOpen: z.boolean(),
  /** The student had signed up and was not counted; null otherwise, and until it is known. */
  absence: z.object({ id: z.uuid(), status: z.enum(ABSENCE_STATUSES) }).nullable(),
  /** The student did not come so often within so many days, and signs up for nothing before this day; null: they may. */
  block: z.object({ limit: z.int(), days: z.int(), day: z.string() }).nullable(),
  serverTime: instant,
}
const ownVisitSaid = z.object(ownVisitWhole)
export type OwnVisitWhole = z.infer<typeof ownVisitSaid>

type Folder = 'talks' | 'fairs'
/** What a student reads and does of one event. */
export const ofStudentIn =
  <View extends z.ZodType, const F extends Folder>(folder: F, view: View) =>
  <const Method extends 'GET' | 'POST'>(method: Method, verb: string, summary: string) =>
    ({
      method,
      url: `/api/schools/:school/my/${folder}/:id${verb}`,
      config: { access: 'student' },
      schema: { tags: [folder], summary, params: keyParams, response: { 200: view } },
    }) as const satisfies Endpoint

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

export const countArrivalsAt = <const F extends Folder>(folder: F) =>
  ({
    method: 'POST',
    url: `/api/schools/:school/${folder}/:id/arrivals`,
    config: { access: 'reviewer' },
    schema: {
      tags: [folder],
      summary: 'Count who came, each once; what a device counted without a line comes later',
      params: keyParams,
      body: z.object({ scans: z.array(scan).min(1).max(SCANS_AT_ONCE) }),
      response: { 200: z.object({ items: z.array(arrived), counts: attendanceCounts }) },
    },
  }) as const satisfies Endpoint

export const listVisitorsAt = <const F extends Folder>(folder: F) =>
  ({
    method: 'GET',
    url: `/api/schools/:school/${folder}/:id/visitors`,
    config: { access: 'reviewer' },
    schema: {
      tags: [folder],
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
  }) as const satisfies Endpoint
