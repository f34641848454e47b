import { z } from 'zod'
import { CHECK_STATUSES, checkLife } from '../domain/check/life.ts'
import { CHECK_RULE_NAMES } from '../domain/check/rules.ts'
import { LONGEST } from '../domain/longest.ts'
import { done, instant, keyParams, pageOf, paging, schoolNamed, schoolParams, uuid } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { batch, outcomes } from './review.ts'
import { optionalText, search, text } from './typed.ts'

const tags = ['checks']
const checkRule = z.enum(CHECK_RULE_NAMES)

const rules = z.object({
  items: z.array(
    z.object({
      checkRule,
      isOn: z.boolean(),
      /** Null where the rule measures nothing. */
      threshold: z.int().nullable(),
      /** 0: as it is for every school. */
      version: z.int(),
      /** Cases of it that wait, to be looked into or to be closed. */
      waiting: z.int(),
      /** When it was last run to its end; null: never. */
      ranAt: instant.nullable(),
      /** It is to be run as soon as can be, or is being run. */
      isDue: z.boolean(),
    }),
  ),
})
export type CheckRules = z.output<typeof rules>

export const listCheckRules = {
  method: 'GET',
  url: '/api/schools/:school/check-rules',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'The rules by which destinations are checked, as the school has set them, and when they were run',
    params: schoolParams,
    response: { 200: rules },
  },
} as const satisfies Endpoint

export const saveCheckRule = {
  method: 'POST',
  url: '/api/schools/:school/check-rules',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Switch a rule on or off, or set its threshold; what it has found stays',
    params: schoolParams,
    body: z.object({
      checkRule,
      isOn: z.boolean(),
      threshold: z.int().nullable(),
      seenVersion: z.int().min(0),
    }),
    response: { 200: rules },
  },
} as const satisfies Endpoint

export const askChecks = {
  method: 'POST',
  url: '/api/schools/:school/check-rules/run',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Run all rules within a minute or two; from the first time on they are run every day',
    params: schoolParams,
    response: { 200: done },
  },
} as const satisfies Endpoint

const checkRow = z.object({
  id: z.uuid(),
  checkRule,
  status: z.enum(CHECK_STATUSES),
  version: z.int(),
  /** Of the first row: a student or an employer. */
  who: z.string(),
  /** How many rows were found. */
  count: z.int(),
  /** Null where it is with no one college. */
  college: z.string().nullable(),
  assignee: z.string().nullable(),
  foundAt: instant,
  waitingSince: instant,
})
export type CheckRow = z.output<typeof checkRow>

export const checkView = checkRow.extend({
  school: schoolNamed,
  explanation: z.string().nullable(),
  endedAt: instant.nullable(),
  /** What the rule saw, the first of them. `note` is codes or figures; who is gone has no name. */
  rows: z.array(
    z.object({
      student: z
        .object({ id: z.uuid(), name: z.string(), studentNumber: z.string(), college: z.string() })
        .nullable(),
      employer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      about: z.object({ kind: z.enum(['agreement', 'destination']), id: z.uuid() }).nullable(),
      note: z.string(),
    }),
  ),
  /** Who can look into it. */
  assignees: z.array(z.object({ id: z.uuid(), name: z.string() })),
  actions: z.array(z.enum(checkLife.offers)),
  timeline: z.array(timelineEntry),
})
export type CheckView = z.output<typeof checkView>

export const listChecks = {
  method: 'GET',
  url: '/api/schools/:school/checks',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'What the rules have found within the reader’s scope; `mine` waits, the oldest first: to be looked into, and for the school to be closed',
    params: schoolParams,
    querystring: paging.extend({
      q: search,
      queue: z.enum(['mine', 'all']).default('mine'),
      checkRule: checkRule.optional(),
      status: z.enum(CHECK_STATUSES).optional(),
      college: optionalText(20).optional(),
    }),
    response: { 200: pageOf(checkRow) },
  },
} as const satisfies Endpoint

const on = actsOn('checks', checkView)
export const getCheck = {
  method: 'GET',
  url: '/api/schools/:school/checks/:id',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'What a rule has found, with the rows that it saw',
    params: keyParams,
    response: { 200: checkView },
  },
} as const satisfies Endpoint

export const checkActs = {
  assign: on(
    'assign',
    'staff',
    'Say who looks into it',
    z.object({ seenVersion: z.int().min(1), assignee: uuid }),
  ),
  explain: on('explain', 'staff', 'Say why it is so: it is not found again unless it changes', act),
  close: on('close', 'staff', 'Close what is explained or corrected; the school’s alone', act),
} as const satisfies Record<(typeof checkLife.offers)[number], Endpoint>

export const explainChecks = {
  method: 'POST',
  url: '/api/schools/:school/checks/explain',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Explain several at once in the same words, each on its own',
    params: schoolParams,
    body: batch.extend({ reason: text(LONGEST.reason) }),
    response: { 200: outcomes },
  },
} as const satisfies Endpoint
