import { z } from 'zod'
import { MARK } from '../domain/mark.ts'
import { schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { talkPlaced } from './talks.ts'
import { countArrivalsAt, listVisitorsAt, ofStudentIn, ownVisit, ownVisitWhole } from './visits.ts'

/** A talk that a student may go to. */
const openTalk = z.object({
  id: z.uuid(),
  shortId: z.string(),
  title: z.string(),
  employer: z.string(),
  employerId: z.uuid(),
  placed: talkPlaced,
  /** Not shown to others just now: its employer is to be verified again (L7). */
  isPaused: z.boolean(),
  ...ownVisit,
})
export type OpenTalk = z.infer<typeof openTalk>
const myTalk = openTalk.extend({ description: z.string(), ...ownVisitWhole })
export type MyTalk = z.infer<typeof myTalk>

const after = z.union([z.literal(''), z.string().regex(MARK)]).default('')

export const listMyTalks = {
  method: 'GET',
  url: '/api/schools/:school/my/talks',
  config: { access: 'student' },
  schema: {
    tags: ['talks'],
    summary: 'Talks to come, the next first; or those of the student, the latest first',
    params: schoolParams,
    querystring: z.object({ talks: z.enum(['open', 'mine']).default('open'), after }),
    response: { 200: z.object({ items: z.array(openTalk), next: z.string().nullable() }) },
  },
} as const satisfies Endpoint

const ofStudent = ofStudentIn('talks', myTalk)
export const getMyTalk = ofStudent(
  'GET',
  '',
  'A talk as a student reads it, with the code that is shown at the door',
)
export const signUp = ofStudent('POST', '/sign-up', 'Sign up, as far as there are places; once is enough')
export const leaveTalk = ofStudent('POST', '/leave', 'Give the place back, until it begins')

export const countArrivals = countArrivalsAt('talks')
export const listVisitors = listVisitorsAt('talks')
