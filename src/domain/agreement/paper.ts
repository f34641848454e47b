import { type OpenCorrection, reasonsOfCorrection } from '../correction/eligibility.ts'
import type { Registered } from '../often.ts'
import type { Outcome } from '../outcome.ts'
import { type PlacingFacts, reasonsAgainstRegistering, refuseUnlessRenamable } from '../placement.ts'
import { refuseUnlessMeant } from '../plausible-day.ts'
import { type Reason, Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { Wording } from '../terms.ts'
import { isSameText } from '../text.ts'
import { type Forming, newAgreement } from './acts.ts'
import { type AgreementCase, type AgreementChange, agreementChange, agreementRef } from './case.ts'
import { agreementLife, evolveAgreement } from './life.ts'
import { agreementTold } from './told.ts'

/** What a paper agreement says, as its student types it; and the scans that prove it. */
export type Paper = Wording & {
  readonly employer: { readonly name: string; readonly creditCode: string }
  readonly signedOn: string
  readonly evidence: readonly string[]
}
/** The employer that this credit code belongs to, null where it is not on the platform. */
type KnownEmployer = { readonly id: string; readonly name: string } | null

/** Scans are there, the day has come, and a known employer is called as it is registered. */
function refuseUnlessSound({ employer, signedOn, evidence }: Paper, known: KnownEmployer, at: Date): void {
  if (evidence.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
  refuseUnlessMeant('signedOn', signedOn, 'signed', at)
  if (known && !isSameText(known.name, employer.name))
    throw new Refusal('employer-name-mismatch', { field: 'employer.name', name: known.name })
}

/** A known employer is called as it is registered, however the student typed what people take for the same. */
const asRegistered = (paper: Paper, known: KnownEmployer): Paper =>
  known ? { ...paper, employer: { ...paper.employer, name: known.name } } : paper

const journaled = ({ employer, signedOn, termsHash }: Paper) => ({
  employer: employer.name,
  creditCode: employer.creditCode,
  signedOn,
  termsHash,
})

const takes = (of: AgreementCase, { evidence: ids }: Paper) => ({ of: agreementRef(of), ids, beside: false })

/** All that stands in the way of registering a paper, which is signed in its student's name as the roster has it (R20, R27). */
export const reasonsAgainstPaper = (
  correction: OpenCorrection,
  ...of: Parameters<typeof reasonsAgainstRegistering>
): Reason[] => [...reasonsOfCorrection(correction), ...reasonsAgainstRegistering(...of)]

export type Registering = {
  readonly correction: OpenCorrection
  readonly placing: PlacingFacts
  readonly registered: Registered
  readonly known: KnownEmployer
  /** What holds for the student; the paper says the rest. */
  readonly student: Omit<Forming, 'employerId' | 'invitationId' | 'signedOn' | 'snapshot' | keyof Wording> & {
    readonly snapshot: AgreementCase['snapshot']['student']
  }
}

/** 纸质签约: the student's registration of a paper agreement forms one, which takes the one place (R10, R19). */
export function registerPaper(
  { correction, placing, registered, known, student }: Registering,
  typed: Paper,
  { role, at }: Acting,
): Outcome<AgreementChange> {
  refuseUnlessSound(typed, known, at)
  const paper = asRegistered(typed, known)
  refuseFor(reasonsAgainstPaper(correction, placing, registered, paper.employer, at))
  const { terms, termsHash, signedOn, employer } = paper
  const snapshot = { student: student.snapshot, employer }
  const employerId = known?.id ?? null
  const forming = { ...student, snapshot, employerId, invitationId: null, signedOn, terms, termsHash }
  const born = newAgreement('paper', forming, at)
  const step = agreementLife.begin(born, { action: 'register', role, at })
  const data = { version: born.version, ...journaled(paper) }
  const change = agreementChange(null, { ...born, status: step.to }, step, data)
  return { changes: [change], files: takes(born, paper), told: agreementTold(change, step, role) }
}

/** The student corrects what is in review or was returned; what stood is kept, and all review levels come again. */
export function correctPaper(
  { before, placing, known }: { before: AgreementCase; placing: PlacingFacts; known: KnownEmployer },
  { seenVersion, ...typed }: Paper & { readonly seenVersion: number },
  { role, at }: Acting,
): Outcome<AgreementChange> {
  const step = agreementLife.decide(before, { action: 'correct', role, seenVersion, at })
  refuseUnlessSound(typed, known, at)
  const paper = asRegistered(typed, known)
  refuseUnlessRenamable(placing, paper.employer)
  const { terms, termsHash, signedOn, employer } = paper
  const corrected = {
    ...evolveAgreement(before, step, role),
    terms,
    termsHash,
    termsVersion: before.termsVersion + 1,
    signedOn,
    employerId: known?.id ?? null,
    snapshot: { ...before.snapshot, employer },
  }
  const data = { version: seenVersion, ...journaled(paper) }
  const change = agreementChange(before, corrected, step, data)
  return { changes: [change], files: takes(before, paper), told: agreementTold(change, step, role) }
}
