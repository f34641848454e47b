import { agreementOffers } from '../../src/domain/agreement/acts.ts'
import type { AgreementCase } from '../../src/domain/agreement/case.ts'
import { agreementWaitsAt, isCertified } from '../../src/domain/agreement/life.ts'
import { agreementStanding } from '../../src/domain/agreement/standing.ts'
import type { CaseKind } from '../../src/domain/case.ts'
import { correctionOffers } from '../../src/domain/correction/acts.ts'
import { correctionStanding } from '../../src/domain/correction/standing.ts'
import { destinationOffers } from '../../src/domain/destination/acts.ts'
import { destinationStanding } from '../../src/domain/destination/standing.ts'
import { dissolutionOffers } from '../../src/domain/dissolution/acts.ts'
import { reasonsAgainstAsking } from '../../src/domain/dissolution/asking.ts'
import { dissolutionAt } from '../../src/domain/dissolution/case.ts'
import { dissolutionStanding } from '../../src/domain/dissolution/standing.ts'
import { invitationOffers } from '../../src/domain/invitation/acts.ts'
import { isOverForPair } from '../../src/domain/invitation/again.ts'
import { reasonsAgainstAccepting } from '../../src/domain/invitation/eligibility.ts'
import { invitationStatusAt } from '../../src/domain/invitation/life.ts'
import { invitationStanding } from '../../src/domain/invitation/standing.ts'
import type { Side } from '../../src/domain/lifecycle.ts'
import { filesOf } from './carry-out.ts'
import { askingFacts, isAdmitted, requestsOn, rosterFacts, signingFacts } from './facts.ts'
import {
  actingAs,
  actingOn,
  personIn,
  reads,
  readsAgreement,
  readsDissolution,
  readsOfSchool,
  type World,
} from './world.ts'

/** What the page of it tells this reader, as the contract calls it; null where it does not exist for the reader. */
export function pageOf(world: World, kind: CaseKind, id: string, reader: string): object | null {
  return PAGES[kind](world, id, reader)
}

const scans = (world: World, subject: string) => filesOf(world, subject).map(() => ({}))
/** Of the terms, what differs here. */
const offerOf = ({ penalty, clauses }: AgreementCase['terms']) => ({ penalty, clauses })

function invitationPage(world: World, id: string, reader: string) {
  const invitation = world.invitations[id]
  if (!invitation || !reads(world, reader, invitation)) return null
  const acting = actingAs(world, reader)
  const { version, respondBy, terms } = invitation
  const facts = signingFacts(world, invitation)
  const agreement = Object.values(world.agreements).find((one) => one.invitationId === id)
  return {
    status: invitationStatusAt(invitation, world.now),
    standing: invitationStanding(invitation, facts.placement !== null, world.now),
    version,
    respondBy,
    terms: offerOf(terms),
    reasons: acting.role === 'student' ? reasonsAgainstAccepting(facts, world.now) : [],
    actions: [
      ...invitationOffers(invitation, facts, acting),
      ...(acting.role === 'employer' && isOverForPair(invitation, agreement?.status ?? null, world.now)
        ? ['invite-again']
        : []),
    ],
  }
}

/** The side on which the reader is, of those who may ask to dissolve. */
const sideOf = (world: World, reader: string): Side | null => {
  const { portal } = personIn(world, reader)
  return portal === 'school' ? null : portal
}

export const reasonsAgainstAskingNow = (world: World, agreement: AgreementCase, side: Side) =>
  reasonsAgainstAsking(askingFacts(world, agreement, side), side, null, world.now)

/** The latest request on it, as it is now. */
export function latestRequest(world: World, { id }: AgreementCase) {
  const latest = requestsOn(world, id).at(-1)
  return latest ? { request: latest, ...dissolutionAt(latest, world.now) } : null
}

/** Where it stands, with the request that is open on it. */
export function standingOf(world: World, agreement: AgreementCase) {
  const open = agreement.dissolutionId ? world.dissolutions[agreement.dissolutionId] : undefined
  return agreementStanding(agreement, open ? dissolutionStanding(open, world.now) : null, world.now)
}

