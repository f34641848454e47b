import type { Enrolment } from './enrolment/life.ts'
import { reasonsOfEnrolment } from './enrolment/signing.ts'
import type { Message } from './notification.ts'
import { type Registered, reasonsOfOften, reasonsOfYear } from './often.ts'
import { type Reason, refuseFor } from './refusal.ts'
import { isSameText } from './text.ts'

export type PlacingFacts = {
  /** What holds the student's one place, or null (R1, R10). */
  readonly placement: { readonly holder: string; readonly number: string | null } | null
  /** R19: the only employer a 定向/委培 student may sign with; null for everybody else. */
  readonly designatedEmployer: string | null
  /** Its 统一社会信用代码, where the roster says it. */
  readonly designatedCreditCode: string | null
  readonly enrolment: Enrolment
}

/** With whom a place would be taken; not every form asks for the code. */
export type NamedEmployer = { readonly name: string; readonly creditCode: string | null }

/** By credit code where both sides have one, for a name changes and is written in many ways; by name otherwise. */
const isDesignated = (
  { name, creditCode }: NamedEmployer,
  { designatedEmployer, designatedCreditCode }: PlacingFacts,
): boolean =>
  designatedCreditCode && creditCode
    ? creditCode === designatedCreditCode
    : isSameText(name, designatedEmployer ?? '')

/** Why the student's one place cannot be taken; `employer` is null where none is named yet, or none is involved. */
export function reasonsAgainstPlacing(facts: PlacingFacts, employer: NamedEmployer | null): Reason[] {
  const { placement, designatedEmployer, designatedCreditCode, enrolment } = facts
  const reasons = reasonsOfEnrolment(enrolment)
  if (placement)
    reasons.push({ code: 'student-already-placed', remover: 'student', details: { ...placement } })
  if (designatedEmployer && employer !== null && !isDesignated(employer, facts)) {
    reasons.push({
      code: 'designated-employer-only',
      remover: 'nobody',
      details: { employer: [designatedEmployer, designatedCreditCode ?? ''].join(' ').trim() },
    })
  }
  return reasons
}

/** All that stands in the way of registering a paper agreement or a destination (R27). */
export const reasonsAgainstRegistering = (
  facts: PlacingFacts,
  registered: Registered,
  employer: NamedEmployer | null,
  at: Date,
): Reason[] => [
  ...reasonsAgainstPlacing(facts, employer),
  ...reasonsOfYear(registered.closedYear),
  ...reasonsOfOften('registered-too-often', registered, at),
]

export const refuseUnlessRegistrable = (...of: Parameters<typeof reasonsAgainstRegistering>): void =>
  refuseFor(reasonsAgainstRegistering(...of))

/** Where the place is the case's own already: R19 holds for what is corrected too. */
export const refuseUnlessRenamable = (facts: PlacingFacts, employer: NamedEmployer | null): void =>
  refuseFor(reasonsAgainstPlacing({ ...facts, placement: null }, employer))

/** What holds a student's one place, and what a refusal calls it: the employer, the school of further study. */
export type Hold = { readonly kind: 'online' | 'paper' | 'destination'; readonly holder: string }

/** What an act does to the student's one place. */
export type PlaceChange =
  | { readonly do: 'keep' }
  | { readonly do: 'take'; readonly hold: Hold }
  | { readonly do: 'rename'; readonly holder: string }
  | { readonly do: 'free' }

/** From what a case held before the act and holds after it: the one rule of taking, renaming and freeing. */
export function placeBetween(before: Hold | null, after: Hold | null): PlaceChange {
  if (!after) return before ? { do: 'free' } : { do: 'keep' }
  if (!before) return { do: 'take', hold: after }
  return before.holder === after.holder ? { do: 'keep' } : { do: 'rename', holder: after.holder }
}

/** What the student is told of each invitation that is still valid when the place is free again (R18). */
export const answerableAgain = (
  { schoolId, studentId }: { readonly schoolId: string; readonly studentId: string },
  valid: readonly { readonly id: string; readonly employerName: string; readonly respondBy: string }[],
): Message[] =>
  valid.map(({ id, employerName, respondBy }) => ({
    kind: 'invitation.answerable-again',
    school: schoolId,
    to: { studentId },
    about: { kind: 'invitation', id },
    params: { employer: employerName, day: respondBy },
  }))
