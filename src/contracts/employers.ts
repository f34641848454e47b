import { z } from 'zod'
import { agreementStatus, standingOfAgreement } from './agreements.ts'
import { day, instant, schoolCode, schoolNamed } from './atoms.ts'
import { dissolutionStatus, standingOfDissolution } from './dissolutions.ts'
import type { Endpoint } from './endpoint.ts'
import { invitationStatus, standingOfInvitation } from './invitations.ts'
import { creditCode } from './typed.ts'

const tags = ['employers']

/** A case on the employer's desk: with whom, about what, since when and until which day it waits. */
const onDesk = {
  id: z.uuid(),
  school: schoolNamed,
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
export const numbers = z.object({
  invitations: z.object({ pending: z.int(), endingSoon: z.int(), endedLately: z.int() }),
  agreements: byTurn.extend({ inForce: z.int() }),
  dissolutions: byTurn,
  /** That have not been opened, and that were opened and not answered. */
  applications: z.object({ submitted: z.int(), seen: z.int() }),
  /** Whose students ask for other times. */
  interviews: z.object({ asked: z.int() }),
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
  applications: { submitted: { status: 'submitted' }, seen: { status: 'seen' } },
  interviews: { asked: { which: 'asked' } },
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
            ...schoolNamed.shape,
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
