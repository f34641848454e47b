import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import {
  type Check,
  type CheckAction,
  type CheckOffer,
  type CheckStep,
  checkLife,
  isAnswered,
} from './life.ts'
import type { CheckRule } from './rules.ts'

/** What a rule saw, one row a student or employer; `about` is the agreement or destination as the journal names it. */
export type CheckRow = {
  readonly studentId: string | null
  readonly employerId: string | null
  readonly about: string | null
  /** What is wrong with it, in codes or figures that the page words. */
  readonly note: string
}
/** What a rule finds: its subject is the same whenever it finds the same thing. */
export type Hit = {
  readonly subject: string
  /** With which college it is; null where its rows are of several, or of none. */
  readonly collegeId: string | null
  /** How many rows there are; the first of them are kept. */
  readonly count: number
  readonly rows: readonly CheckRow[]
  /** SHA-256 of all that in hex. */
  readonly fingerprint: string
}
export type CheckCase = Check &
  Omit<Hit, 'rows'> & {
    readonly schoolId: string
    readonly id: string
    readonly rule: CheckRule
    readonly foundAt: Date
    readonly waitingSince: Date
    /** The account of whoever looks into it. */
    readonly assignedTo: string | null
    readonly explanation: string | null
    readonly endedAt: Date | null
  }
export type CheckChange = {
  readonly before: CheckCase | null
  readonly after: CheckCase
  readonly step: CheckStep
  readonly data: JournalData
  /** Those kept from now on; null: those that are. */
  readonly rows: readonly CheckRow[] | null
}

type FindingFacts = Pick<CheckCase, 'schoolId' | 'id' | 'rule'>
const seenIn = ({ collegeId, count, fingerprint }: Hit) => ({ collegeId, count, fingerprint })
const dataOf = ({ rule, fingerprint, count }: CheckCase): JournalData => ({ rule, hash: fingerprint, count })
const changeTo = (
  before: CheckCase | null,
  after: CheckCase,
  step: CheckStep,
  rows: readonly CheckRow[] | null,
): CheckChange => ({ before, after, step, data: dataOf(after), rows })

/** Found for the first time. */
function findNew({ schoolId, id, rule }: FindingFacts, hit: Hit, at: Date): CheckChange {
  const born = {
    ...{ schoolId, id, rule, subject: hit.subject, version: 1 },
    ...seenIn(hit),
    ...{ foundAt: at, waitingSince: at, assignedTo: null, explanation: null, endedAt: null },
  }
  const step = checkLife.begin(born, { action: 'find', role: 'clock', at })
  return changeTo(null, { ...born, status: step.to }, step, hit.rows)
}

function byClock(before: CheckCase, action: CheckAction, change: Partial<CheckCase>, at: Date) {
  const step = checkLife.decide(before, { action, role: 'clock', seenVersion: null, at })
  return { step, after: { ...before, ...change, status: step.to, version: before.version + 1 } }
}

/**
 * A rule finds a thing again. What is looked into is seen anew where it has changed. What was explained stays so as long as
 * it is the same; what was corrected was not found in between, and is found again.
 */
function findAgain(before: CheckCase, hit: Hit, at: Date): CheckChange | null {
  const isSame = before.fingerprint === hit.fingerprint
  if (isSame && (!isAnswered(before.status) || before.explanation !== null)) return null
  const { step, after } = isAnswered(before.status)
    ? byClock(
        before,
        'find-again',
        { ...seenIn(hit), waitingSince: at, assignedTo: null, explanation: null, endedAt: null },
        at,
      )
    : byClock(before, 'see-anew', seenIn(hit), at)
  return changeTo(before, after, step, hit.rows)
}

/** The rule does not find it any more; the rows that it saw are kept. */
function correct(before: CheckCase, at: Date): CheckChange | null {
  if (checkLife.whyNot(before, 'correct', 'clock', at)) return null
  const { step, after } = byClock(before, 'correct', { waitingSince: at, explanation: null }, at)
  return changeTo(before, after, step, null)
}

/** What becomes of a rule's cases by what it finds now: `cases` are all of its within the same stretch of subjects. */
export function reconcile(
  { schoolId, rule, newId }: Pick<CheckCase, 'schoolId' | 'rule'> & { readonly newId: () => string },
  hits: readonly Hit[],
  cases: readonly CheckCase[],
  at: Date,
): CheckChange[] {
  const bySubject = new Map(cases.map((one) => [one.subject, one]))
  const found = new Set(hits.map(({ subject }) => subject))
  const changes = [
    ...hits.map((hit) => {
      const before = bySubject.get(hit.subject)
      return before ? findAgain(before, hit, at) : findNew({ schoolId, rule, id: newId() }, hit, at)
    }),
    ...cases.filter(({ subject }) => !found.has(subject)).map((one) => correct(one, at)),
  ]
  return changes.filter((change) => change !== null)
}

export type CheckCommand = {
  readonly action: CheckOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
  /** To whom, where it is assigned. */
  readonly assignee?: string | null | undefined
}
/** A college looks into its own; what is closed the school closes. */
const BY_SCHOOL: readonly CheckOffer[] = ['close']
const isForSchool = (action: CheckOffer) => BY_SCHOOL.includes(action)

export function actOnCheck(
  before: CheckCase,
  command: CheckCommand,
  { role, level, at }: Acting,
): CheckChange {
  if (isForSchool(command.action) && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = checkLife.decide(before, { ...command, role, at })
  const after: CheckCase = {
    ...before,
    ...CHANGES[command.action](command, step, at),
    status: step.to,
    version: before.version + 1,
  }
  return changeTo(before, after, step, null)
}
const CHANGES: Record<CheckOffer, (of: CheckCommand, step: CheckStep, at: Date) => Partial<CheckCase>> = {
  assign: ({ assignee }) => ({ assignedTo: assignee ?? null }),
  explain: (_command, { reason }, at) => ({ explanation: reason, waitingSince: at }),
  close: (_command, _step, at) => ({ endedAt: at }),
}

export const checkOffers = (of: Check, { role, level, at }: Acting): CheckOffer[] =>
  checkLife.actionsFor(of, role, at).filter((action) => level === 'school' || !isForSchool(action))

/** To whom it is assigned is told; nobody is told of what they take themselves. */
export function toldOfCheck({ after, step }: CheckChange, by: string | null): Message[] {
  const { assignedTo, schoolId: school, id, rule } = after
  if (step.action !== 'assign' || assignedTo === null || assignedTo === by) return []
  return [
    {
      kind: 'check.assigned',
      school,
      to: { userId: assignedTo },
      about: { kind: 'check', id },
      params: { rule, count: String(after.count) },
    },
  ]
}
