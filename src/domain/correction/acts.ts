import type { OfferOf } from '../lifecycle.ts'
import type { Outcome, TakenFiles } from '../outcome.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import { type Acting, decidedAt, isDueTo, levelDue, refuseUnlessDueTo } from '../review.ts'
import type { RosterValues } from '../roster/columns.ts'
import { type AskingFacts, changesAsked, isOutdated } from './asked.ts'
import { type CorrectionCase, type CorrectionChange, correctionChange, correctionRef } from './case.ts'
import { reasonsAgainstSubmitting, type SubmittingFacts } from './eligibility.ts'
import { correctionLife, evolveCorrection } from './life.ts'
import { correctionTold } from './told.ts'

export type CorrectionOffer = OfferOf<typeof correctionLife.rules>
type CorrectionOutcome = Outcome<CorrectionChange>

/** What the roster says of the student now, and who else of their year has the document that is asked for. */
export type RosterFacts = {
  readonly roster: RosterValues
  /** The student number; null where nobody has it. */
  readonly holder: string | null
}

/** The roster says something else by now than the student saw: it is asked anew, or refused, and never passed. */
export const hasMoved = ({ changes }: Pick<CorrectionCase, 'changes'>, { roster }: RosterFacts): boolean =>
  changes.some((change) => isOutdated(change, roster))

/** What this person may do now: the buttons of the page. */
export const correctionOffers = (
  of: CorrectionCase,
  facts: RosterFacts,
  { role, level, at }: Acting,
): CorrectionOffer[] => {
  if (role === 'reviewer' && !isDueTo(of, { level })) return []
  const isPassable = !hasMoved(of, facts) && facts.holder === null
  return correctionLife.actionsFor(of, role, at).filter((action) => action !== 'pass' || isPassable)
}

export type Given = {
  readonly values: Readonly<Record<string, string>>
  readonly reason: string
  readonly evidence: readonly string[]
}

const filesOf = (of: Pick<CorrectionCase, 'id'>, ids: readonly string[]): TakenFiles => {
  if (ids.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  return { of: correctionRef(of), ids, beside: false }
}

export type Submitting = SubmittingFacts &
  AskingFacts & {
    readonly student: Pick<
      CorrectionCase,
      'schoolId' | 'id' | 'studentId' | 'collegeId' | 'snapshot' | 'levels'
    >
  }

/** The student asks to have the roster corrected; signing waits from now on (R20). */
export function submitCorrection(
  { student, ...facts }: Submitting,
  { values, reason, evidence }: Given,
  { role, at }: Acting,
): CorrectionOutcome {
  refuseFor(reasonsAgainstSubmitting(facts, at))
  const changes = changesAsked(facts, values, at)
  const files = filesOf(student, evidence)
  const born: Omit<CorrectionCase, 'status'> = {
    ...student,
    changes,
    reason,
    decidedBy: [],
    version: 1,
    level: 0,
    waitingFor: null,
    waitingSince: at,
    submittedAt: at,
    endedAt: null,
  }
  const step = correctionLife.begin(born, { action: 'submit', role, reason, at })
  const change = correctionChange(
    null,
    { ...born, status: step.to },
    step,
    { version: born.version },
    facts.roster,
  )
  return { changes: [change], files, told: correctionTold(change.after, step) }
}

/** The student asks anew for what is in review or was asked back, seen against the roster as it is now; all levels come again. */
export function resubmitCorrection(
  { before, ...asking }: AskingFacts & { readonly before: CorrectionCase },
  { seenVersion, values, reason, evidence }: Given & { readonly seenVersion: number },
  { role, at }: Acting,
): CorrectionOutcome {
  const step = correctionLife.decide(before, { action: 'resubmit', role, seenVersion, reason, at })
  const changes = changesAsked(asking, values, at)
  const files = filesOf(before, evidence)
  const after = { ...evolveCorrection(before, step), changes, reason }
  const change = correctionChange(before, after, step, { version: seenVersion }, asking.roster)
  return { changes: [change], files, told: correctionTold(change.after, step) }
}

export type CorrectionCommand = {
  readonly action: Exclude<CorrectionOffer, 'resubmit'>
  readonly seenVersion: number
  readonly reason?: string | undefined
}

/** Every act of a person on a correction but asking anew. What is passed at the last level the roster says from then on. */
export function actOnCorrection(
  { before, ...facts }: RosterFacts & { readonly before: CorrectionCase },
  { action, seenVersion, reason }: CorrectionCommand,
  acting: Acting,
): CorrectionOutcome {
  const { role, at } = acting
  const step = correctionLife.decide(before, { action, seenVersion, reason, role, at })
  if (role === 'reviewer') refuseUnlessDueTo(before, acting)
  if (action === 'pass' && hasMoved(before, facts))
    throw new Refusal('content-changed', { version: before.version })
  if (action === 'pass' && facts.holder !== null)
    throw new Refusal('document-of-another', { studentNumber: facts.holder })
  const level = role === 'reviewer' ? levelDue(before) : null
  const evolved = { ...evolveCorrection(before, step), decidedBy: decidedAt(before, level) }
  const change = correctionChange(before, evolved, step, { version: seenVersion, level }, facts.roster)
  return { changes: [change], files: null, told: correctionTold(change.after, step) }
}
