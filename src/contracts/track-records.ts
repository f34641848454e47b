import { z } from 'zod'
import { GROUND_CODES } from '../domain/dissolution/grounds.ts'
import { MARK } from '../domain/mark.ts'
import { POST_STATUSES } from '../domain/post/life.ts'
import { REPORT_GROUNDS } from '../domain/post-report/life.ts'
import { TALK_STATUSES } from '../domain/talk/life.ts'
import { admissionStatus, decision } from './admissions.ts'
import { instant, keyParams, schoolNamed } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { answerRate } from './jobs.ts'

const shared = {
  /** Of the case that it comes from; of an admission, of the employer. */
  id: z.uuid(),
  at: instant,
  school: schoolNamed,
  title: z.string().nullable(),
  reason: z.string().nullable(),
}
/** Something that has happened, when, and where it can be read. */
export const trackFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('admission'), what: decision.shape.decision, ...shared }),
  z.object({ kind: z.literal('post'), what: z.enum(POST_STATUSES), ...shared }),
  z.object({ kind: z.literal('post-report'), what: z.enum(REPORT_GROUNDS), ...shared }),
  z.object({ kind: z.literal('dissolution'), what: z.enum(GROUND_CODES), ...shared }),
  z.object({ kind: z.literal('talk'), what: z.enum(TALK_STATUSES), ...shared }),
])
export type TrackFact = z.output<typeof trackFact>

/** Facts and no score: what the school itself has seen, and what other schools have decided and why. */
const trackRecord = z.object({
  id: z.uuid(),
  employer: z.object({ name: z.string(), creditCode: z.string() }),
  status: admissionStatus,
  /** Posts at this school by how they stand. */
  posts: z.partialRecord(z.enum(POST_STATUSES), z.int()),
  answerRate,
  /** How many of which; talks that were held apart from those called off. */
  counts: z.object({
    reports: z.int(),
    dissolutions: z.int(),
    talksHeld: z.int(),
    talksCalledOff: z.int(),
  }),
  /** The latest first. */
  facts: z.array(trackFact),
  next: z.string().nullable(),
})

export const getTrackRecord = {
  method: 'GET',
  url: '/api/schools/:school/admissions/:id/track-record',
  config: { access: 'reviewer' },
  schema: {
    tags: ['employers'],
    summary: 'What an employer that has asked this school has done here, and what schools have decided on it',
    params: keyParams,
    querystring: z.object({ after: z.union([z.literal(''), z.string().regex(MARK)]).default('') }),
    response: { 200: trackRecord },
  },
} as const satisfies Endpoint
