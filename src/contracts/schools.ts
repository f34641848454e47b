import { z } from 'zod'
import { CORRECTABLE } from '../domain/correction/correctable.ts'
import { FIRST_LOGIN_WAYS } from '../domain/first-login.ts'
import { LONGEST } from '../domain/longest.ts'
import type { Settings } from '../domain/settings.ts'
import { dayOf, schoolNamed, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { code, line, organisation } from './typed.ts'

const tags = ['schools']
const publicSchool = schoolNamed.extend({
  /** Its people do not get in for now. */
  suspended: z.boolean(),
})

export const listSchools = {
  method: 'GET',
  url: '/api/public/schools',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'The schools, also those that are suspended',
    response: { 200: z.object({ items: z.array(publicSchool) }) },
  },
} as const satisfies Endpoint

export const getSchool = {
  method: 'GET',
  url: '/api/public/schools/:school',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'A school’s front door with its notice 温馨提示',
    params: schoolParams,
    response: {
      200: publicSchool.extend({
        notice: z.string(),
        noticeEn: z.string(),
      }),
    },
  },
} as const satisfies Endpoint

const levels = z.union([z.tuple([z.literal('school')]), z.tuple([z.literal('college'), z.literal('school')])])

/** A school's rules on dissolutions (R23), shown before the first signing. */
export const dissolutionRules = z.object({
  answerDays: z.int().min(1).max(60),
  coolDownDays: z.int().min(0).max(180),
  breachLimit: z.int().min(0).max(20).nullable(),
  window: z.object({ from: dayOf('season'), to: dayOf('season') }).nullable(),
})

export const settings = dissolutionRules.extend({
  agreementLevels: levels,
  dissolutionLevels: levels,
  destinationLevels: levels,
  correctionLevels: levels,
  /** What of the roster students may ask to have corrected; the school keeps the rest to itself. */
  correctable: z.array(z.enum(CORRECTABLE)).max(CORRECTABLE.length),
  /** The school is told when an employer has asked this many of its students within thirty days. */
  alertAt: z.int().min(1).max(1000),
  minDays: z.int().min(1).max(30),
  defaultDays: z.int().min(1).max(60),
  maxDays: z.int().min(1).max(90),
  declineNeedsReason: z.boolean(),
  /** By what students open their accounts the first time (R20). */
  firstLoginBy: z.enum(FIRST_LOGIN_WAYS),
  /** So many wrong tries close a first log-in until the school opens it again. */
  firstLoginTries: z.int().min(3).max(100),
  /** Days in which a student says whether they have reported for work, before the school decides. */
  fulfilmentDays: z.int().min(1).max(60),
  admitsKnown: z.boolean(),
  staffSecondFactor: z.boolean(),
}) satisfies z.ZodType<Settings>

export const getSettings = {
  method: 'GET',
  url: '/api/schools/:school/settings',
  config: { access: 'administrator' },
  schema: { tags, summary: 'The school’s settings', params: schoolParams, response: { 200: settings } },
} as const satisfies Endpoint

export const saveSettings = {
  method: 'PUT',
  url: '/api/schools/:school/settings',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Change the school’s settings; agreements keep the levels they were formed with',
    params: schoolParams,
    body: settings
      .refine((s) => s.minDays <= s.defaultDays && s.defaultDays <= s.maxDays, { path: ['defaultDays'] })
      .refine((s) => s.window === null || s.window.from <= s.window.to, { path: ['window'] }),
    response: { 200: settings },
  },
} as const satisfies Endpoint

const college = z.object({ id: z.string(), name: z.string() })

export const listColleges = {
  method: 'GET',
  url: '/api/schools/:school/colleges',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'The school’s colleges',
    params: schoolParams,
    response: { 200: z.object({ items: z.array(college) }) },
  },
} as const satisfies Endpoint

export const addCollege = {
  method: 'POST',
  url: '/api/schools/:school/colleges',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Add a college',
    params: schoolParams,
    body: z.object({ id: code(20), name: organisation }),
    response: { 200: z.object({ items: z.array(college) }) },
  },
} as const satisfies Endpoint

export const renameCollege = {
  method: 'PUT',
  url: '/api/schools/:school/colleges/:college',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Rename a college; its code stays',
    params: schoolParams.extend({ college: code(20).meta({ examples: ['01'] }) }),
    body: z.object({ name: organisation, seenName: line(LONGEST.organisation) }),
    response: { 200: z.object({ items: z.array(college) }) },
  },
} as const satisfies Endpoint

export const listCodes = {
  method: 'GET',
  url: '/api/public/codes/:kind',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'A code table, such as job_category or region',
    params: z.object({
      kind: z
        .string()
        .regex(/^[a-z_]{1,40}$/)
        .meta({ examples: ['region'] }),
    }),
    response: {
      200: z.object({
        items: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            nameEn: z.string().nullable(),
            parent: z.string().nullable(),
            /** Whether it can be chosen anew this year. */
            offered: z.boolean(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint
