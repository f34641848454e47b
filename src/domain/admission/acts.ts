import type { Day } from '../day.ts'
import { certifiedAmong, changedFields, type EmployerFacts, withCertifiedOf } from '../employer-facts.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { refuseIfBarred, type StandingBar } from './barred.ts'
import { type AdmissionCase, type AdmissionChange, type AdmissionOutcome, admissionChange } from './case.ts'
import { type AdmissionOffer, type AdmissionStatus, admissionLife, evolveAdmission, REFUSED } from './life.ts'
import { admissionTold } from './told.ts'
import { verifyDueAfter } from './verification.ts'

/** What this person may do now. Colleges of a school do not decide whom it admits. */
export const admissionOffers = (of: AdmissionCase, { role, level, at }: Acting): AdmissionOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : admissionLife.actionsFor(of, role, at)

/** What another school has decided, as it stands. */
export type Elsewhere = { readonly school: string; readonly status: AdmissionStatus }
export type ApplyingFacts = {
  readonly school: { readonly id: string; readonly name: string; readonly admitsKnown: boolean }
  readonly employer: { readonly id: string; readonly name: string }
  /** Whether what the employer says of itself is what schools have certified: nothing changed waits. */
  readonly isCertified: boolean
  readonly elsewhere: readonly Elsewhere[]
  /** What stands of barrings that look like this employer, at any school. */
  readonly bars: readonly StandingBar[]
}

const refuseWithoutFiles = (evidence: readonly string[]) => {
  if (evidence.length === 0) throw new Refusal('evidence-needed', { field: 'evidence' })
}

/** A school that admits at once takes what another has admitted, unless one has suspended or rejected it. */
export function isKnown({ school, isCertified, elsewhere }: ApplyingFacts): boolean {
  const isAgainst = elsewhere.some(({ status }) => REFUSED.includes(status))
  return (
    school.admitsKnown && isCertified && !isAgainst && elsewhere.some(({ status }) => status === 'approved')
  )
}

/** An employer asks a school to admit it, with its licence and its authorisation. */
export function applyToSchool(
  facts: ApplyingFacts,
  { evidence }: { readonly evidence: readonly string[] },
  { role, at }: Acting,
): AdmissionOutcome {
  refuseWithoutFiles(evidence)
  const { school, employer, elsewhere, bars } = facts
  refuseIfBarred(school.id, bars)
  const known = isKnown(facts)
  const born = {
    schoolId: school.id,
    schoolName: school.name,
    employerId: employer.id,
    employerName: employer.name,
    version: 1,
    admittedAt: known ? at : null,
    verifyDue: known ? verifyDueAfter(at) : null,
    resumedAt: null,
    confirmedAt: null,
    barring: null,
    isKnown: known,
    appliedAt: at,
    waitingSince: at,
    reason: null,
  }
  const step = admissionLife.begin(born, { action: 'apply', role, at })
  const admittedBy = elsewhere.filter(({ status }) => status === 'approved').map((one) => one.school)
  const change = admissionChange(
    null,
    { ...born, status: step.to },
    step,
    known ? { admittedBy: admittedBy.join(' ') } : {},
  )
  return { change, files: evidence, told: admissionTold(change.after, step) }
}

export type AdmissionCommand = {
  readonly action: Exclude<AdmissionOffer, 'change'>
  readonly seenVersion: number
  readonly reason?: string | undefined
  /** The files that are to be with it from now on; null where the act gives none. */
  readonly evidence?: readonly string[] | undefined
  /** The last day on which a barring stands. */
  readonly until?: Day | undefined
}

/** What a barred employer, under whatever name, is kept from. */
const KEPT_FROM: readonly AdmissionCommand['action'][] = ['apply-again', 'approve', 'readmit']

/** Every act on an admission that is there: the employer applies again or answers, the school asks and decides. */
export function actOnAdmission(
  { before, bars }: { readonly before: AdmissionCase; readonly bars: readonly StandingBar[] },
  { action, seenVersion, reason, evidence, until }: AdmissionCommand,
  acting: Acting,
): AdmissionOutcome {
  const { role, level, at } = acting
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = admissionLife.decide(before, { action, role, seenVersion, reason, at })
  if (evidence) refuseWithoutFiles(evidence)
  if (KEPT_FROM.includes(action)) refuseIfBarred(before.schoolId, bars)
  const evolved = evolveAdmission(before, step)
  const barring = action === 'bar' && until ? { until, appeal: null, answer: null } : evolved.barring
  const change = admissionChange(before, { ...evolved, barring }, step, until ? { until } : {})
  return { change, files: evidence ?? null, told: admissionTold(change.after, step) }
}

/** An employer as it stands: what is in effect, and what it has declared since and no school has certified yet. */
export type EmployerRecord = { readonly inEffect: EmployerFacts; readonly declared: EmployerFacts | null }
export const asDeclared = ({ inEffect, declared }: EmployerRecord): EmployerFacts => declared ?? inEffect

export type FactsChange = {
  readonly record: EmployerRecord
  readonly changed: readonly (keyof EmployerFacts)[]
  /** Every admission that certified data go through again, or that is being read just now. */
  readonly changes: readonly AdmissionChange[]
  readonly told: AdmissionOutcome['told']
}

/**
 * The employer says otherwise of itself. What no school certifies holds at once; what schools have certified holds on until
 * one of them has certified the new (R21), so that no letter and no agreement names what nobody has looked at.
 */
export function changeFacts(
  { record, admissions }: { readonly record: EmployerRecord; readonly admissions: readonly AdmissionCase[] },
  given: EmployerFacts,
  { role, at }: Acting,
): FactsChange {
  const changed = changedFields(asDeclared(record), given)
  if (changed.length === 0) throw new Refusal('nothing-changed')
  const certified = certifiedAmong(changed)
  const may = (one: AdmissionCase) => admissionLife.whyNot(one, 'change', role, at) === null
  const changes =
    certified.length === 0
      ? []
      : admissions.filter(may).map((before) => {
          const command = { action: 'change', role, seenVersion: before.version, at } as const
          const step = admissionLife.decide(before, command)
          return admissionChange(before, evolveAdmission(before, step), step, { fields: certified.join(' ') })
        })
  return {
    record: recordAfter(record, given, admissions),
    changed,
    changes,
    told: changes.flatMap(({ before, after, step }) =>
      before?.status === after.status ? [] : admissionTold(after, step),
    ),
  }
}

function recordAfter(
  { inEffect }: EmployerRecord,
  given: EmployerFacts,
  admissions: readonly AdmissionCase[],
): EmployerRecord {
  const wasCertified = admissions.some(
    ({ status, admittedAt }) => admittedAt !== null || status === 'suspended',
  )
  const waits = wasCertified && certifiedAmong(changedFields(inEffect, given)).length > 0
  return waits
    ? { inEffect: withCertifiedOf(inEffect, given), declared: given }
    : { inEffect: given, declared: null }
}

/** By admitting, a school certifies what the employer has declared: from now on it holds everywhere. */
export const certifiedBy = (record: EmployerRecord, after: Pick<AdmissionCase, 'status'>): EmployerRecord =>
  after.status === 'approved' ? { inEffect: asDeclared(record), declared: null } : record
