import { z } from 'zod'
import { EMPLOYMENT_STATUSES } from '../domain/employment.ts'
import { agreementRow } from './agreements.ts'
import { destinationRow } from './destinations.ts'
import { dissolutionRow } from './dissolutions.ts'
import {
  type Endpoint,
  keyParams,
  named,
  pageOf,
  paging,
  schoolParams,
  search,
  timelineEntry,
} from './endpoint.ts'

/** Derived from the placement, never typed in (`domain.md` §1 就业信息). */
export const employment = z.object({
  status: z.enum(EMPLOYMENT_STATUSES),
  /** The destination's category, once a review has passed it or the student has declared it. */
  category: named.nullable(),
  date: z.string().nullable(),
  /** What holds the place: the employer, the school of further study. */
  holder: z.string().nullable(),
})

export const studentHome = {
  method: 'GET',
  url: '/api/schools/:school/my/home',
  config: { access: 'student' },
  schema: {
    tags: ['students'],
    summary: 'The student’s home: basic information masked, employment information, to-dos',
    params: schoolParams,
    response: {
      200: z.object({
        basics: z.object({
          graduationYear: z.int(),
          school: z.string(),
          educationLevel: named,
          college: z.string(),
          major: z.string(),
          name: z.string(),
          maskedIdNumber: z.string(),
          gender: z.enum(['male', 'female']),
          maskedPhone: z.string(),
          email: z.string(),
          studentNumber: z.string(),
          shortCode: z.string(),
        }),
        employment,
        /** Invitations that still wait for an answer. */
        signingToDo: z.int(),
        /** Requests to dissolve that wait for the student's answer. */
        dissolutionToDo: z.int(),
        /** Where else it is the student's turn: amendments and cancellations to answer, returned papers, returned destinations. */
        agreementToDo: z.int(),
        paperToDo: z.int(),
        destinationToDo: z.int(),
      }),
    },
  },
} as const satisfies Endpoint

export const studentRow = z.object({
  id: z.uuid(),
  name: z.string(),
  studentNumber: z.string(),
  college: z.string(),
  major: z.string(),
  verified: z.boolean(),
  employment,
})

export const listStudents = {
  method: 'GET',
  url: '/api/schools/:school/students',
  config: { access: 'staff' },
  schema: {
    tags: ['students'],
    summary: 'The roster, within the reader’s scope',
    params: schoolParams,
    querystring: paging.extend({ q: search, college: z.string().max(20).optional() }),
    response: {
      200: pageOf(studentRow).extend({ colleges: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
  },
} as const satisfies Endpoint

export const getStudentFile = {
  method: 'GET',
  url: '/api/schools/:school/students/:id',
  config: { access: 'staff' },
  schema: {
    tags: ['students'],
    summary: 'A student’s file with the whole history',
    params: keyParams,
    response: {
      200: studentRow.extend({
        maskedIdNumber: z.string(),
        maskedPhone: z.string(),
        educationLevel: named,
        graduationYear: z.int(),
        agreements: z.array(agreementRow),
        dissolutions: z.array(dissolutionRow),
        destinations: z.array(destinationRow),
        timeline: z.array(timelineEntry),
      }),
    },
  },
} as const satisfies Endpoint

export const employerWorkbench = {
  method: 'GET',
  url: '/api/employer/workbench',
  config: { access: 'employer' },
  schema: {
    tags: ['employers'],
    summary: 'What waits for the employer, and the schools that admitted it',
    response: {
      200: z.object({
        pendingInvitations: z.int(),
        endingSoon: z.int(),
        returnedAgreements: z.int(),
        toAnswer: z.int(),
        dissolutionsToAnswer: z.int(),
        inReview: z.int(),
        effective: z.int(),
        schools: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            admitted: z.boolean(),
            defaultDays: z.int(),
            minDays: z.int(),
            maxDays: z.int(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint
