import { z } from 'zod'
import { ABSENCE_STATUSES, absenceLife } from '../domain/absence/life.ts'
import { EVENT_KINDS } from '../domain/visit/visit.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { search } from './typed.ts'

const tags = ['absences']

const absenceRow = z.object({
  id: z.uuid(),
  student: studentBrief,
  event: z.object({ kind: z.enum(EVENT_KINDS), id: z.uuid(), title: z.string() }),
  /** When the event ended. */
  missedAt: instant,
  status: z.enum(ABSENCE_STATUSES),
  version: z.int(),
  recordedAt: instant,
  /** The last day on which the school answers an appeal; null before there is one. */
  answerBy: z.string().nullable(),
  /** Nobody has answered by then. */
  overdue: z.boolean(),
})
export type AbsenceRow = z.infer<typeof absenceRow>

export const absenceView = absenceRow.extend({
  school: schoolNamed,
  studentId: z.uuid(),
  /** The student's words; null where there is no appeal. */
  said: z.string().nullable(),
  /** The school's, to the student. */
  answer: z.string().nullable(),
  /** Of this student's absences, those that count now; `limit`: as many keep them from signing up, null where none do. */
  counted: z.object({ n: z.int(), days: z.int(), limit: z.int().nullable() }),
  actions: z.array(z.enum(absenceLife.offers)),
  timeline: z.array(timelineEntry),
})
export type AbsenceView = z.infer<typeof absenceView>

export const listAbsences = {
  method: 'GET',
  url: '/api/schools/:school/absences',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Who had signed up and did not come; `mine`: the appeals that wait, by the day of their answer',
    params: schoolParams,
    querystring: paging.extend({ q: search, queue: z.enum(['mine', 'all']).default('mine') }),
    response: { 200: pageOf(absenceRow) },
  },
} as const satisfies Endpoint

export const getAbsence = {
  method: 'GET',
  url: '/api/schools/:school/absences/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'An absence, for whose it is and for who decides',
    params: keyParams,
    response: { 200: absenceView },
  },
} as const satisfies Endpoint

const on = actsOn('absences', absenceView)
export const absenceActs = {
  appeal: on('appeal', 'student', 'Say why; it does not count until the school has answered', act),
  excuse: on('excuse', 'reviewer', 'Count it no more, and say why', act),
  uphold: on('uphold', 'reviewer', 'Let it stand in spite of the appeal, and say why', act),
} as const satisfies Record<(typeof absenceLife.offers)[number], Endpoint>
