import { z } from 'zod'
import { FORM_CAUSES, FORM_STATUSES, type FormStatus, paperFormLife } from '../domain/paper-form/life.ts'
import { SCANNED } from '../domain/paper-form/scan.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams, uuid, uuids } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { reason } from './problem.ts'
import { fileItself, language, XLSX } from './sheets.ts'
import { optionalText, search } from './typed.ts'

/** Paper forms of the agreement (纸质就业协议书) and their register (编号台账, AT-36). */
const tags = ['paper-forms']
/** A class: so many are handed out, and printed, together. */
export const MOST_FORMS = 40

const formRow = z.object({
  id: z.uuid(),
  number: z.string(),
  student: studentBrief,
  studentId: z.uuid(),
  cause: z.enum(FORM_CAUSES),
  status: z.enum(FORM_STATUSES),
  version: z.int(),
  issuedAt: instant,
  endedAt: instant.nullable(),
  /** Why it was spoiled, or how it was lost. */
  reason: z.string().nullable(),
})
export type FormRow = z.infer<typeof formRow>

export const formView = formRow.extend({
  school: schoolNamed,
  /** What was signed on it, once it has come back. */
  agreement: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** While it is out: what the scans of the registered agreement say of it; null where none is registered. */
  scanned: z.enum(SCANNED).nullable(),
  actions: z.array(z.enum(paperFormLife.offers)),
  timeline: z.array(timelineEntry),
})
export type FormView = z.infer<typeof formView>

/** How many forms of a college are in each state. */
const counts = z.object({
  issued: z.int(),
  returned: z.int(),
  spoiled: z.int(),
  lost: z.int(),
} satisfies Record<FormStatus, z.ZodInt>)

const narrowed = {
  q: search,
  status: z.enum(FORM_STATUSES).optional(),
  college: optionalText(20).optional(),
}

/** `colleges`: how many forms each has handed out, and what became of them. */
export const listPaperForms = {
  method: 'GET',
  url: '/api/schools/:school/paper-forms',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The register of paper forms, the latest first, and the stock of each college',
    params: schoolParams,
    querystring: paging.extend(narrowed),
    response: {
      200: pageOf(formRow).extend({
        colleges: z.array(z.object({ id: z.string(), name: z.string(), counts })),
      }),
    },
  },
} as const satisfies Endpoint
export type FormRegister = z.infer<(typeof listPaperForms.schema.response)[200]>

export const downloadPaperForms = {
  method: 'GET',
  url: '/api/schools/:school/paper-form-register',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'The register as a sheet, as far as the filter goes: who was given which form, and what became of it',
    params: schoolParams,
    querystring: z.object({ ...narrowed, language }),
    produces: XLSX,
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

export const listMyPaperForms = {
  method: 'GET',
  url: '/api/schools/:school/my/paper-forms',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The forms that the student was given, the latest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(formRow) },
  },
} as const satisfies Endpoint

export const getPaperForm = {
  method: 'GET',
  url: '/api/schools/:school/paper-forms/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'One form with its history, for its student and the school',
    params: keyParams,
    response: { 200: formView },
  },
} as const satisfies Endpoint

/** Whom nothing stands in the way of is given one; whom something does is named with all of it. */
export const issuePaperForms = {
  method: 'POST',
  url: '/api/schools/:school/paper-forms',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Hand out a form to one student or a class: each has its own number',
    params: schoolParams,
    body: z.object({ students: z.array(uuid).min(1).max(MOST_FORMS) }),
    response: {
      200: z.object({
        issued: z.array(formRow),
        refused: z.array(z.object({ studentId: z.uuid(), name: z.string(), reasons: z.array(reason) })),
      }),
    },
  },
} as const satisfies Endpoint

/** Only of forms that are out: what is spoiled, lost or returned is printed no more. */
export const printPaperForms = {
  method: 'GET',
  url: '/api/schools/:school/paper-form-sheets',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Forms as one PDF to print on both sides: three copies each, with codes in the corners',
    params: schoolParams,
    querystring: z.object({ ids: uuids(MOST_FORMS), download: z.literal('1').optional() }),
    produces: ['application/pdf'],
    response: { 200: fileItself },
  },
} as const satisfies Endpoint

const formAct = actsOn('paper-forms', formView)

/** The acts on one form, by their names in its lifecycle. */
export const paperFormActs = {
  return: formAct(
    'return',
    'staff',
    'The signed form has come back: matched to the student’s paper agreement',
    act,
  ),
  spoil: formAct('spoil', 'staff', 'Spoiled (作废): say why', act),
  lose: formAct(
    'lose',
    'concerned',
    'Lost (遗失): its student or staff state how; the number is never used again',
    act,
  ),
} as const satisfies Record<(typeof paperFormLife.offers)[number], Endpoint>
