import type { Enrolment } from '../enrolment/life.ts'
import { type Reason, Refusal, refuseFor } from '../refusal.ts'
import { type Acting, decidedAt, isDueTo, levelDue, refuseUnlessDueTo } from '../review.ts'
import {
  type Edition,
  editionNumber,
  movedFacts,
  type OwnWords,
  type RecommendationCase,
  type RecommendationOutcome,
  type SheetFacts,
} from './case.ts'
import {
  evolveRecommendation,
  issues,
  type RecommendationOffer,
  type RecommendationStep,
  recommendationLife,
  recommendationWaitsFor,
} from './life.ts'
import { recommendationTold } from './told.ts'

/** Those that ask for the roster as it is now. */
const SENDS = ['renew', 'resubmit'] as const
type Sending = (typeof SENDS)[number]

/** The school speaks for its own students only. */
export const reasonsAgainstRecommending = (enrolment: Enrolment): Reason[] =>
  enrolment === 'withdrawn' ? [{ code: 'student-off-roster', remover: 'school', details: {} }] : []

/** Only the school itself takes back what was issued in its name, whoever reviews it first. */
const isRevoker = ({ role, level }: Acting): boolean => role === 'reviewer' && level === 'school'

const maySay = (of: RecommendationCase, action: RecommendationOffer, acting: Acting, roster: SheetFacts) => {
  if (action === 'revoke') return isRevoker(acting)
  if (acting.role !== 'reviewer') return true
  if (!isDueTo(of, acting)) return false
  return action === 'return' || movedFacts(of.facts, roster).length === 0
}

/** What this person may do now: the buttons of the page. Nothing is passed that the roster has left behind. */
export const recommendationOffers = (
  of: RecommendationCase,
  roster: SheetFacts,
  acting: Acting,
): RecommendationOffer[] =>
  recommendationLife
    .actionsFor(of, acting.role, acting.at)
    .filter((action) => maySay(of, action, acting, roster))

type Asking = {
  readonly student: Pick<
    RecommendationCase,
    'schoolId' | 'id' | 'studentId' | 'collegeId' | 'snapshot' | 'levels'
  >
  readonly roster: SheetFacts
  readonly enrolment: Enrolment
}

/** The student asks for their first. */
export function askRecommendation(
  { student, roster, enrolment }: Asking,
  own: OwnWords,
  { role, at }: Acting,
): RecommendationOutcome {
  refuseFor(reasonsAgainstRecommending(enrolment))
  const born: Omit<RecommendationCase, 'status'> = {
    ...student,
    facts: roster,
    own,
    word: null,
    decidedBy: [],
    version: 1,
    editions: 0,
    inForce: null,
    level: 0,
    waitingFor: null,
    waitingSince: at,
    askedAt: at,
    revokedAt: null,
  }
  const step = recommendationLife.begin(born, { action: 'ask', role, at })
  return outcome(null, { ...born, status: step.to }, step)
}

export type SendingFacts = Pick<Asking, 'roster' | 'enrolment'> & {
  readonly before: RecommendationCase
  /** How the student is called now, and the levels that a new review has. */
  readonly student: Pick<RecommendationCase, 'snapshot' | 'levels'>
}

/** The student sends it anew, seen against the roster as it is now: all levels come again, and the word is written anew. */
export function sendRecommendation(
  { before, student, roster, enrolment }: SendingFacts,
  {
    action,
    seenVersion,
    own,
  }: { readonly action: Sending; readonly seenVersion: number; readonly own: OwnWords },
  { role, at }: Acting,
): RecommendationOutcome {
  const step = recommendationLife.decide(before, { action, role, seenVersion, at })
  refuseFor(reasonsAgainstRecommending(enrolment))
  const evolved = evolveRecommendation(before, step)
  const begun = action === 'renew' ? { ...student, askedAt: at } : { snapshot: student.snapshot }
  return outcome(before, { ...evolved, ...begun, facts: roster, own, word: null }, step)
}

export type RecommendationCommand = {
  readonly action: Exclude<RecommendationOffer, Sending>
  readonly seenVersion: number
  readonly reason?: string | undefined
  /** 评语, where it is recommended. */
  readonly word?: string | undefined
  /** Of whoever acts: it stands on the sheet below the word. */
  readonly byName: string
}

/** Every other act. Of the last review an edition comes, which says what the roster says. */
export function actOnRecommendation(
  { before, roster }: { readonly before: RecommendationCase; readonly roster: SheetFacts },
  { action, seenVersion, reason, word, byName }: RecommendationCommand,
  acting: Acting,
): RecommendationOutcome {
  const { role, at } = acting
  const step = recommendationLife.decide(before, { action, role, seenVersion, reason, at })
  if (action === 'revoke' && !isRevoker(acting)) throw new Refusal('reviewed-at-another-level')
  if (action !== 'revoke' && role === 'reviewer') refuseUnlessDueTo(before, acting)
  const isPassed = action === 'recommend' || action === 'pass'
  if (isPassed && movedFacts(before.facts, roster).length > 0)
    throw new Refusal('content-changed', { version: before.version })
  const text = word?.trim() ?? ''
  if (action === 'recommend' && text === '') throw new Refusal('word-needed', { field: 'word' })
  const evolved = {
    ...evolveRecommendation(before, step),
    decidedBy: decidedAt(before, role === 'reviewer' && action !== 'revoke' ? levelDue(before) : null),
    ...(action === 'recommend' && { word: { text, by: byName, at } }),
    ...(action === 'revoke' && { revokedAt: at }),
  }
  return outcome(before, evolved, step)
}

/** The act with what follows from it: whose turn it is since when, the edition, and who is told. */
function outcome(
  before: RecommendationCase | null,
  changed: RecommendationCase,
  step: RecommendationStep,
): RecommendationOutcome {
  const waitingFor = recommendationWaitsFor(changed)
  const isIssued = issues(step)
  const after: RecommendationCase = {
    ...changed,
    waitingFor,
    waitingSince: before && before.waitingFor === waitingFor ? before.waitingSince : step.at,
    ...(isIssued && { revokedAt: null }),
  }
  const edition = isIssued ? editionOf(after, step.at) : null
  return {
    before,
    after,
    step,
    edition,
    data: {
      version: before?.version ?? after.version,
      ...(edition && { edition: edition.edition, number: edition.number }),
    },
    told: recommendationTold(after, step),
  }
}

function editionOf(of: RecommendationCase, issuedAt: Date): Edition {
  const { word, inForce, version, facts, own, askedAt } = of
  if (!word || inForce === null) throw new Error(`nobody has recommended ${of.studentId}`)
  const { text, by } = word
  const number = editionNumber(of, inForce)
  return { edition: inForce, number, version, facts, own, word: { text, by }, askedAt, issuedAt }
}
