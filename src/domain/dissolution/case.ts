import { endOfDayInChina } from '../day.ts'
import type { Step } from '../lifecycle.ts'
import type { Change, JournalData } from '../outcome.ts'
import type { Holder, WithCollege } from '../review.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Fault, GroundCode } from './grounds.ts'
import {
  type Dissolution,
  type DissolutionAction,
  type DissolutionStatus,
  dissolutionStatusAt,
  dissolutionWaitsFor,
  OPEN_DISSOLUTION,
} from './life.ts'

/** A request to dissolve with all that an act on it may change or needs to know. */
export type DissolutionCase = Dissolution &
  WithCollege & {
    readonly schoolId: string
    readonly id: string
    readonly agreementId: string
    readonly studentId: string
    readonly employerId: string | null
    readonly ground: GroundCode
    readonly reason: string
    readonly fault: Fault
    /** The other side's words, or the school's where it took evidence instead of an answer. */
    readonly answer: string | null
    /** When the other side itself answered. */
    readonly answeredAt: Date | null
    /** The review's words. */
    readonly decision: string | null
    readonly waitingFor: Holder
    readonly waitingSince: Date
    /** Opens the public proof. */
    readonly proofCode: string
    readonly askedAt: Date
    readonly endedAt: Date | null
    /** The agreement's. */
    readonly number: string
    readonly snapshot: Snapshot
  }
export type DissolutionChange = Change<'dissolution', DissolutionCase>

const ANSWERS: readonly DissolutionAction[] = ['agree', 'refuse']
const INSTEAD_OF_ANSWER: readonly DissolutionAction[] = ['accept-evidence']
const DECISIONS: readonly DissolutionAction[] = ['pass', 'reject']

/** The change with what follows from it: words in their place, whose turn it is since when, and its end. */
export function dissolutionChange(
  before: DissolutionCase | null,
  changed: DissolutionCase,
  step: Step<DissolutionAction, DissolutionStatus>,
  data: JournalData,
): DissolutionChange {
  const { action, reason, at } = step
  const waitingFor = dissolutionWaitsFor(changed)
  const isAnswer = ANSWERS.includes(action)
  const after: DissolutionCase = {
    ...changed,
    reason: (action === 'correct' && reason) || changed.reason,
    answer: isAnswer || INSTEAD_OF_ANSWER.includes(action) ? reason : changed.answer,
    answeredAt: isAnswer ? at : changed.answeredAt,
    decision: DECISIONS.includes(action) ? reason : changed.decision,
    waitingFor,
    waitingSince: waitingSince(),
    endedAt: OPEN_DISSOLUTION.includes(step.to) ? null : at,
  }
  return { kind: 'dissolution', before, after, step, data, place: { do: 'keep' } }

  /** An overdue request has been the school's since its last day ended, whenever that is recorded. */
  function waitingSince(): Date {
    if (action === 'escalate' && changed.answerBy) return endOfDayInChina(changed.answerBy)
    const isSame = before?.waitingFor === waitingFor && step.to === step.from
    return isSame ? before.waitingSince : at
  }
}

/** Status, answer and turn as they are at this instant: what nobody answered is the school's since the last day ended. */
export function dissolutionAt(
  of: Pick<DissolutionCase, 'status' | 'answerBy' | 'answeredAt' | 'waitingFor' | 'waitingSince'>,
  at: Date,
) {
  const status = dissolutionStatusAt(of, at)
  const isOverdue = status !== of.status && of.answerBy !== null
  return {
    status,
    /** The other side agreed; false where it was not asked, or evidence stands instead of its answer. */
    agreed: of.answeredAt !== null && status !== 'refused',
    waitingFor: isOverdue ? ('school' as const) : of.waitingFor,
    waitingSince: isOverdue ? endOfDayInChina(of.answerBy) : of.waitingSince,
  }
}
