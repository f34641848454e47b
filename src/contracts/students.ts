import { z } from 'zod'
import { CASE_KINDS } from '../domain/case.ts'
import { EMPLOYMENT_STATUSES } from '../domain/employment.ts'
import { ENROLMENTS, enrolmentLife } from '../domain/enrolment/life.ts'
import { FIRST_LOGIN_WAYS, SECOND_FACTS } from '../domain/first-login.ts'
import { DOCUMENT_TYPES } from '../domain/identity-document.ts'
import { LONGEST } from '../domain/longest.ts'
import { COLUMN_KEYS, type ColumnKey } from '../domain/roster/columns.ts'
import { agreementRow, standingOfAgreement } from './agreements.ts'
import { day, instant, keyParams, named, schoolNamed, schoolParams } from './atoms.ts'
import { actsOn, timelineEntry } from './case.ts'
import { correctionRow } from './corrections.ts'
import { destinationRow, standingOfDestination } from './destinations.ts'
import { dissolutionRow } from './dissolutions.ts'
import type { Endpoint } from './endpoint.ts'
import { studentToInvite } from './invitations.ts'
import { ownField, ownKey } from './own-fields.ts'
import {
  code,
  line,
  majorCode,
  optionalLine,
  optionalText,
  personName,
  studentNumber,
  text,
} from './typed.ts'

const tags = ['students']

/** Derived from the placement, never typed in (`domain.md` §1 就业信息). */
export const employment = z.object({
  status: z.enum(EMPLOYMENT_STATUSES),
  /** The destination's category, once a review has passed it or the student has declared it. */
  category: named.nullable(),
  date: z.string().nullable(),
  /** What holds the place: the employer, the school of further study. */
  holder: z.string().nullable(),
  /** The case that it is, and where that stands; null where nothing holds it. */
  standing: z
    .union([
      z.object({ kind: z.literal('agreement'), id: z.uuid(), of: standingOfAgreement }),
      z.object({ kind: z.literal('destination'), id: z.uuid(), of: standingOfDestination }),
    ])
    .nullable(),
})

export type Employment = z.infer<typeof employment>

/** What is asked of the student. */
const TO_DO = [
  'answer-invitation',
  'answer-amendment',
  'answer-cancellation',
  'answer-fulfilment',
  'correct-paper',
  'answer-dissolution',
  'correct-destination',
  'resubmit-correction',
] as const

const toDo = z.object({
  kind: z.enum(CASE_KINDS),
  id: z.uuid(),
  ask: z.enum(TO_DO),
  /** The employer, or what a destination is called. */
  who: z.string(),
  /** The position; empty where there is none. */
  what: z.string(),
  since: instant,
  /** The last day; null where none is set. */
  until: day.nullable(),
})
export type ToDo = z.infer<typeof toDo>

export const studentHome = {
  method: 'GET',
  url: '/api/schools/:school/my/home',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The student’s home: basic information masked, employment information, to-dos',
    params: schoolParams,
    response: {
      200: z.object({
        basics: z.object({
          graduationYear: z.int(),
          school: schoolNamed,
          educationLevel: named,
          college: z.string(),
          major: z.string(),
          name: z.string(),
          documentType: z.enum(DOCUMENT_TYPES),
          maskedIdNumber: z.string(),
          gender: z.enum(['male', 'female']),
          maskedPhone: z.string(),
          email: z.string(),
          studentNumber: z.string(),
          shortCode: z.string(),
          /** What the school shows students of its own fields. */
          own: z.array(named.extend({ shown: named })),
        }),
        employment,
        /** What waits for the student, as the cases themselves: the one that ends first stands first. */
        toDo: z.array(toDo),
        /** Invitations that still wait for an answer. */
        signingToDo: z.int(),
        /** Requests to dissolve that wait for the student's answer. */
        dissolutionToDo: z.int(),
        /** Where else it is the student's turn: amendments and cancellations to answer, returned papers, destinations and corrections. */
        agreementToDo: z.int(),
        paperToDo: z.int(),
        destinationToDo: z.int(),
        correctionToDo: z.int(),
        /** The last day to confirm what is reported of them; null where nothing of the kind is asked. */
        confirmUntil: day.nullable(),
        /** The correction of the roster that is open, which signing waits for (R20). */
        correction: correctionRow.nullable(),
      }),
    },
  },
} as const satisfies Endpoint

/** A student as the roster's list shows them. */
/** What stands in the school's own fields, as people read it; without those in which nothing does. */
const ownShown = z.record(ownKey, named)

export const studentRow = z.object({
  id: z.uuid(),
  name: z.string(),
  studentNumber: z.string(),
  college: z.string(),
  major: z.string(),
  className: z.string(),
  educationLevel: named,
  graduationYear: z.int(),
  enrolment: z.enum(ENROLMENTS),
  verified: z.boolean(),
  employment,
  own: ownShown,
})

