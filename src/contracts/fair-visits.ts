import { z } from 'zod'
import { FAIR_PHASES } from '../domain/fair/life.ts'
import { MARK } from '../domain/mark.ts'
import { schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { fairContent, fairPlaced, stand } from './fairs.ts'
import { countArrivalsAt, listVisitorsAt, ofStudentIn, ownVisit, ownVisitWhole } from './visits.ts'

/** A fair that a student may go to. */
const openFair = z.object({
  id: z.uuid(),
  shortId: z.string(),
  title: z.string(),
  phase: z.enum(FAIR_PHASES),
  placed: fairPlaced,
  places: z.int(),
  admitted: z.int(),
  ...ownVisit,
})
export type OpenFair = z.infer<typeof openFair>
const myFair = openFair.extend({
  description: z.string(),
  plan: fairContent.shape.plan,
  stands: z.array(stand),
  ...ownVisitWhole,
})
export type MyFair = z.infer<typeof myFair>

export const listMyFairs = {
  method: 'GET',
  url: '/api/schools/:school/my/fairs',
  config: { access: 'student' },
  schema: {
    tags: ['fairs'],
    summary: 'Fairs to come, the next first; or those of the student, the latest first',
    params: schoolParams,
    querystring: z.object({
      fairs: z.enum(['open', 'mine']).default('open'),
      after: z.union([z.literal(''), z.string().regex(MARK)]).default(''),
    }),
    response: { 200: z.object({ items: z.array(openFair), next: z.string().nullable() }) },
  },
} as const satisfies Endpoint

const ofStudent = ofStudentIn('fairs', myFair)
export const getMyFair = ofStudent(
  'GET',
  '',
  'A fair as a student reads it, with who stands where and the code that is shown at the door',
)
export const signUpForFair = ofStudent(
  'POST',
  '/sign-up',
  'Sign up, as far as there are places; once is enough',
)
export const leaveFair = ofStudent('POST', '/leave', 'Give the place back, until it begins')

export const countFairArrivals = countArrivalsAt('fairs')
export const listFairVisitors = listVisitorsAt('fairs')
