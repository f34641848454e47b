import { z } from 'zod'
import { LEAST_YEARS, MOST_YEARS, type RetentionKind, type RetentionRules } from '../domain/retention.ts'
import { schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['privacy']
const years = (kind: RetentionKind) => z.int().min(LEAST_YEARS[kind]).max(MOST_YEARS).nullable()
const rules = z.object({
  roster: years('roster'),
  resume: years('resume'),
  evidence: years('evidence'),
  account: years('account'),
  document: years('document'),
}) satisfies z.ZodType<RetentionRules>
/** How many of each go by the rules: students, students whose résumés go, files, accounts, and students whose documents go. */
const counts = z.object({
  roster: z.int(),
  resume: z.int(),
  evidence: z.int(),
  account: z.int(),
  document: z.int(),
})

const retention = z.object({ rules, version: z.int() })
export type Retention = z.infer<typeof retention>

export const getRetention = {
  method: 'GET',
  url: '/api/schools/:school/retention',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'For how many years after graduation the school keeps what; null for always',
    params: schoolParams,
    response: { 200: retention },
  },
} as const satisfies Endpoint

export const tryRetention = {
  method: 'POST',
  url: '/api/schools/:school/retention/try',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'What would go today by these rules; nothing does',
    params: schoolParams,
    body: z.object({ rules }),
    response: { 200: counts },
  },
} as const satisfies Endpoint

export const saveRetention = {
  method: 'PUT',
  url: '/api/schools/:school/retention',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Keep it so long from now on; the sweep lets go of the rest',
    params: schoolParams,
    body: z.object({ seenRules: z.int().min(0), rules }),
    response: { 200: retention },
  },
} as const satisfies Endpoint
