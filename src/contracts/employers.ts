import { z } from 'zod'
import { EMPLOYER_KINDS, isLicenceInOrder } from '../domain/employer-facts.ts'
import { LONGEST } from '../domain/longest.ts'
import { me } from './accounts.ts'
import { admissionStatus, admissionTurn, verificationFields } from './admissions.ts'
import { agreementStatus, standingOfAgreement } from './agreements.ts'
import { day, instant, schoolCode } from './atoms.ts'
import { dissolutionStatus, standingOfDissolution } from './dissolutions.ts'
import { employerFacts } from './employer-facts.ts'
import type { Endpoint } from './endpoint.ts'
import { invitationStatus, standingOfInvitation } from './invitations.ts'
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
  text,
} from './typed.ts'

const tags = ['employers']

/** A case on the employer's desk: with whom, about what, since when and until which day it waits. */
const onDesk = {
  id: z.uuid(),
  school: z.object({ code: z.string(), name: z.string() }),
  student: z.object({ name: z.string(), studentNumber: z.string() }),
  position: z.string(),
  since: instant,
  until: day.nullable(),
}
const invitationOnDesk = z.object({
  kind: z.literal('invitation'),
  ...onDesk,
  status: invitationStatus,
  standing: standingOfInvitation,
})
const deskCase = z.discriminatedUnion('kind', [
  invitationOnDesk,
  z.object({
    kind: z.literal('agreement'),
    ...onDesk,
    status: agreementStatus,
    standing: standingOfAgreement,
  }),
  z.object({
    kind: z.literal('dissolution'),
    ...onDesk,
    status: dissolutionStatus,
    standing: standingOfDissolution,
  }),
])
export type DeskCase = z.infer<typeof deskCase>
const byTurn = z.object({ employer: z.int(), student: z.int(), school: z.int() })
const numbers = z.object({
  invitations: z.object({ pending: z.int(), endingSoon: z.int(), endedLately: z.int() }),
  agreements: byTurn.extend({ inForce: z.int() }),
  dissolutions: byTurn,
})
type Numbers<T> = {
  readonly [K in keyof z.infer<typeof numbers>]: Readonly<Record<keyof z.infer<typeof numbers>[K], T>>
}

const BY_TURN = {
  employer: { turn: 'employer' },
  student: { turn: 'student' },
  school: { turn: 'school' },
} as const
/** By what each list shows exactly the cases that a number of the desk counts. */
export const COUNTED_BY = {
  invitations: {
    pending: { status: 'pending' },
    endingSoon: { ending: 'soon' },
    endedLately: { ended: 'lately' },
  },
  agreements: { ...BY_TURN, inForce: { status: 'effective' } },
  dissolutions: BY_TURN,
} as const satisfies Numbers<object>

/** Of each part so many cases stand on the desk; the numbers lead to the lists with all of them. */
export const MOST_ON_DESK = 10

export const employerWorkbench = {
  method: 'GET',
  url: '/api/employer/workbench',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      'What waits for the employer and for others, as the cases themselves; and the schools that admitted it',
    response: {
      200: z.object({
        /** It is the employer's turn: what ends first stands first. */
        mine: z.array(deskCase),
        /** Invitations of the last days that came to nothing, and of which nothing has followed. */
        ended: z.array(invitationOnDesk),
        /** It is a student's or a school's turn. */
        others: z.array(deskCase),
        /** Each as the list that it leads to counts it. */
        counts: numbers,
        schools: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            admitted: z.boolean(),
            defaultDays: z.int(),
            minDays: z.int(),
            maxDays: z.int(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

/** The name as it is registered here; null for a well-formed code that is not on the platform. */
export const findEmployerByCreditCode = {
  method: 'GET',
  url: '/api/schools/:school/employers/:creditCode',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The employer’s name by its unified social credit code',
    params: z.object({ school: schoolCode, creditCode }),
    response: { 200: z.object({ name: z.string().nullable() }) },
  },
} as const satisfies Endpoint

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
      .extend({ creditCode, memberName: personName, login, password: secret, language: me.shape.language })
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
      school: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }),
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
