import { z } from 'zod'
import { EMPLOYER_FIELDS, EMPLOYER_KINDS, isLicenceInOrder } from '../domain/employer-facts.ts'
import { LONGEST } from '../domain/longest.ts'
import { me } from './accounts.ts'
import { admissionStatus, admissionTurn, verificationFields } from './admissions.ts'
import { instant, keyParams, pageOf, paging, schoolNamed } from './atoms.ts'
import { timelineEntry } from './case.ts'
import { employerFacts } from './employer-facts.ts'
import type { Endpoint } from './endpoint.ts'
import {
  code,
  creditCode,
  emailAddress,
  line,
  login,
  optionalLine,
  organisation,
  personName,
  phone,
  secret,
  signingName,
  text,
} from './typed.ts'

const tags = ['employers']

/** What an employer says of itself; codes are looked up in the code tables. */
export const employerFields = z.object({
  name: organisation,
  kind: z.enum(EMPLOYER_KINDS),
  licenceNumber: optionalLine(LONGEST.number),
  scope: text(LONGEST.scope),
  legalPerson: personName,
  industry: code(),
  size: code(),
  nature: code(),
  region: code(),
  address: line(LONGEST.address),
  contactName: personName,
  contactPhone: phone,
  contactEmail: emailAddress,
})
export type EmployerFields = z.output<typeof employerFields>
/** L8: an agency names its licence, and nobody else has one. */
const inOrder = { path: ['licenceNumber'] }

/** Its first member is its owner, and is signed in. A credit code is registered once: the refusal says what to do, never who. */
export const registerEmployer = {
  method: 'POST',
  url: '/api/public/employers',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Register an employer, which then applies to schools',
    body: employerFields
      .extend({ creditCode, memberName: signingName, login, password: secret, language: me.shape.language })
      .refine(isLicenceInOrder, inOrder),
    response: { 200: me },
  },
} as const satisfies Endpoint

const ownRecord = z.object({
  creditCode: z.string(),
  version: z.int(),
  /** What holds, as schools have certified it. */
  inEffect: employerFacts,
  /** What the employer has declared since and no school has certified yet. */
  declared: employerFacts.nullable(),
  /** With each school that it has asked. */
  admissions: z.array(
    z.object({
      school: schoolNamed,
      status: admissionStatus,
      reason: z.string().nullable(),
      waitingSince: instant,
      turn: admissionTurn,
      ...verificationFields,
    }),
  ),
  /** The schools that it has not asked. */
  others: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
})

export const getOwnEmployer = {
  method: 'GET',
  url: '/api/employer/record',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'What the employer says of itself, and where it stands with each school',
    response: { 200: ownRecord },
  },
} as const satisfies Endpoint

/** Certified data go through admission again (R21): until a school has admitted them, what it certified holds on. */
export const changeOwnEmployer = {
  method: 'PUT',
  url: '/api/employer/record',
  config: { access: 'owner' },
  schema: {
    tags,
    summary: 'Change what the employer says of itself',
    body: employerFields.extend({ seenVersion: z.int().min(1) }).refine(isLicenceInOrder, inOrder),
    response: { 200: ownRecord },
  },
} as const satisfies Endpoint

/** What happened to an employer, as far as its reader goes. */
const employerLine = timelineEntry.omit({ signed: true }).extend({
  id: z.string(),
  /** Of a decision, the school that it is of. */
  school: schoolNamed.nullable(),
  /** What it said otherwise of itself, and by what name it calls itself since. */
  changed: z.array(z.enum(EMPLOYER_FIELDS)),
  name: z.string().nullable(),
})
const employerLines = pageOf(employerLine)
export type EmployerLine = z.infer<typeof employerLine>
export type EmployerLines = z.infer<typeof employerLines>

export const listOwnHistory = {
  method: 'GET',
  url: '/api/employer/record/history',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      'What the employer and its members did with what is its own, and what schools decided on it, newest first',
    querystring: paging,
    response: { 200: employerLines },
  },
} as const satisfies Endpoint

export const listEmployerHistory = {
  method: 'GET',
  url: '/api/schools/:school/admissions/:id/history',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary:
      'What an employer that has asked this school said of itself and when: nothing of its members or other schools',
    params: keyParams,
    querystring: paging,
    response: { 200: employerLines },
  },
} as const satisfies Endpoint
