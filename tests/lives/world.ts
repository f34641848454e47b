import type { AgreementCase } from '../../src/domain/agreement/case.ts'
import type { CorrectionCase } from '../../src/domain/correction/case.ts'
import type { DestinationCase } from '../../src/domain/destination/case.ts'
import type { DissolutionCase } from '../../src/domain/dissolution/case.ts'
import type { FirstLoginRules } from '../../src/domain/first-login.ts'
import type { InvitationCase } from '../../src/domain/invitation/case.ts'
import {
  type Acting,
  actingOn as onCase,
  type ReviewLevel,
  type WithCollege,
} from '../../src/domain/review.ts'
import type { Settings } from '../../src/domain/settings.ts'
import type { StandardClause, Wording } from '../../src/domain/terms.ts'
import type { TransferCase } from '../../src/domain/transfer/record.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'

/** One school, its graduates and their employers, as a value: what the model of their whole lives walks through. */
export type World = {
  readonly now: Date
  readonly school: { readonly code: string; readonly year: number }
  readonly rules: SchoolRules
  readonly people: Readonly<Record<string, Person>>
  readonly invitations: Readonly<Record<string, InvitationCase>>
  readonly agreements: Readonly<Record<string, AgreementCase>>
  readonly dissolutions: Readonly<Record<string, DissolutionCase>>
  readonly destinations: Readonly<Record<string, DestinationCase>>
  readonly corrections: Readonly<Record<string, CorrectionCase>>
  readonly transfers: Readonly<Record<string, TransferCase>>
  readonly files: Readonly<Record<string, EvidenceFact>>
  /** By the student: what holds the one place. */
  readonly places: Readonly<Record<string, Place>>
  /** By the subject (`agreement:a1`): the acts that the journal must tell of, oldest first. */
  readonly journal: Readonly<Record<string, readonly string[]>>
}

export type SchoolRules = Omit<Settings, 'alertAt' | 'defaultDays' | 'correctable' | keyof FirstLoginRules>
export type Person =
  | {
      readonly portal: 'student'
      readonly college: string
      readonly designatedEmployer: string | null
      /** What the roster says, and what is corrected here. */
      readonly className: string
    }
  | { readonly portal: 'employer'; readonly name: string; readonly admitted: boolean }
  /** `college` is null for the school's own reviewer. */
  | { readonly portal: 'school'; readonly college: string | null }

/** What terms differ in here: enough for a revision, an amendment, whose fault a dissolution is, and when work begins. */
export type Offer = {
  readonly penalty: number
  readonly clauses: readonly StandardClause[]
  readonly reportBy: string
}
/** The terms that say so, with a fingerprint that tells offers apart. */
export const wordingOf = ({ penalty, clauses, reportBy }: Offer): Wording => ({
  terms: { ...sampleTerms(reportBy), penalty, clauses: [...clauses] },
  termsHash: `${penalty} ${clauses.join()} ${reportBy}`,
})

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

const levelOf = (person: Person): ReviewLevel | null =>
  person.portal === 'school' ? (person.college === null ? 'school' : 'college') : null

/** The same on a case, of which a college may be a reader alone. */
export const actingOn = (world: World, by: string, of: { readonly collegeId: string }): Acting => {
  const person = personIn(world, by)
  return onCase(actingAs(world, by), person.portal === 'school' ? person.college : null, of)
}

/** This person, as the rules see whoever acts or reads now. */
export const actingAs = (world: World, by: string): Acting => {
  const person = personIn(world, by)
  const role = person.portal === 'school' ? 'reviewer' : person.portal
  return { role, level: levelOf(person), at: world.now }
}

export function personIn(world: World, id: string): Person {
  const person = world.people[id]
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}
export const collegeOf = (world: World, student: string): string => {
  const person = personIn(world, student)
  return person.portal === 'student' ? person.college : ''
}

/** Empty for who is no employer. */
export const employerNameOf = (world: World, id: string): string => {
  const person = personIn(world, id)
  return person.portal === 'employer' ? person.name : ''
}

/** What is somebody else's, or another college's that never decided on it, does not exist. */
export function reads(
  world: World,
  by: string,
  of: Partial<WithCollege> & { readonly studentId: string; readonly employerId: string | null },
): boolean {
  const person = personIn(world, by)
  if (person.portal === 'student') return of.studentId === by
  if (person.portal === 'employer') return of.employerId === by
  const colleges = [collegeOf(world, of.studentId), ...(of.decidedBy ?? [])]
  return person.college === null || colleges.includes(person.college)
}

/** A paper agreement is the student's and the school's alone. */
export const readsAgreement = (world: World, by: string, { employerId, ...of }: AgreementCase) =>
  reads(world, by, { ...of, employerId: of.kind === 'online' ? employerId : null })

/** The parties of its agreement read it, and the colleges that have decided on itself. */
export const readsDissolution = (world: World, by: string, { decidedBy, agreementId }: DissolutionCase) =>
  readsAgreement(world, by, { ...world.agreements[agreementId]!, decidedBy })

/** A destination is no employer's, and no correction or transfer is. */
export const readsOfSchool = (
  world: World,
  by: string,
  of: DestinationCase | CorrectionCase | TransferCase,
) => reads(world, by, { ...of, employerId: null })
