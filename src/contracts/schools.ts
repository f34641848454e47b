import { z } from 'zod'
import { CORRECTABLE } from '../domain/correction/correctable.ts'
import { FIRST_LOGIN_WAYS } from '../domain/first-login.ts'
import { LONGEST } from '../domain/longest.ts'
import { SIGN_IN_WAYS } from '../domain/school-sign-in.ts'
import { MOST_YEARS, type NumberSetting, SETTING_BOUNDS, type Settings } from '../domain/settings.ts'
import { dayOf, schoolNamed, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { code, line, organisation } from './typed.ts'

const tags = ['schools']
const publicSchool = schoolNamed.extend({
  /** Its people do not get in for now. */
  suspended: z.boolean(),
})
/** How, and which of its people sign in by the university's accounts. */
const door = publicSchool.extend({
  university: z.object({ way: z.enum(SIGN_IN_WAYS).nullable(), student: z.boolean(), school: z.boolean() }),
})

export const listSchools = {
  method: 'GET',
  url: '/api/public/schools',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'The schools, also those that are suspended',
    response: { 200: z.object({ items: z.array(door) }) },
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

const whole = (name: NumberSetting) => z.int().min(SETTING_BOUNDS[name].least).max(SETTING_BOUNDS[name].most)

/** A school's rules on dissolutions (R23), shown before the first signing. */
export const dissolutionRules = z.object({
  answerDays: whole('answerDays'),
  coolDownDays: whole('coolDownDays'),
  breachLimit: whole('breachLimit').nullable(),
  /** Requests of one side on one agreement within thirty days. */
  requestLimit: whole('requestLimit'),
  window: z.object({ from: dayOf('season'), to: dayOf('season') }).nullable(),
})

export const settings = dissolutionRules.extend({
  agreementLevels: levels,
  dissolutionLevels: levels,
  destinationLevels: levels,
  correctionLevels: levels,
  recommendationLevels: levels,
  /** What of the roster students may ask to have corrected; the school keeps the rest to itself. */
  correctable: z.array(z.enum(CORRECTABLE)).max(CORRECTABLE.length),
  /** Corrections that a student asks for within thirty days. */
  correctionLimit: whole('correctionLimit'),
  /** The school is told when an employer has asked this many of its students within thirty days. */
  alertAt: whole('alertAt'),
  minDays: whole('minDays'),
  defaultDays: whole('defaultDays'),
  maxDays: whole('maxDays'),
  declineNeedsReason: z.boolean(),
  /** How agreement numbers are made from now on, such as `{YEAR}{SCHOOL}{LEVEL}{SERIAL:5}`. */
  numberPattern: code(LONGEST.numberPattern),
  /** Named pieces between braces, such as `{CLASS}/{NUMBER}_{NAME}`. */
  archiveNames: line(LONGEST.archiveNames),
  /** The years of graduation of which something new is begun; none named, all of the roster. */
  graduationYears: z.array(z.int().min(1990).max(2099)).max(MOST_YEARS),
  /** Paper agreements and destinations that a student registers within thirty days. */
  registrationLimit: whole('registrationLimit'),
  /** By what students open their accounts the first time (R20). */
  firstLoginBy: z.enum(FIRST_LOGIN_WAYS),
  /** So many wrong tries close a first log-in until the school opens it again. */
  firstLoginTries: whole('firstLoginTries'),
  /** Days in which a student says whether they have reported for work, before the school decides. */
  fulfilmentDays: whole('fulfilmentDays'),
  /** Whether agreements are in force only once their employers have sealed them after the review; when they are reminded. */
  sealAfterReview: z.boolean(),
  sealReminderDays: whole('sealReminderDays'),
  sealReminders: whole('sealReminders'),
  admitsKnown: z.boolean(),
  postsAtOnce: z.boolean(),
  /** How many posts an employer submits to the school on one day. */
  postsADay: whole('postsADay'),
  applicationDays: whole('applicationDays'),
  /** Absences within so many days after which a student signs up for no talk or fair; null: they keep nobody from it. */
  absenceLimit: whole('absenceLimit').nullable(),
  absenceDays: whole('absenceDays'),
  postChangesReviewed: z.boolean(),
  staffSecondFactor: z.boolean(),
}) satisfies z.ZodType<Settings>

/** `version` counts the changes: what is saved names the one that was read. */
const settingsRead = settings.extend({ version: z.int().min(1) })

export const getSettings = {
  method: 'GET',
  url: '/api/schools/:school/settings',
  config: { access: 'staff' },
  schema: { tags, summary: 'The school’s settings', params: schoolParams, response: { 200: settingsRead } },
} as const satisfies Endpoint

export const saveSettings = {
  method: 'PUT',
  url: '/api/schools/:school/settings',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Change the school’s settings; agreements keep the levels they were formed with',
    params: schoolParams,
    body: settingsRead
      .refine((s) => s.minDays <= s.defaultDays && s.defaultDays <= s.maxDays, { path: ['defaultDays'] })
      .refine((s) => s.window === null || s.window.from <= s.window.to, { path: ['window'] }),
    response: { 200: settingsRead },
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
