import { agreementLife, isCertified, waitingFor } from '../../src/domain/agreement.ts'
import { destinationLife, destinationWaitsFor } from '../../src/domain/destination.ts'
import { dissolutionLife, reasonsAgainstAskingAtAll } from '../../src/domain/dissolution.ts'
import { reasonsAgainstAccepting } from '../../src/domain/eligibility.ts'
import { invitationLife, invitationStatusAt } from '../../src/domain/invitation.ts'
import type { Side } from '../../src/domain/lifecycle.ts'
import { REVIEWS, readsAgreement } from './agreements.ts'
import { routeOf } from './destinations.ts'
import { askingFacts, dissolutionNow, isReviewersTurn, requestsOn } from './dissolutions.ts'
import { filesOf } from './files.ts'
import { signingFacts } from './invitations.ts'
import { placingFacts } from './places.ts'
import { personIn, reads, reviewsNow, roleOf, type SignedAgreement, type World } from './world.ts'

/** What has a page of its own, by its name in the world: `i1`, `a1`, `d1`, `t1`. */
export type SubjectKind = 'invitation' | 'agreement' | 'dissolution' | 'destination'

/** What the page of it tells this reader, as the contract calls it; null where it does not exist for the reader. */
export function pageOf(world: World, kind: SubjectKind, id: string, reader: string): object | null {
  return PAGES[kind](world, id, reader)
}

const scans = (world: World, subject: string) => filesOf(world, subject).map(() => ({}))

function invitationPage(world: World, id: string, reader: string) {
  const invitation = world.invitations[id]
  if (!invitation || !reads(world, reader, invitation)) return null
  const role = roleOf(personIn(world, reader))
  const { version, respondBy, terms, student } = invitation
  const reasons =
    role === 'student' ? reasonsAgainstAccepting(signingFacts(world, invitation), world.now) : []
  const isPlaced = placingFacts(world, student).placement !== null
  return {
    status: invitationStatusAt(invitation, world.now),
    version,
    respondBy,
    terms,
    reasons,
    actions: invitationLife
      .actionsFor(invitation, role, world.now)
      .filter((action) => (action === 'accept' ? reasons.length === 0 : action !== 'decline' || !isPlaced)),
  }
}

/** The side on which the reader is, of those who may ask to dissolve. */
const sideOf = (world: World, reader: string): Side | null => {
  const { portal } = personIn(world, reader)
  return portal === 'school' ? null : portal
}

export const reasonsAgainstAskingNow = (world: World, agreement: SignedAgreement, side: Side) =>
  reasonsAgainstAskingAtAll(askingFacts(world, agreement, side), side, world.now)

/** The latest request on it, as it is now. */
export function latestRequest(world: World, { id }: SignedAgreement) {
  const latest = requestsOn(world, id).at(-1)
  return latest ? { request: latest, ...dissolutionNow(world, latest) } : null
}

function agreementPage(world: World, id: string, reader: string) {
  const agreement = world.agreements[id]
  if (!agreement || !readsAgreement(world, reader, agreement)) return null
  const person = personIn(world, reader)
  const side = sideOf(world, reader)
  const { number, kind, status, version, cancellationBy, terms, amendmentTerms } = agreement
  const wasInForce = agreement.effectiveAt !== null
  const reasons = side && wasInForce ? reasonsAgainstAskingNow(world, agreement, side) : []
  const latest = latestRequest(world, agreement)
  return {
    number,
    kind,
    status,
    version,
    cancellationBy,
    terms,
    amendment: amendmentTerms && { terms: amendmentTerms },
    certified: isCertified(status),
    waitingFor: waitingFor(agreement),
    evidence: kind === 'paper' ? scans(world, `agreement:${id}`) : [],
    dissolution: wasInForce && latest ? { status: latest.status, askedBy: latest.request.askedBy } : null,
    reasons,
    actions: [
      ...agreementLife
        .actionsFor(agreement, roleOf(person), world.now)
        .filter((action) => !REVIEWS.includes(action) || reviewsNow(agreement, person)),
      ...(side && wasInForce && reasons.length === 0 ? ['ask-dissolution'] : []),
    ],
  }
}

function dissolutionPage(world: World, id: string, reader: string) {
  const dissolution = world.dissolutions[id]
  const agreement = dissolution && world.agreements[dissolution.agreement]
  if (!agreement || !readsAgreement(world, reader, agreement)) return null
  const person = personIn(world, reader)
  const { kind, askedBy, ground, reason, fault, version, answerBy, answer, decision } = dissolution
  const { waitingSince, ...state } = dissolutionNow(world, dissolution)
  return {
    kind,
    askedBy,
    ground,
    reason,
    fault,
    version,
    answerBy,
    answer,
    decision,
    ...state,
    waitingSince: waitingSince.toISOString(),
    agreement: { number: agreement.number, status: agreement.status, version: agreement.version },
    evidence: scans(world, `dissolution:${id}`),
    ...(person.portal !== 'student' && { proofCode: null }),
    endedAt: dissolution.endedAt?.toISOString() ?? null,
    actions: dissolutionLife
      .actionsFor(dissolution, roleOf(person), world.now)
      .filter((action) => isReviewersTurn(action, dissolution, person)),
  }
}

function destinationPage(world: World, id: string, reader: string) {
  const destination = world.destinations[id]
  if (!destination || !reads(world, reader, { student: destination.student, employer: null })) return null
  const person = personIn(world, reader)
  const { status, version, voiding, category, headline } = destination
  const isTurn = person.portal !== 'school' || reviewsNow(destination, person)
  return {
    code: category,
    headline,
    route: routeOf(destination),
    status,
    version,
    voiding,
    waitingFor: destinationWaitsFor(destination),
    evidence: scans(world, `destination:${id}`),
    actions: isTurn ? destinationLife.actionsFor(destination, roleOf(person), world.now) : [],
  }
}

const PAGES = {
  invitation: invitationPage,
  agreement: agreementPage,
  dissolution: dissolutionPage,
  destination: destinationPage,
} as const satisfies Record<SubjectKind, (world: World, id: string, reader: string) => object | null>
