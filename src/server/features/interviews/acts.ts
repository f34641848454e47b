import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { type ApplicationOutcome, arrangeInterview } from '../../../domain/application/acts.ts'
import * as rules from '../../../domain/interview/acts.ts'
import type { InterviewChange, Meeting, NewSlots } from '../../../domain/interview/case.ts'
import { isPast } from '../../../domain/interview/life.ts'
import { spansOf, type Timing } from '../../../domain/interview/slots.ts'
import { refuseUnlessSayable } from '../../../domain/post/wording.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { holdAdmission } from '../admissions/standing.ts'
import { lockApplications } from '../applications/queries.ts'
import { settle } from '../applications/settling.ts'
import { together } from '../reviews/together.ts'
import { findWording } from '../wordings/queries.ts'
import { findSlot, type InterviewRecord, lockInterview, lockOpen, saveSlots } from './queries.ts'
import { settleInterviews } from './settling.ts'

const slotsOf = (timing: Timing, at: Date): NewSlots['slots'] =>
  spansOf(timing, at).map((span) => ({ ...span, id: uuidv7() }))

type Proposing = { readonly meeting: Meeting; readonly timing: Timing }
type Applicant = { readonly id: string; readonly seenVersion: number }
type Proposed = {
  readonly application: ApplicationOutcome
  readonly past: readonly InterviewChange[]
  readonly proposal: InterviewChange
}

/**
 * Gives the same times to applicants of one school that admits the employer. `decideEach` asks the rule of each, and answers what it allows; all that is
 * allowed is saved in a few statements.
 */
async function proposeTo(
  of: Doing,
  school: string,
  items: readonly Applicant[],
  { meeting, timing }: Proposing,
  decideEach: (decide: (item: Applicant) => Proposed) => readonly Proposed[],
): Promise<void> {
  const { tx, person, acting } = of
  const employer = person.employer!
  const { admitted } = await holdAdmission(tx, school, employer.id)
  if (!admitted) throw new Refusal('employer-not-admitted', { employer: employer.name })
  refuseUnlessSayable({ note: meeting.note }, await findWording(tx, school))
  const slots = slotsOf(timing, acting.at)
  const setId = uuidv7()
  const keys = items.map(({ id }) => ({ school, id }))
  const applications = await lockApplications(tx, keys, person, acting.at)
  const open = new Map((await lockOpen(tx, keys)).map((one) => [one.applicationId, one]))
  const done = decideEach(({ id, seenVersion }) => {
    const before = applications.take({ school, id })
    const application = arrangeInterview(before, seenVersion, acting)
    const { schoolId, employerId, studentId, title, employerName } = before
    const facts = { schoolId, employerId, studentId, title, employerName, applicationId: id }
    const named = { ...facts, id: uuidv7(), setId, studentName: before.snapshot.name }
    const proposal = rules.proposeInterview(named, meeting, acting)
    return { application, past: pastOf(open.get(id), acting.at), proposal }
  })
  if (done.length === 0) return
  await settleInterviews(of, rules.outcomeOf(done.flatMap(({ past }) => past)))
  await settle(of, {
    changes: done.flatMap(({ application }) => application.changes),
    told: done.flatMap(({ application }) => application.told),
  })
  await saveSlots(tx, { schoolId: school, setId, employerId: employer.id, slots })
  await settleInterviews(of, rules.outcomeOf(done.map(({ proposal }) => proposal)))
}

/** To one applicant. */
export const propose = (of: Doing, { school, id }: Key, seenVersion: number, proposing: Proposing) =>
  proposeTo(of, school, [{ id, seenVersion }], proposing, (decide) => [decide({ id, seenVersion })])

/** To several; what one of them stands in the way of holds up no other. */
export async function proposeTogether(
  of: Doing,
  request: FastifyRequest,
  school: string,
  items: readonly Applicant[],
  proposing: Proposing,
) {
  let results: Results = []
  await proposeTo(of, school, items, proposing, (decide) => {
    const decided = together(request, items, decide)
    results = decided.results
    return decided.done
  })
  return { results }
}
type Results = ReturnType<typeof together>['results']

/** A further round comes after the last one; while that is still to come there is none. */
function pastOf(open: InterviewRecord | undefined, at: Date): InterviewChange[] {
  if (!open) return []
  if (!isPast(open, at)) throw new Refusal('interview-open')
  return [rules.settleInterview(open, at)]
}

/** One act on an interview that is there. */
async function act(
  of: Doing,
  key: Key,
  rule: (before: InterviewRecord) => InterviewChange | Promise<InterviewChange>,
): Promise<void> {
  const before = await lockInterview(of.tx, key, of.person)
  await settleInterviews(of, rules.outcomeOf([await rule(before)]))
}

type Step = { readonly seenVersion: number; readonly reason?: string | undefined }

export const pick = (of: Doing, key: Key, { seenVersion, slotId }: Step & { readonly slotId: string }) =>
  act(of, key, async (before) => {
    const slot = await findSlot(of.tx, { school: key.school, id: slotId }, before.setId)
    return rules.pickSlot(before, { seenVersion, slot }, of.acting)
  })

export const answer = (of: Doing, key: Key, action: 'ask' | 'decline', step: Step) =>
  act(of, key, (before) => rules.answerInterview(before, { ...step, action }, of.acting))

/** What the employer does in words that the school's lists allow. */
const say = (
  of: Doing,
  key: Key,
  said: { readonly note?: string; readonly reason?: string | undefined },
  rule: (before: InterviewRecord) => InterviewChange | Promise<InterviewChange>,
) =>
  act(of, key, async (before) => {
    refuseUnlessSayable(said, await findWording(of.tx, key.school))
    return rule(before)
  })

export const cancel = (of: Doing, key: Key, { seenVersion, reason }: Step) =>
  say(of, key, { reason }, (before) =>
    rules.answerInterview(before, { action: 'cancel', seenVersion, reason }, of.acting),
  )

export const change = (
  of: Doing,
  key: Key,
  { timing, ...step }: Step & { readonly meeting: Meeting; readonly timing: Timing },
) =>
  say(of, key, { note: step.meeting.note, reason: step.reason }, async (before) => {
    const slots = slotsOf(timing, of.acting.at)
    const setId = uuidv7()
    const changed = rules.changeTimes(before, { ...step, setId }, of.acting)
    const { schoolId, employerId } = before
    await saveSlots(of.tx, { schoolId, setId, employerId, slots })
    return changed
  })

export const relocate = (of: Doing, key: Key, step: Step & { readonly meeting: Meeting }) =>
  say(of, key, { note: step.meeting.note, reason: step.reason }, (before) =>
    rules.relocate(before, step, of.acting),
  )
