import type { AgreementStatus } from '../../src/domain/agreement.ts'
import { reasonsAgainstAccepting, type SigningFacts } from '../../src/domain/eligibility.ts'
import {
  evolveInvitation,
  invitationLife,
  refuseUnlessDeadlineFair,
  refuseUnlessWithinLimits,
} from '../../src/domain/invitation.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { InvitationAct } from './acts.ts'
import { formAgreement } from './agreements.ts'
import { placingFacts } from './places.ts'
import {
  isSameOffer,
  journaled,
  personIn,
  reads,
  refuseFor,
  roleOf,
  type SentInvitation,
  type World,
} from './world.ts'

const put = (world: World, invitation: SentInvitation): World => ({
  ...world,
  invitations: { ...world.invitations, [invitation.id]: invitation },
})

export function actOnInvitation(world: World, act: InvitationAct): World {
  if (act.action === 'send') return send(world, act)
  const before = world.invitations[act.id]
  if (!before || !reads(world, act.by, before)) throw new Refusal('not-found')
  if (act.action === 'accept') refuseFor(reasonsAgainstAccepting(signingFacts(world, before), world.now))
  const step = invitationLife.decide(before, {
    ...act,
    role: roleOf(personIn(world, act.by)),
    at: world.now,
  })
  const after = evolveInvitation(before, step)
  const saved = (invitation: SentInvitation) =>
    journaled(put(world, invitation), `invitation:${act.id}`, act.action)
  switch (act.action) {
    case 'accept':
      if (!isSameOffer(act.terms, before.terms))
        throw new Refusal('content-changed', { version: before.version })
      return formAgreement(saved(after), {
        kind: 'online',
        student: before.student,
        employer: before.employer,
        employerName: employerName(world, before.employer),
        terms: before.terms,
      })
    case 'revise': {
      const { respondBy, terms } = act
      const isMoved = respondBy !== before.respondBy
      if (!isMoved && isSameOffer(terms, before.terms)) throw new Refusal('nothing-changed')
      refuseUnlessDeadlineFair(before.respondBy, respondBy, world.now)
      if (isMoved) refuseUnlessWithinLimits(respondBy, world.rules, world.now)
      return saved({ ...after, respondBy, terms })
    }
    case 'decline': {
      const { placement } = placingFacts(world, before.student)
      if (placement) throw new Refusal('student-already-placed', { ...placement })
      if (world.rules.declineNeedsReason && !step.reason)
        throw new Refusal('reason-needed', { field: 'reason' })
      return saved(after)
    }
    case 'withdraw':
      return saved(after)
  }
}

const employerName = (world: World, id: string) => {
  const employer = personIn(world, id)
  return employer.portal === 'employer' ? employer.name : ''
}

export const signingFacts = (world: World, invitation: SentInvitation): SigningFacts => {
  const employer = personIn(world, invitation.employer)
  return {
    ...placingFacts(world, invitation.student),
    invitation,
    verified: true,
    admitted: employer.portal === 'employer' && employer.admitted,
    employerName: employerName(world, invitation.employer),
  }
}

/** Until one of these has ended, its employer sends this student nothing new (R3); of a paper it does not know. */
const LIVING: readonly AgreementStatus[] = ['in_review', 'returned', 'effective']

function send(world: World, act: Extract<InvitationAct, { action: 'send' }>): World {
  const { by: employer, student, respondBy, terms } = act
  const inviting = personIn(world, employer)
  if (inviting.portal !== 'employer' || !inviting.admitted)
    throw new Refusal('employer-not-admitted', { employer: employerName(world, employer) })
  refuseUnlessWithinLimits(respondBy, world.rules, world.now)
  const living = Object.values(world.agreements).find(
    (one) =>
      one.kind === 'online' &&
      one.student === student &&
      one.employer === employer &&
      LIVING.includes(one.status),
  )
  if (living) throw new Refusal('agreement-with-employer-in-force', { number: living.number })
  const isOfPair = (one: SentInvitation) => one.student === student && one.employer === employer
  const swept = expireInvitations(world, isOfPair)
  if (Object.values(swept.invitations).some((one) => isOfPair(one) && one.status === 'pending'))
    throw new Refusal('live-invitation-exists')
  const id = `i${Object.keys(world.invitations).length + 1}`
  const sent: SentInvitation = { id, student, employer, status: 'pending', version: 1, respondBy, terms }
  return journaled(put(swept, sent), `invitation:${id}`, 'send')
}

/** What the clock has ended is recorded as such. */
export const expireInvitations = (world: World, which: (invitation: SentInvitation) => boolean): World =>
  Object.values(world.invitations)
    .filter((one) => which(one) && invitationLife.whyNot(one, 'expire', 'clock', world.now) === null)
    .reduce((after, one) => {
      const command = { action: 'expire', role: 'clock', seenVersion: null, at: world.now } as const
      const expired = evolveInvitation(one, invitationLife.decide(one, command))
      return journaled(put(after, expired), `invitation:${one.id}`, 'expire')
    }, world)
