import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { InterviewCase, InterviewChange, Meeting } from './case.ts'
import { type InterviewAction, type InterviewOffer, interviewLife, isPast } from './life.ts'
import { isAhead, type Slot } from './slots.ts'
import { interviewTold, type Told } from './told.ts'

export type InterviewOutcome = { readonly changes: readonly InterviewChange[]; readonly told: Told }

export const outcomeOf = (changes: readonly InterviewChange[]): InterviewOutcome => ({
  changes,
  told: changes.flatMap(interviewTold),
})

/** What this person may do now. */
export const interviewOffers = (of: InterviewCase, { role, at }: Acting): InterviewOffer[] =>
  interviewLife.actionsFor(of, role, at)

const NO_SLOT = { slotId: null, beginsAt: null, endsAt: null } as const
type Changed = Partial<
  Pick<InterviewCase, keyof Meeting | 'setId' | 'slotId' | 'beginsAt' | 'endsAt' | 'status'>
>
const dataOf = ({ id, version, beginsAt }: Pick<InterviewCase, 'id' | 'version' | 'beginsAt'>) => ({
  interview: id,
  version,
  beginsAt: beginsAt?.toISOString() ?? null,
})

export type ProposingFacts = Pick<
  InterviewCase,
  | 'schoolId'
  | 'id'
  | 'applicationId'
  | 'employerId'
  | 'studentId'
  | 'setId'
  | 'title'
  | 'employerName'
  | 'studentName'
>
/** The employer gives an applicant times to choose from. */
export function proposeInterview(
  of: ProposingFacts,
  meeting: Meeting,
  { role, at }: Acting,
): InterviewChange {
  const born = { ...of, ...meeting, ...NO_SLOT, version: 1, reason: null, proposedAt: at, changedAt: at }
  const step = interviewLife.begin(born, { action: 'propose', role, at })
  return { before: null, after: { ...born, status: step.to }, step, data: dataOf(born) }
}

type Command = {
  readonly action: InterviewOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
}
function changed(
  before: InterviewCase,
  command: Omit<Command, 'action' | 'seenVersion'> & {
    readonly action: InterviewAction
    readonly seenVersion: number | null
  },
  { role, at }: Pick<Acting, 'role' | 'at'>,
  part: Changed = {},
): InterviewChange {
  const step = interviewLife.decide(before, { ...command, role, at })
  const { reason } = step
  const after = { ...before, ...part, status: step.to, version: before.version + 1, reason, changedAt: at }
  return { before, after, step, data: dataOf(after) }
}

/** The student takes one of the times that were given. */
export function pickSlot(
  before: InterviewCase,
  { seenVersion, slot }: { readonly seenVersion: number; readonly slot: Slot },
  acting: Acting,
): InterviewChange {
  const { id: slotId, beginsAt, endsAt } = slot
  const change = changed(before, { action: 'pick', seenVersion }, acting, { slotId, beginsAt, endsAt })
  if (!isAhead(slot, acting.at)) throw new Refusal('interview-time-over', { field: 'slotId' })
  return change
}

/** The student asks for another time, or declines; the employer calls it off. What was fixed before stands in the chain alone. */
export const answerInterview = (
  before: InterviewCase,
  command: Command & { readonly action: 'ask' | 'decline' | 'cancel' },
  acting: Acting,
): InterviewChange => changed(before, command, acting, command.action === 'ask' ? NO_SLOT : {})

/** The employer gives other times, in words of its own; what had been taken is free. */
export const changeTimes = (
  before: InterviewCase,
  {
    setId,
    meeting,
    ...command
  }: Omit<Command, 'action'> & { readonly setId: string; readonly meeting: Meeting },
  acting: Acting,
): InterviewChange =>
  changed(before, { ...command, action: 'change' }, acting, { ...meeting, ...NO_SLOT, setId })

/** At the same time, elsewhere. */
export const relocate = (
  before: InterviewCase,
  { meeting, ...command }: Omit<Command, 'action'> & { readonly meeting: Meeting },
  acting: Acting,
): InterviewChange => changed(before, { ...command, action: 'relocate' }, acting, meeting)

/** With its application, or before a further round. What was fixed and is over has taken place. */
export const settleInterview = (before: InterviewCase, at: Date): InterviewChange =>
  changed(
    before,
    { action: isPast(before, at) ? 'hold' : 'end', seenVersion: null },
    { role: 'application', at },
  )
