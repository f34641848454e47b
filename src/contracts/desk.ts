import { z } from 'zod'
import { admissionRow } from './admissions.ts'
import { agreementRow } from './agreements.ts'
import { instant, schoolParams } from './atoms.ts'
import { correctionRow } from './corrections.ts'
import { destinationRow } from './destinations.ts'
import { dissolutionRow } from './dissolutions.ts'
import type { Endpoint } from './endpoint.ts'
import { recommendationRow } from './recommendations.ts'

/** What waits for this reviewer in one queue. */
const waiting = z.object({
  waiting: z.int(),
  /** How many of them have waited long (`LONG_HOURS`). */
  long: z.int(),
  /** Since when the oldest of them waits. */
  oldestSince: instant.nullable(),
})

/** The queues, by what waits in them. */
export type Queue =
  | 'agreements'
  | 'dissolutions'
  | 'destinations'
  | 'corrections'
  | 'recommendations'
  | 'admissions'
  | 'posts'
  | 'talks'

export const getDesk = {
  method: 'GET',
  url: '/api/schools/:school/desk',
  config: { access: 'staff' },
  schema: {
    tags: ['reviews'],
    summary: 'What waits for this reviewer, by queue, and what of the parties is due',
    params: schoolParams,
    response: {
      200: z.object({
        agreements: waiting,
        dissolutions: waiting.extend({ answersDueToday: z.int() }),
        destinations: waiting,
        corrections: waiting,
        recommendations: waiting,
        /** Employers that ask to be admitted; null to a college, which does not decide it. */
        admissions: waiting.extend({ verificationsOverdue: z.int() }).nullable(),
        /** Job posts; null to a college, too. */
        posts: waiting.nullable(),
        /** Campus talks; null to a college, too. */
        talks: waiting.nullable(),
        /** Employers that wait to be let in to a fair; null to a college, too. */
        fairEntries: z.object({ waiting: z.int() }).nullable(),
        /** Appeals against absences, counted as reports are. Null to a college, too. */
        absences: z.object({ waiting: z.int(), overdue: z.int() }).nullable(),
        /** Reports of job posts; `overdue`: nobody has answered by their day. Null to a college, too. */
        postReports: z.object({ waiting: z.int(), overdue: z.int() }).nullable(),
        /** Truth checks that wait for this reviewer. */
        checks: z.int(),
        /** What graduates object to, counted as reports are; null to a college, round which it goes. */
        objections: z.object({ waiting: z.int(), overdue: z.int() }).nullable(),
        /** Requests about data, as far as this person answers them; counted as reports are. Null to a college, too. */
        privacyRequests: z.object({ waiting: z.int(), overdue: z.int() }).nullable(),
      }),
    },
  },
} as const satisfies Endpoint

export type Desk = z.infer<(typeof getDesk.schema.response)[200]>

/** Of each queue as many cases as a first page shows. */
export const OLDEST = 3
export const listOldest = {
  method: 'GET',
  url: '/api/schools/:school/desk/oldest',
  config: { access: 'staff' },
  schema: {
    tags: ['reviews'],
    summary: 'The cases that have waited longest for this reviewer, of each queue',
    params: schoolParams,
    response: {
      200: z.object({
        agreements: z.array(agreementRow),
        dissolutions: z.array(dissolutionRow),
        destinations: z.array(destinationRow),
        corrections: z.array(correctionRow),
        recommendations: z.array(recommendationRow),
        /** Null to a college. */
        admissions: z.array(admissionRow).nullable(),
      }),
    },
  },
} as const satisfies Endpoint
