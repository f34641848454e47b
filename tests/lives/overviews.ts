import type { AgreementCase } from '../../src/domain/agreement/case.ts'
import { agreementWaitsAt } from '../../src/domain/agreement/life.ts'
import { isOpen } from '../../src/domain/correction/life.ts'
import { addDays, dayInChina, endOfDayInChina } from '../../src/domain/day.ts'
import { destinationStanding } from '../../src/domain/destination/standing.ts'
import { dissolutionAt } from '../../src/domain/dissolution/case.ts'
import { type DissolutionStatus, OPEN_DISSOLUTION, UNANSWERED } from '../../src/domain/dissolution/life.ts'
import type { EmploymentStatus } from '../../src/domain/employment.ts'
import { employmentStatusOf, type PlacementFacts } from '../../src/domain/employment-of.ts'
import type { InvitationCase } from '../../src/domain/invitation/case.ts'
import { invitationStatusAt } from '../../src/domain/invitation/life.ts'
import type { Holder } from '../../src/domain/review.ts'
import { CATEGORIES, declarationOf } from './facts.ts'
import { latestRequest, reasonsAgainstAskingNow, standingOf } from './pages.ts'
import { actingAs, collegeOf, personIn, type World } from './world.ts'

/** What holds the place, for the rule that derives the employment information; and since when it is certain. */
function holderOf(world: World, student: string): { facts: PlacementFacts; since: Date | null } | null {
  const ref = world.places[student]?.ref
  const agreement = ref && world.agreements[ref]
  if (agreement) {
    const { kind, status, dissolving, effectiveAt } = agreement
    return { facts: { kind, status, dissolving }, since: effectiveAt }
  }
  const destination = ref && world.destinations[ref]
  if (!destination) return null
  const { status, voiding, category, registeredAt } = destination
  const { categoryClass } = CATEGORIES[category]!
  return { facts: { kind: 'destination', status, voiding, categoryClass }, since: registeredAt }
}

/** Where that stands which holds the place. */
function placeStanding(world: World, student: string) {
  const ref = world.places[student]?.ref ?? ''
  const agreement = world.agreements[ref]
  if (agreement) return { kind: 'agreement', of: standingOf(world, agreement) }
  const destination = world.destinations[ref]
  return destination ? { kind: 'destination', of: destinationStanding(destination) } : null
}

/** 就业信息 as the student's home tells it. */
export function employmentOf(world: World, student: string) {
  const held = holderOf(world, student)
  const declared = declarationOf(world, student)
  const status: EmploymentStatus = employmentStatusOf(held?.facts ?? null, declared !== undefined)
  const since = held ? held.since : declared?.declaredAt
  return {
    status,
    holder: world.places[student]?.holder ?? null,
    standing: placeStanding(world, student),
    date: since ? dayInChina(since) : null,
    ...(!since && { category: null }),
  }
}

const of = <T extends { readonly studentId: string }>(things: Readonly<Record<string, T>>, student: string) =>
  Object.values(things).filter((one) => one.studentId === student)
const isUnanswered = ({ status }: { readonly status: DissolutionStatus }) => UNANSWERED.includes(status)

/** The student's home: employment information and what waits for the student. */
export function homeOf(world: World, student: string) {
  const corrections = of(world.corrections, student)
  const open = corrections.find(isOpen)
  const returned = (kind: AgreementCase['kind']) =>
    of(world.agreements, student).filter((one) => one.kind === kind && one.waitingFor === 'student').length
  return {
    employment: employmentOf(world, student),
    // R1: whoever has a place answers no invitation.
    signingToDo: world.places[student]
      ? 0
      : of(world.invitations, student).filter((one) => invitationStatusAt(one, world.now) === 'pending')
          .length,
    dissolutionToDo: of(world.dissolutions, student).filter(
      (one) => one.askedBy === 'employer' && isUnanswered(one),
    ).length,
    agreementToDo: returned('online'),
    paperToDo: returned('paper'),
    destinationToDo: of(world.destinations, student).filter((one) => one.waitingFor === 'student').length,
    correctionToDo: corrections.filter((one) => one.waitingFor === 'student').length,
    correction: open ? { status: open.status, waitingFor: open.waitingFor } : null,
  }
}

const online = (world: World, employer: string) =>
  Object.values(world.agreements).filter((one) => one.employerId === employer && one.kind === 'online')