function agreementPage(world: World, id: string, reader: string) {
  const agreement = world.agreements[id]
  if (!agreement || !readsAgreement(world, reader, agreement)) return null
  const side = sideOf(world, reader)
  const { number, kind, status, version, cancellationBy, terms, amendmentTerms, fulfilment } = agreement
  const wasInForce = agreement.effectiveAt !== null
  const reasons = side && wasInForce ? reasonsAgainstAskingNow(world, agreement, side) : []
  const latest = latestRequest(world, agreement)
  return {
    number,
    kind,
    status,
    standing: standingOf(world, agreement),
    version,
    cancellationBy,
    terms: offerOf(terms),
    amendment: amendmentTerms && { terms: offerOf(amendmentTerms) },
    certified: isCertified(status),
    fulfilment,
    sealBy: agreement.sealBy,
    isSealed: agreement.sealRules !== null,
    sealedAt: agreement.sealedAt?.toISOString() ?? null,
    waitingFor: agreementWaitsAt(agreement, world.now).waitingFor,
    evidence: kind === 'paper' ? scans(world, `agreement:${id}`) : [],
    dissolution: wasInForce && latest ? { status: latest.status, askedBy: latest.request.askedBy } : null,
    reasons,
    actions: [
      ...agreementOffers(
        { before: agreement, admitted: isAdmitted(world, agreement) },
        actingOn(world, reader, agreement),
      ),
      ...(side && wasInForce && reasons.length === 0 ? ['ask-dissolution'] : []),
    ],
  }
}

function dissolutionPage(world: World, id: string, reader: string) {
  const dissolution = world.dissolutions[id]
  const agreement = dissolution && world.agreements[dissolution.agreementId]
  if (!agreement || !readsDissolution(world, reader, dissolution)) return null
  const acting = actingOn(world, reader, dissolution)
  const { kind, askedBy, ground, reason, fault, version, answerBy, answer, decision } = dissolution
  const { waitingSince, ...state } = dissolutionAt(dissolution, world.now)
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
    standing: dissolutionStanding(dissolution, world.now),
    waitingSince: waitingSince.toISOString(),
    agreement: { number: agreement.number, status: agreement.status, version: agreement.version },
    evidence: scans(world, `dissolution:${id}`),
    ...(acting.role !== 'student' && { proofCode: null }),
    endedAt: dissolution.endedAt?.toISOString() ?? null,
    actions: dissolutionOffers(dissolution, acting),
  }
}

function destinationPage(world: World, id: string, reader: string) {
  const destination = world.destinations[id]
  if (!destination || !readsOfSchool(world, reader, destination)) return null
  const { status, version, voiding, category, headline, route, waitingFor } = destination
  return {
    code: category,
    headline,
    route,
    status,
    standing: destinationStanding(destination),
    version,
    voiding,
    waitingFor,
    evidence: scans(world, `destination:${id}`),
    actions: destinationOffers(destination, actingOn(world, reader, destination)),
  }
}

function correctionPage(world: World, id: string, reader: string) {
  const correction = world.corrections[id]
  if (!correction || !readsOfSchool(world, reader, correction)) return null
  const { status, version, waitingFor, reason, changes, endedAt } = correction
  const { roster } = rosterFacts(world, correction.studentId)
  return {
    status,
    standing: correctionStanding(correction),
    version,
    waitingFor,
    reason,
    changes: changes.map(({ field, from, to }) => ({
      key: field,
      from: from.shown,
      to: to.shown,
      now: null,
    })),
    endedAt: endedAt?.toISOString() ?? null,
    evidence: scans(world, `correction:${id}`),
    actions: correctionOffers(correction, { roster, holder: null }, actingOn(world, reader, correction)),
  }
}

const PAGES = {
  invitation: invitationPage,
  agreement: agreementPage,
  dissolution: dissolutionPage,
  destination: destinationPage,
  correction: correctionPage,
} as const satisfies Record<CaseKind, (world: World, id: string, reader: string) => object | null>