const studentFile = studentRow.omit({ own: true }).extend({
  /** The school's own fields in their order, with what stands in each; null where nothing does. */
  own: z.array(ownField.extend({ value: z.string(), shown: named.nullable() })),
  collegeId: z.string(),
  majorCode: z.string(),
  /** Of the roster's data: an act names the version its author had read. */
  version: z.int(),
  documentType: z.enum(DOCUMENT_TYPES),
  maskedIdNumber: z.string(),
  maskedPhone: z.string(),
  /** Until the student has passed it: how it is opened, what the roster lacks for it, since when it is closed, until when a code can be used. */
  firstLogin: z
    .object({
      by: z.enum(FIRST_LOGIN_WAYS),
      /** What is asked for beside the ID number and the roster does not have: the student needs a code. */
      lacks: z.enum(SECOND_FACTS).nullable(),
      closedAt: instant.nullable(),
      codeUntil: instant.nullable(),
    })
    .nullable(),
  agreements: z.array(agreementRow),
  dissolutions: z.array(dissolutionRow),
  destinations: z.array(destinationRow),
  corrections: z.array(correctionRow),
  timeline: z.array(timelineEntry),
  /** What this reader may do to the student's row: move, mark, take off the roster and back. */
  actions: z.array(z.enum(['move', ...enrolmentLife.offers])),
  /** To which other colleges; empty for who may not. */
  moveTo: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type StudentFile = z.infer<typeof studentFile>

export const getStudentFile = {
  method: 'GET',
  url: '/api/schools/:school/students/:id',
  config: { access: 'staff', token: 'students.read' },
  schema: {
    tags,
    summary: 'A student’s file with the whole history',
    params: keyParams,
    response: { 200: studentFile },
  },
} as const satisfies Endpoint

export const moveStudent = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/move-college',
  config: { access: 'staff' },
  schema: {
    tags,
    summary:
      'Move a student, with all cases, to another college of the school, another major or class; for staff of the school itself',
    params: keyParams,
    body: z.object({
      seenVersion: z.int().min(1),
      collegeId: line(20),
      /** What is not said stays. */
      majorCode: majorCode.optional(),
      majorName: line(LONGEST.line).optional(),
      className: z.union([z.literal(''), line(LONGEST.line)]).optional(),
      reason: text(LONGEST.reason),
    }),
    response: { 200: studentFile },
  },
} as const satisfies Endpoint

/** By staff within their scope; whatever is wrong is named field by field. */
export const fillInStudent = {
  method: 'POST',
  url: '/api/schools/:school/students/:id/fill-in',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Say of a student what the school’s own fields ask; an empty text empties a field',
    params: keyParams,
    body: z.object({
      seenVersion: z.int().min(1),
      own: z.record(ownKey, optionalLine(LONGEST.reason)),
      reason: optionalText(LONGEST.reason).default(''),
    }),
    response: { 200: studentFile },
  },
} as const satisfies Endpoint

const marked = actsOn('students', studentFile)
const reasoned = z.object({ seenVersion: z.int().min(1), reason: text(LONGEST.reason) })

/** How a student stands with the school, by the names of its lifecycle; for staff of the school itself. */
export const enrolmentActs = {
  delay: marked('delay', 'reviewer', '延毕: nothing is begun until it is taken back', reasoned),
  complete: marked('complete', 'reviewer', '结业: completed without the degree; signing goes on', reasoned),
  withdraw: marked('withdraw', 'reviewer', 'Take a student, who holds no place, off the roster', reasoned),
  'take-back': marked('take-back', 'reviewer', 'Enrolled again, as before', reasoned),
} as const satisfies Record<(typeof enrolmentLife.offers)[number], Endpoint>

/** Judged as a row of a file is; whatever is wrong is named field by field. */
export const addStudent = {
  method: 'POST',
  url: '/api/schools/:school/students',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Enter one student, whom the first login lets in from then on',
    params: schoolParams,
    /** By the column's key, as it would stand in a file; a row of a code table by its code. */
    body: z.object({
      values: z.partialRecord(
        z.union([z.enum(COLUMN_KEYS as [ColumnKey, ...ColumnKey[]]), ownKey]),
        optionalLine(LONGEST.reason),
      ),
    }),
    response: { 200: z.object({ id: z.uuid() }) },
  },
} as const satisfies Endpoint

export const findStudentToInvite = {
  method: 'POST',
  url: '/api/schools/:school/students/find',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'One student, by name and number together or by short code; never a list',
    params: schoolParams,
    body: z.union([
      z.object({ name: personName, studentNumber }),
      z.object({
        shortCode: code().regex(/^[A-HJ-NP-Z2-9]{8}$/),
      }),
    ]),
    response: { 200: studentToInvite },
  },
} as const satisfies Endpoint