/** What stands on the employer's desk, by its names: the part it stands in, its kind and whose turn it is. */
export function workbenchOf(world: World, employer: string) {
  const at = world.now
  const today = dayInChina(at)
  const sent = Object.values(world.invitations).filter((one) => one.employerId === employer)
  const pending = sent.filter((one) => invitationStatusAt(one, at) === 'pending')
  const endOf = ({ endedAt, respondBy }: InvitationCase) =>
    new Date(Math.min(endedAt?.getTime() ?? Number.POSITIVE_INFINITY, endOfDayInChina(respondBy).getTime()))
  const endedLately = sent.filter(
    (one) =>
      ['declined', 'expired'].includes(invitationStatusAt(one, at)) &&
      one.respondBy >= addDays(today, -7) &&
      endOf(one) >= endOfDayInChina(addDays(today, -8)) &&
      !sent.some((next) => next.studentId === one.studentId && next.sentAt > one.sentAt),
  )
  const agreements = online(world, employer)
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id)
  const awaited = agreements.map((one) => ({
    id: one.id,
    turn: turnOf(agreementWaitsAt(one, at).waitingFor),
  }))
  const requests = Object.values(world.dissolutions)
    .filter((one) => agreements.some(({ id }) => id === one.agreementId))
    .map((one) => ({
      id: one.id,
      turn:
        one.askedBy === 'student' && isUnanswered(one)
          ? 'employer'
          : turnOf(dissolutionAt(one, at).waitingFor),
    }))
  const cases = [...awaited, ...requests]
  const byTurn = (of: typeof cases) => ({
    employer: of.filter(({ turn }) => turn === 'employer').length,
    student: of.filter(({ turn }) => turn === 'student').length,
    school: of.filter(({ turn }) => turn === 'school').length,
  })
  return {
    mine: ids(cases.filter(({ turn }) => turn === 'employer')),
    ended: ids(endedLately),
    others: [...ids(pending), ...ids(cases.filter(({ turn }) => turn && turn !== 'employer'))],
    counts: {
      invitations: {
        pending: pending.length,
        endingSoon: pending.filter(({ respondBy }) => respondBy <= addDays(today, 1)).length,
        endedLately: endedLately.length,
      },
      agreements: {
        ...byTurn(awaited),
        inForce: agreements.filter(({ status }) => status === 'effective').length,
      },
      dissolutions: byTurn(requests),
      // Nobody of a life applies for a post.
      applications: { submitted: 0, seen: 0 },
      interviews: { asked: 0 },
    },
  }
}
/** A school's levels are one to an employer. */
const turnOf = (waitingFor: Holder) => (waitingFor === 'college' ? 'school' : waitingFor)

/** 解约中心: which agreements the reader sees there, by their names, and whether it may ask now. */
export function dissolvableFor(world: World, reader: string) {
  const side = personIn(world, reader).portal === 'student' ? 'student' : 'employer'
  const seen =
    side === 'student'
      ? of(world.agreements, reader).filter(({ effectiveAt }) => effectiveAt !== null)
      : online(world, reader).filter(
          (one) =>
            one.status === 'effective' &&
            !(one.dissolving && latestRequest(world, one)?.request.askedBy === 'student'),
        )
  return seen.map((agreement) => {
    const reasons = reasonsAgainstAskingNow(world, agreement, side)
    const latest = latestRequest(world, agreement)
    return {
      id: agreement.id,
      standing: standingOf(world, agreement),
      mayAsk: reasons.length === 0,
      reasons,
      dissolution: latest && {
        status: latest.status,
        agreed: latest.agreed,
        waitingFor: latest.waitingFor,
        askedBy: latest.request.askedBy,
      },
    }
  })
}

/** What waits for this reviewer, by its name. */
export function queuesOf(world: World, reviewer: string) {
  const person = personIn(world, reviewer)
  const { level } = actingAs(world, reviewer)
  const isInScope = ({ studentId }: { readonly studentId: string }) =>
    person.portal === 'school' && (person.college === null || person.college === collegeOf(world, studentId))
  const ids = <T extends { readonly id: string; readonly studentId: string }>(
    things: Readonly<Record<string, T>>,
    waits: (one: T) => string | null,
  ) =>
    Object.values(things)
      .filter((one) => isInScope(one) && waits(one) === level)
      .map(({ id }) => id)
  return {
    agreements: ids(world.agreements, (one) => agreementWaitsAt(one, world.now).waitingFor),
    dissolutions: ids(world.dissolutions, (one) => dissolutionAt(one, world.now).waitingFor),
    destinations: ids(world.destinations, ({ waitingFor }) => waitingFor),
    corrections: ids(world.corrections, ({ waitingFor }) => waitingFor),
  }
}

/** The student's place is taken for good, unless the school undoes the fulfilment. */
export const isSettled = (world: World, student: string) =>
  world.agreements[world.places[student]?.ref ?? '']?.status === 'fulfilled'

/** Requests that are open on this agreement: one at most (R13, R15). */
export const openRequestsOn = (world: World, agreement: string) =>
  Object.values(world.dissolutions).filter(
    (one) => one.agreementId === agreement && OPEN_DISSOLUTION.includes(one.status),
  )
