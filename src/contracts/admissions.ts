import { z } from 'zod'
import { KNOWN_BY } from '../domain/admission/barred.ts'
import { ADMISSION_STATUSES, admissionLife } from '../domain/admission/life.ts'
import { VERIFICATIONS } from '../domain/admission/verification.ts'
import { EMPLOYER_KINDS } from '../domain/employer-facts.ts'
import { dayOf, instant, keyParams, pageOf, paging, schoolCode, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import { employerFacts } from './employer-facts.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile, evidenceIds } from './evidence.ts'
import { neighboursIn } from './review.ts'
import { fileName, search } from './typed.ts'

const tags = ['admissions']
export const admissionStatus = z.enum(ADMISSION_STATUSES)
/** Verified again every six months (L7): overdue closes new invitations. */
export const verificationFields = {
  verifyDue: z.iso.date().nullable(),
  verification: z.enum(VERIFICATIONS),
}
export const admissionTurn = z.enum(['school', 'employer']).nullable()
export const decision = z.object({
  decision: z.enum(['approve', 'return', 'reject', 'suspend', 'readmit', 'bar', 'lift']),
  reason: z.string(),
  at: instant,
})

/** An employer's admission by one school; its `id` is the employer's. */
export const admissionView = z.object({
  id: z.uuid(),
  school: schoolNamed,
  employer: z.object({ name: z.string(), creditCode: z.string() }),
  status: admissionStatus,
  version: z.int(),
  turn: admissionTurn,
  ...verificationFields,
  appliedAt: instant,
  waitingSince: instant,
  admittedAt: instant.nullable(),
  /** The school's last word, or its question, while it stands. */
  reason: z.string().nullable(),
  /** What holds, and what is to be certified where that is something else. */
  inEffect: employerFacts,
  declared: employerFacts.nullable(),
  evidence: z.array(evidenceFile),
  timeline: z.array(timelineEntry),
  /** What other schools have decided, newest first: to the school alone, with their reasons, and never as a number (AT-22). */
  elsewhere: z.array(decision.extend({ school: schoolNamed })).nullable(),
  /** Until when the school bars the employer, and what was said of it since. */
  barring: z
    .object({ until: z.iso.date(), appeal: z.string().nullable(), answer: z.string().nullable() })
    .nullable(),
  /**
   * Barrings that stand at any school and have something of this employer, as facts with their source: to the school alone.
   * This employer's own at this school is `barring`.
   */
  barred: z
    .array(
      z.object({
        school: schoolNamed,
        employer: z.string(),
        same: z.array(z.enum(KNOWN_BY)),
        ground: z.string(),
        at: instant,
        until: z.iso.date(),
      }),
    )
    .nullable(),
  actions: z.array(z.enum(admissionLife.offers)),
  serverTime: instant,
})
export type AdmissionView = z.output<typeof admissionView>

/** With the licence and the authorisation, as files. A school may admit at once what another has admitted. */
export const applyToSchool = {
  method: 'POST',
  url: '/api/employer/admissions',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Ask a school to admit the employer',
    body: z.object({ school: schoolCode, evidence: evidenceIds }),
    response: { 200: admissionView },
  },
} as const satisfies Endpoint

/** As `uploadEvidence`, for an employer that the school does not know yet. */
export const uploadForAdmission = {
  method: 'POST',
  url: '/api/employer/evidence',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Upload a licence or an authorisation for a school: PDF, JPEG, PNG, HEIC or WebP',
    querystring: z.object({ school: schoolCode, name: fileName }),
    consumes: ['application/octet-stream'],
    body: z.unknown().meta({ type: 'string', format: 'binary' }),
    response: { 200: evidenceFile },
  },
} as const satisfies Endpoint

export const getAdmission = {
  method: 'GET',
  url: '/api/schools/:school/admissions/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'An admission, for the employer and for who decides at the school',
    params: keyParams,
    response: { 200: admissionView },
  },
} as const satisfies Endpoint

export const admissionRow = z.object({
  id: z.uuid(),
  name: z.string(),
  creditCode: z.string(),
  kind: z.enum(EMPLOYER_KINDS),
  status: admissionStatus,
  turn: admissionTurn,
  ...verificationFields,
  waitingSince: instant,
  version: z.int(),
})

const narrowed = {
  q: search,
  status: admissionStatus.optional(),
  queue: z.enum(['mine', 'all']).default('mine'),
  /** Only what has waited long (`LONG_HOURS`). */
  waited: z.literal('long').optional(),
  /** Only those whose verification is over, which invite nobody until they have confirmed their data (L7). */
  verification: z.literal('overdue').optional(),
}

export const listAdmissions = {
  method: 'GET',
  url: '/api/schools/:school/admissions',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Employers that have asked this school; `mine` waits for it, the longest first',
    params: schoolParams,
    querystring: paging.extend(narrowed),
    response: { 200: pageOf(admissionRow).extend({ counts: z.record(z.string(), z.int()) }) },
  },
} as const satisfies Endpoint

export const getAdmissionNeighbours = {
  ...neighboursIn('admissions', z.object({ ...narrowed, at: instant.optional() })),
  config: { access: 'reviewer' },
} as const satisfies Endpoint

const on = actsOn('admissions', admissionView)
export const admissionActs = {
  'apply-again': on(
    'apply-again',
    'employer',
    'Apply again, with the files that are to be with it now',
    act.extend({ evidence: evidenceIds }),
  ),
  answer: on(
    'answer',
    'employer',
    'Answer the school’s question; files, where given, replace those that are with it',
    act.extend({ evidence: evidenceIds.optional() }),
  ),
  bar: on(
    'bar',
    'reviewer',
    'Bar the employer until a day, with the ground and evidence; it may appeal',
    act.extend({ evidence: evidenceIds, until: dayOf('ahead') }),
  ),
  appeal: on('appeal', 'employer', 'Appeal against being barred', act),
  uphold: on('uphold', 'reviewer', 'Answer the appeal: the employer stays barred', act),
  lift: on('lift', 'reviewer', 'Bar the employer no longer: it may apply again', act),
  confirm: on('confirm', 'employer', 'Confirm that the employer’s data are still right', act),
  verify: on('verify', 'reviewer', 'Verify confirmed data for another six months', act),
  ask: on('ask', 'reviewer', 'Ask the employer something before deciding', act),
  approve: on('approve', 'reviewer', 'Admit the employer', act),
  return: on('return', 'reviewer', 'Return the application for correction', act),
  reject: on('reject', 'reviewer', 'Reject the application', act),
  suspend: on('suspend', 'reviewer', 'Suspend the employer: its invitations cannot be accepted', act),
  readmit: on('readmit', 'reviewer', 'Admit a suspended employer again', act),
} as const
