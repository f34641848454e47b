import type { AgreementCase } from '../../src/domain/agreement/case.ts'
import { HOLDS_PLACEMENT } from '../../src/domain/agreement/life.ts'
import { USUALLY_CORRECTABLE } from '../../src/domain/correction/correctable.ts'
import { type OpenCorrection, openCorrection } from '../../src/domain/correction/eligibility.ts'
import { isOpen } from '../../src/domain/correction/life.ts'
import { DECLARED } from '../../src/domain/destination/life.ts'
import { type AskingFacts, rulesOf } from '../../src/domain/dissolution/asking.ts'
import { CAME_TO_NOTHING, COMPLETED, OPEN_DISSOLUTION } from '../../src/domain/dissolution/life.ts'
import type { FormFacts } from '../../src/domain/form.ts'
import type { InvitationCase } from '../../src/domain/invitation/case.ts'
import type { SigningFacts } from '../../src/domain/invitation/eligibility.ts'
import { ANSWERABLE } from '../../src/domain/invitation/life.ts'
import type { Side } from '../../src/domain/lifecycle.ts'
import { type Often, oftenOf, type Registered } from '../../src/domain/often.ts'
import type { PlacingFacts } from '../../src/domain/placement.ts'
import { ROSTER } from '../../src/domain/testing/cases.ts'
import { ROSTER_TABLES } from '../../src/domain/testing/roster-tables.ts'
import { collegeOf, employerNameOf, personIn, type World } from './world.ts'

/** What the rules ask for, out of the world: what the server reads out of its tables. */
export const placingFacts = (world: World, student: string): PlacingFacts => {
  const place = world.places[student]
  const person = personIn(world, student)
  return {
    placement: place ? { holder: place.holder, number: place.number } : null,
    designatedEmployer: person.portal === 'student' ? person.designatedEmployer : null,
    designatedCreditCode: null,
    enrolment: 'enrolled',
  }
}

/** The school lets what this agreement's employer has begun come into force. */
export const isAdmitted = (world: World, { employerId }: AgreementCase): boolean => {
  const employer = employerId === null ? undefined : world.people[employerId]
  return employer?.portal === 'employer' && employer.admitted
}

export const signingFacts = (world: World, invitation: InvitationCase): SigningFacts => {
  const employer = personIn(world, invitation.employerId)
  return {
    ...placingFacts(world, invitation.studentId),
    invitation,
    verified: true,
    correction: openOf(world, invitation.studentId),
    admitted: employer.portal === 'employer' && employer.admitted,
    employer: { name: employerNameOf(world, invitation.employerId), creditCode: null },
  }
}

/** In which every student begins. */
export const FIRST_CLASS = '一班'
export const CLASSES = [FIRST_CLASS, '二班', '三班']

const correctionsOf = (world: World, student: string) =>
  Object.values(world.corrections).filter((one) => one.studentId === student)

/** The student's correction that is open, by who has it. */
export const openOf = (world: World, student: string): OpenCorrection =>
  openCorrection(correctionsOf(world, student).find(isOpen)?.waitingFor ?? null)

/** What the roster says of a student, and what they may ask to have corrected: their class. */
export function rosterFacts(world: World, student: string) {
  const person = personIn(world, student)
  const className = person.portal === 'student' ? person.className : ''
  return { roster: { ...ROSTER, className }, tables: ROSTER_TABLES, fields: USUALLY_CORRECTABLE }
}

export const submittingFacts = (world: World, student: string) => ({
  ...rosterFacts(world, student),
  open: openOf(world, student),
  asked: nth(
    correctionsOf(world, student).map((one) => one.submittedAt),
    world.rules.correctionLimit,
  ),
})

/** Of this student and this employer: the agreement that keeps them (R3), and what is pending as far as is recorded. */
export function pairFacts(world: World, studentId: string, employerId: string) {
  const isOfPair = (one: { studentId: string; employerId: string | null }) =>
    one.studentId === studentId && one.employerId === employerId
  return {
    closedYear: null,
    kept:
      Object.values(world.agreements).find(
        (one) => one.kind === 'online' && isOfPair(one) && HOLDS_PLACEMENT.includes(one.status),
      ) ?? null,
    pending: Object.values(world.invitations).filter(
      (one) => isOfPair(one) && ANSWERABLE.includes(one.status),
    ),
  }
}

/** The student as a case keeps them. */
export const studentFacts = (world: World, studentId: string, id: string) => ({
  schoolId: world.school.code,
  id,
  studentId,
  studentVersion: 1,
  collegeId: collegeOf(world, studentId),
  snapshot: { name: studentId, studentNumber: '', college: '', major: '' },
})

/** Counted by time. */
const nth = (instants: readonly Date[], limit: number): Often =>
  oftenOf(
    limit,
    [...instants].sort((one, other) => other.getTime() - one.getTime()),
  )

export const registeredBy = (world: World, student: string): Registered => ({
  closedYear: null,
  ...nth(
    [
      ...Object.values(world.agreements).flatMap((one) =>
        one.studentId === student && one.kind === 'paper' ? [one.formedAt] : [],
      ),
      ...Object.values(world.destinations).flatMap((one) =>
        one.studentId === student ? [one.declaredAt] : [],
      ),
    ],
    world.rules.registrationLimit,
  ),
})

export const requestsOn = (world: World, agreement: string) =>
  Object.values(world.dissolutions).filter((one) => one.agreementId === agreement)

/** What decides whether `side` may ask now (R11–R15, R23). */
export function askingFacts(world: World, agreement: AgreementCase, side: Side): AskingFacts {
  const requests = requestsOn(world, agreement.id)
  const over = requests.filter((one) => CAME_TO_NOTHING.includes(one.status) && one.askedBy === side)
  const ofStudent = Object.values(world.dissolutions).filter((one) => one.studentId === agreement.studentId)
  return {
    agreement,
    openRequest: requests.find((one) => OPEN_DISSOLUTION.includes(one.status)) ?? null,
    cameToNothingAt: over.at(-1)?.endedAt ?? null,
    nthLastAskedAt: nth(
      requests.filter((one) => one.askedBy === side && one.kind !== 'statutory').map((one) => one.askedAt),
      agreement.dissolutionRules.requestLimit,
    ).nthLastAt,
    rules: rulesOf(agreement.dissolutionRules, world.rules),
    breaches: ofStudent.filter((one) => COMPLETED.includes(one.status) && one.fault === 'student').length,
  }
}

/** Some of the code table's categories, one of each kind and the unplaced. */
export const CATEGORIES: Readonly<
  Record<string, { readonly route: 'destination' | 'declaration'; readonly categoryClass: string }>
> = {
  '11': { route: 'destination', categoryClass: 'employment' },
  '76': { route: 'destination', categoryClass: 'flexible' },
  '801': { route: 'destination', categoryClass: 'further-study' },
  '70': { route: 'declaration', categoryClass: 'unplaced' },
  '71': { route: 'declaration', categoryClass: 'unplaced' },
  '72': { route: 'declaration', categoryClass: 'unplaced' },
}
/** A code that no table has. */
export const NO_CATEGORY = '9999'

/** A form that asks for its headline alone: the rest of the real ones is answered rightly. */
export const formFacts = (category: string): FormFacts => {
  const named = { name: category, nameEn: category }
  const head = { key: 'headline', ...named, type: 'text', required: true, headline: true }
  const found = CATEGORIES[category]
  return { category: found ? { ...named, ...found, category, fields: [head] } : null, rows: new Map() }
}

export const declarationOf = (world: World, student: string) =>
  Object.values(world.destinations).find((one) => one.studentId === student && DECLARED.includes(one.status))
