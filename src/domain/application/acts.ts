import { addDays, dayInChina } from '../day.ts'
import type { Enrolment } from '../enrolment/life.ts'
import { reasonsOfEnrolment } from '../enrolment/signing.ts'
import type { Role } from '../lifecycle.ts'
import { type Often, reasonsOfOften } from '../often.ts'
import type { JournalData } from '../outcome.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { ApplicationCase, ApplicationChange } from './case.ts'
import {
  type Application,
  type ApplicationAction,
  type ApplicationOffer,
  type ApplicationStep,
  applicationLife,
  isGoingOn,
  isUnanswered,
} from './life.ts'
import { applicationTold, type Told } from './told.ts'

export type ApplicationOutcome = { readonly changes: readonly ApplicationChange[]; readonly told: Told }

const outcomeOf = (changes: readonly ApplicationChange[]): ApplicationOutcome => ({
  changes,
  told: changes.flatMap(({ after, step }) => applicationTold(after, step)),
})

/**
 * What this person may do now beside looking; a school takes no part in what students and employers make out. One who has an
 * interview to come is given other times there.
 */
export const applicationOffers = (
  of: Application & { readonly hasInterview: boolean },
  { role, at }: Acting,
): Exclude<ApplicationOffer, 'look'>[] =>
  applicationLife
    .actionsFor(of, role, at)
    .filter((action) => action !== 'look')
    .filter((action) => action !== 'interview' || !of.hasInterview)

export type ApplyingFacts = Pick<
  ApplicationCase,
  | 'schoolId'
  | 'id'
  | 'postId'
  | 'employerId'
  | 'studentId'
  | 'snapshot'
  | 'education'
  | 'majorCode'
  | 'resumeId'
  | 'title'
  | 'employerName'
> & {
  /** Within how many days its school wants an application answered. */
  readonly answerDays: number
  readonly enrolment: Enrolment
  /** The student has applied for this post before, whatever came of it. */
  readonly hasApplied: boolean
  readonly often: Often
}

/** A student applies for a post that is open to them: once, whatever comes of it. */
export function applyFor(
  { answerDays, enrolment, hasApplied, often, ...of }: ApplyingFacts,
  note: string,
  { role, at }: Acting,
): ApplicationOutcome {
  if (hasApplied) throw new Refusal('applied-already')
  refuseFor(reasonsOfEnrolment(enrolment))
  refuseFor(reasonsOfOften('applications-too-often', often, at))
  const born = {
    ...of,
    note,
    version: 1,
    isInvited: false,
    appliedAt: at,
    answerBy: addDays(dayInChina(at), answerDays),
    answeredAt: null,
    changedAt: at,
    reason: null,
    endedAt: null,
  }
  const step = applicationLife.begin(born, { action: 'apply', role, at })
  return outcomeOf([{ before: null, after: { ...born, status: step.to }, step, data: dataOf(born) }])
}
const dataOf = ({ postId, version }: Pick<ApplicationCase, 'postId' | 'version'>): JournalData => ({
  post: postId,
  version,
})

function changed(before: ApplicationCase, step: ApplicationStep): ApplicationChange {
  const { at } = step
  const isAnswer = step.from !== null && isUnanswered(step.from) && ANSWERS.includes(step.action)
  const after = {
    ...before,
    status: step.to,
    version: before.version + 1,
    answeredAt: isAnswer ? at : before.answeredAt,
    changedAt: at,
    reason: step.reason,
    endedAt: isGoingOn(step.to) ? null : at,
  }
  return { before, after, step, data: dataOf(after) }
}
const ANSWERS: readonly ApplicationAction[] = ['shortlist', 'interview', 'offer', 'decline']

export type ApplicationCommand = {
  readonly action: ApplicationOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
}
/** One act of the student or of a member of the employer on one application. */
export const actOnApplication = (
  before: ApplicationCase,
  command: ApplicationCommand,
  { role, at }: Acting,
): ApplicationOutcome =>
  outcomeOf([changed(before, applicationLife.decide(before, { ...command, role, at }))])

/** A member of the employer opens it: the first time is a step, which the student reads of. */
export const lookAt = (before: ApplicationCase, acting: Acting): ApplicationOutcome =>
  applicationLife.whyNot(before, 'look', acting.role, acting.at) === null
    ? actOnApplication(before, { action: 'look', seenVersion: before.version }, acting)
    : outcomeOf([])

/** The employer gives the applicant times for an interview, which is a matter of its own. */
export const arrangeInterview = (
  before: ApplicationCase,
  seenVersion: number,
  acting: Acting,
): ApplicationOutcome => actOnApplication(before, { action: 'interview', seenVersion }, acting)

/** The employer sends the student an invitation, which is linked with it; of another student it is none. */
export function inviteApplicant(
  before: ApplicationCase,
  studentId: string,
  { role, at }: Acting,
): ApplicationOutcome {
  if (before.studentId !== studentId) throw new Refusal('not-found')
  const command = { action: 'invite', role, seenVersion: before.version, at } as const
  return outcomeOf([changed(before, applicationLife.decide(before, command))])
}

const allAtOnce = (
  those: readonly ApplicationCase[],
  command: { readonly action: 'end' | 'leave'; readonly role: Role; readonly at: Date },
): ApplicationOutcome =>
  outcomeOf(
    those.map((before) => changed(before, applicationLife.decide(before, { ...command, seenVersion: null }))),
  )
/** With the post that is taken down, or with its employer's admission, what was applied for ends (AT-4); why is between those two. */
export const endWithPost = (those: readonly ApplicationCase[], at: Date): ApplicationOutcome =>
  allAtOnce(those, { action: 'end', role: 'take-down', at })
/** Whoever leaves the roster takes back what has come to no offer: the employer reads nothing of it any more. */
export const leaveWithStudent = (those: readonly ApplicationCase[], at: Date): ApplicationOutcome =>
  allAtOnce(those, { action: 'leave', role: 'enrolment', at })
