import type { Agreement, Holder, ReviewLevel } from '../../src/domain/agreement.ts'
import type { Destination } from '../../src/domain/destination.ts'
import type { Dissolution, DissolutionRules, Fault, GroundCode } from '../../src/domain/dissolution.ts'
import type { Reason } from '../../src/domain/eligibility.ts'
import type { Invitation } from '../../src/domain/invitation.ts'
import type { PersonRole } from '../../src/domain/lifecycle.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { StandardClause } from '../../src/domain/terms.ts'

/** One school, its graduates and their employers, as a value: what the model of their whole lives walks through. */
export type World = {
  readonly now: Date
  readonly school: { readonly code: string; readonly year: number }
  readonly rules: SchoolRules
  readonly people: Readonly<Record<string, Person>>
  readonly invitations: Readonly<Record<string, SentInvitation>>
  readonly agreements: Readonly<Record<string, SignedAgreement>>
  readonly dissolutions: Readonly<Record<string, AskedDissolution>>
  readonly destinations: Readonly<Record<string, DeclaredDestination>>
  readonly files: Readonly<Record<string, EvidenceFact>>
  /** By the student: what holds the one place. */
  readonly places: Readonly<Record<string, Place>>
  /** By the subject (`agreement:a1`): the acts that the journal must tell of, oldest first. */
  readonly journal: Readonly<Record<string, readonly string[]>>
}

type Levels = ['school'] | ['college', 'school']
export type SchoolRules = DissolutionRules & {
  readonly agreementLevels: Levels
  readonly dissolutionLevels: Levels
  readonly destinationLevels: Levels
  readonly minDays: number
  readonly maxDays: number
  readonly declineNeedsReason: boolean
}
export type Person =
  | { readonly portal: 'student'; readonly college: string; readonly designatedEmployer: string | null }
  | { readonly portal: 'employer'; readonly name: string; readonly admitted: boolean }
  /** `college` is null for the school's own reviewer. */
  | { readonly portal: 'school'; readonly college: string | null }

/** What terms differ in here: enough for a revision, an amendment, and for whose fault a dissolution is. */
export type Offer = { readonly penalty: number; readonly clauses: readonly StandardClause[] }
export const isSameOffer = (one: Offer, other: Offer) =>
  one.penalty === other.penalty && one.clauses.join() === other.clauses.join()

export type SentInvitation = Invitation & {
  readonly id: string
  readonly student: string
  readonly employer: string
  readonly terms: Offer
}
export type SignedAgreement = Agreement & {
  readonly id: string
  readonly number: string
  readonly student: string
  /** Null where the employer of a paper is not on the platform. */
  readonly employer: string | null
  readonly employerName: string
  readonly terms: Offer
  readonly amendmentTerms: Offer | null
  readonly effectiveAt: Date | null
}
export type AskedDissolution = Dissolution & {
  readonly id: string
  readonly agreement: string
  readonly student: string
  readonly ground: GroundCode
  readonly reason: string
  readonly fault: Fault
  /** The other side's words, or the school's instead of them; and the review's. */
  readonly answer: string | null
  readonly decision: string | null
  /** The other side itself has answered. */
  readonly answered: boolean
  readonly waitingFor: Holder
  readonly waitingSince: Date
  readonly endedAt: Date | null
}
export type DeclaredDestination = Destination & {
  readonly id: string
  readonly student: string
  readonly category: string
  readonly headline: string
  readonly declaredAt: Date
  readonly registeredAt: Date | null
}
export type EvidenceFact = {
  readonly by: string
  readonly uploadedAt: Date
  readonly subject: string | null
  /** Set aside for another, or removed because nobody used it. */
  readonly gone: boolean
}
export type Place = {
  readonly ref: string
  readonly holder: string
  readonly number: string | null
}

/** A "no" that names everything in the way (R27), the first reason as its code. */
export class RefusedForReasons extends Refusal {
  readonly reasons: readonly Reason[]
  constructor(reasons: readonly [Reason, ...Reason[]]) {
    super(reasons[0].code, reasons[0].details)
    this.reasons = reasons
  }
}
export function refuseFor(reasons: readonly Reason[]): void {
  const [first, ...rest] = reasons
  if (first) throw new RefusedForReasons([first, ...rest])
}

export const roleOf = ({ portal }: Person): PersonRole => (portal === 'school' ? 'reviewer' : portal)
export const levelOf = (person: Person): ReviewLevel | null =>
  person.portal === 'school' ? (person.college === null ? 'school' : 'college') : null
export const reviewsNow = (
  { levels, level }: { readonly levels: readonly ReviewLevel[]; readonly level: number },
  person: Person,
) => levels[level] === levelOf(person)

export function personIn(world: World, id: string): Person {
  const person = world.people[id]
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}
export const collegeOf = (world: World, student: string) => {
  const person = personIn(world, student)
  return person.portal === 'student' ? person.college : null
}

/** What is somebody else's, or another college's, does not exist. */
export function reads(
  world: World,
  by: string,
  of: { readonly student: string; readonly employer: string | null },
): boolean {
  const person = personIn(world, by)
  if (person.portal === 'student') return of.student === by
  if (person.portal === 'employer') return of.employer === by
  return person.college === null || person.college === collegeOf(world, of.student)
}

export const journaled = (world: World, subject: string, action: string): World => ({
  ...world,
  journal: { ...world.journal, [subject]: [...(world.journal[subject] ?? []), action] },
})
