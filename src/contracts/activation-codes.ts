import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { done, instant, keyParams, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line, optionalLine } from './typed.ts'

const tags = ['students']

export const openFirstLogin = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/open-first-login',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Open a first log-in again that too many wrong tries have closed',
    params: keyParams,
    response: { 200: done },
  },
} as const satisfies Endpoint

/** The code is in this answer and nowhere else; any code before it opens nothing any more. */
export const makeActivationCode = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/activation-code',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Make a one-time code by which a student opens the account the first time',
    params: keyParams,
    response: { 200: z.object({ code: z.string(), until: instant }) },
  },
} as const satisfies Endpoint

const newcomers = z.object({
  collegeId: z.string(),
  college: z.string(),
  className: z.string(),
  /** Students who have still to come. */
  waiting: z.int(),
  /** Of these, who have a code that can be used. */
  withCode: z.int(),
})

export const listNewcomers = {
  method: 'GET',
  url: '/api/schools/:school/activation-codes',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The classes in which students have still to come, within the reader’s scope',
    params: schoolParams,
    response: { 200: z.object({ items: z.array(newcomers) }) },
  },
} as const satisfies Endpoint

/** The codes are in this answer and nowhere else. Two hundred at once; asked again the next ones get theirs. */
export const makeActivationCodes = {
  method: 'POST',
  url: '/api/schools/:school/activation-codes',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Make codes for the students of a class who have still to come',
    params: schoolParams,
    body: z.object({
      collegeId: line(20),
      className: optionalLine(LONGEST.line),
      /** Also for those who have a code that can be used: it opens nothing then. */
      replace: z.boolean(),
    }),
    response: {
      200: z.object({
        until: instant,
        items: z.array(z.object({ name: z.string(), studentNumber: z.string(), code: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint
