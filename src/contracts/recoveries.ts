import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { RECOVERY_ACTIONS, RECOVERY_STATUSES } from '../domain/recovery.ts'
import { instant, keyParams, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { text } from './typed.ts'

const tags = ['recoveries']

const recovery = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(RECOVERY_STATUSES),
  /** When somebody typed the student’s number at the door; null where it began at the counter. */
  askedAt: instant.nullable(),
  startedBy: z.string().nullable(),
  startedAt: instant.nullable(),
  reason: z.string().nullable(),
  /** How the person was identified. */
  identifiedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  refusedBy: z.string().nullable(),
  refusal: z.string().nullable(),
  /** Until when it can go on. */
  endsAt: instant,
})
const recoveryRow = recovery.extend({
  studentId: z.uuid(),
  name: z.string(),
  studentNumber: z.string(),
  college: z.string(),
})

export const listRecoveries = {
  method: 'GET',
  url: '/api/schools/:school/recoveries',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'New passwords of students through the school, newest first, within the reader’s scope',
    params: schoolParams,
    querystring: paging.extend({ open: z.literal('1').optional() }),
    response: { 200: pageOf(recoveryRow) },
  },
} as const satisfies Endpoint

/** Of one student, with what this member of staff may do now. */
const standing = z.object({
  /** The last one; null where there was none. */
  last: recovery.nullable(),
  actions: z.array(z.enum(RECOVERY_ACTIONS)),
})

export const getRecovery = {
  method: 'GET',
  url: '/api/schools/:school/students/:id/recovery',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'How a new password of this student through the school stands',
    params: keyParams,
    response: { 200: standing },
  },
} as const satisfies Endpoint

export const startRecovery = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/recovery/start',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Begin to let a student set a new password, which somebody else has to approve',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason), identifiedBy: text(LONGEST.line) }),
    response: { 200: standing },
  },
} as const satisfies Endpoint

/** The code is in this answer and nowhere else; approved again it is refused. */
export const approveRecovery = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/recovery/approve',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Approve what somebody else has begun; answers the one-time code for the student',
    params: keyParams,
    body: z.object({ seenVersion: z.int().min(1) }),
    response: { 200: z.object({ code: z.string(), until: instant }) },
  },
} as const satisfies Endpoint

export const refuseRecovery = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/recovery/refuse',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'End it: whoever asked is not the student, or it is not needed any more',
    params: keyParams,
    body: z.object({ seenVersion: z.int().min(1), reason: text(LONGEST.reason) }),
    response: { 200: standing },
  },
} as const satisfies Endpoint
