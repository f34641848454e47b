import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/invitations.ts'
import { dayInChina } from '../../../domain/day.ts'
import { type Reason, reasonsAgainstAccepting } from '../../../domain/eligibility.ts'
import {
  evolveInvitation,
  invitationLife,
  refuseUnlessDeadlineFair,
  refuseUnlessWithinLimits,
} from '../../../domain/invitation.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction } from '../../db/database.ts'
import { CLOCK, hashOf, record, stepLine } from '../../db/journal.ts'
import type { App } from '../../http/app.ts'
import { actorOf, personOf, roleOf } from '../../http/person.ts'
import { NotEligible } from '../../http/problems.ts'
import type { Services } from '../../services/services.ts'
import { formAgreement } from '../agreements/forming.ts'
import { waitsForReview } from '../agreements/notices.ts'
import { refuseWhileAgreementLives } from '../agreements/queries.ts'
import { refuseUnlessAdmitted } from '../employers/queries.ts'
import { tell } from '../notifications/tell.ts'
import { findStudentToInvite } from '../students/queries.ts'
import { listInvitations } from './lists.ts'
import { noticeOf } from './notices.ts'
import { presentInvitation } from './present.ts'
import * as invitations from './queries.ts'

type Act = { seenVersion: number; reason?: string | undefined }

export function invitationRoutes(app: App, { db, now, jobs }: Services) {
  app.route({
    ...contract.listMyInvitations,
    handler: async (request) => {
      const { employer: q, page, pageSize } = request.query
      const of = { school: request.params.school, studentId: personOf(request).studentId! }
      return listInvitations(db, of, { q, page, pageSize }, now())
    },
  })

  app.route({
    ...contract.listSentInvitations,
    handler: async (request) =>
      listInvitations(db, { employerId: personOf(request).employer!.id }, request.query, now()),
  })

  app.route({
    ...contract.getInvitation,
    handler: async (request) => {
      const person = personOf(request)
      return presentInvitation(await invitations.findInvitation(db, request.params, person), person, now())
    },
  })

  app.route({
    ...contract.sendInvitation,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const employer = person.employer!
        const { school } = request.params
        const { studentId, studentName, respondBy, terms } = request.body
        const at = now()
        const settings = await refuseUnlessAdmitted(tx, school, employer)
        const student = await findStudentToInvite(tx, school, { id: studentId, name: studentName })
        refuseUnlessWithinLimits(respondBy, settings, at)
        const pair = { school, studentId: student.id, employerId: employer.id }
        await refuseWhileAgreementLives(tx, pair)
        await invitations.expireInvitations(tx, jobs, dayInChina(at), at, CLOCK, pair)
        const key = await invitations.addInvitation(tx, { ...pair, respondBy, terms }, actorOf(request), at)
        const sent = await invitations.findInvitation(tx, key, person)
        await tell(tx, jobs, school, [noticeOf('invitation.sent', sent, null)], at)
        return presentInvitation(sent, person, at)
      }),
  })

  app.route({
    ...contract.reviseInvitation,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const { seenVersion, respondBy, terms } = request.body
        const at = now()
        const before = await invitations.lockInvitation(tx, request.params, person)
        const step = invitationLife.decide(before, {
          action: 'revise',
          role: roleOf(person),
          seenVersion,
          at,
        })
        if (respondBy === before.respondBy && hashOf(terms) === before.termsHash)
          throw new Refusal('nothing-changed')
        refuseUnlessDeadlineFair(before.respondBy, respondBy, at)
        if (respondBy !== before.respondBy) refuseUnlessWithinLimits(respondBy, before.settings, at)
        const { version } = evolveInvitation(before, step)
        const termsHash = await invitations.reviseTerms(tx, before, { version, respondBy, terms }, at)
        await record(tx, [
          stepLine('invitation', request.params, step, actorOf(request), { version, termsHash, respondBy }),
        ])
        const revised = await invitations.findInvitation(tx, request.params, person)
        await tell(tx, jobs, before.schoolId, [noticeOf('invitation.revised', revised, null)], at)
        return presentInvitation(revised, person, at)
      }),
  })

  const end = async (
    request: FastifyRequest,
    key: invitations.Key,
    action: 'withdraw' | 'decline',
    act: Act,
  ) =>
    inTransaction(db, async (tx) => {
      const person = personOf(request)
      const at = now()
      const before = await invitations.lockInvitation(tx, key, person)
      const step = invitationLife.decide(before, {
        action,
        role: roleOf(person),
        ...act,
        reason: act.reason ?? '',
        at,
      })
      if (action === 'decline') refuseDecline(before, step.reason)
      const { version } = evolveInvitation(before, step)
      await invitations.saveInvitation(tx, key, version, step)
      const { termsHash } = before
      await record(tx, [stepLine('invitation', key, step, actorOf(request), { version, termsHash })])
      const kind = action === 'decline' ? 'invitation.declined' : 'invitation.withdrawn'
      await tell(tx, jobs, key.school, [noticeOf(kind, before, step.reason)], at)
      return presentInvitation(await invitations.findInvitation(tx, key, person), person, at)
    })
  app.route({
    ...contract.withdrawInvitation,
    handler: (request) => end(request, request.params, 'withdraw', request.body),
  })
  app.route({
    ...contract.declineInvitation,
    handler: (request) => end(request, request.params, 'decline', request.body),
  })

  app.route({
    ...contract.acceptInvitation,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const actor = actorOf(request)
        const { seenVersion, termsHash } = request.body
        const at = now()
        const before = await invitations.lockInvitation(tx, request.params, person)
        const reasons = reasonsAgainstAccepting(invitations.signingFacts(before), at)
        if (isSome(reasons)) throw new NotEligible(reasons)
        const step = invitationLife.decide(before, {
          action: 'accept',
          role: roleOf(person),
          seenVersion,
          at,
        })
        if (termsHash !== before.termsHash) throw new Refusal('content-changed', { version: before.version })
        const { version } = evolveInvitation(before, step)
        await invitations.saveInvitation(tx, request.params, version, step)
        const agreement = await formAgreement(tx, before, at)
        await record(tx, [
          stepLine('invitation', request.params, step, actor, { version: before.version, termsHash }),
          stepLine(
            'agreement',
            agreement,
            { action: 'form', from: null, to: 'in_review', reason: null, at },
            actor,
            {
              number: agreement.number,
              version: 1,
              termsHash,
            },
          ),
        ])
        const accepted = noticeOf('invitation.accepted', before, null, agreement.number)
        await tell(tx, jobs, before.schoolId, [accepted, waitsForReview(agreement, agreement.levels[0]!)], at)
        return presentInvitation(await invitations.findInvitation(tx, request.params, person), person, at)
      }),
  })
}

const isSome = (reasons: Reason[]): reasons is [Reason, ...Reason[]] => reasons.length > 0

/** R1: a signed student reads other invitations but does not answer them; some schools ask for the reason. */
function refuseDecline(invitation: invitations.InvitationRecord, reason: string | null): void {
  if (invitation.placeHolder !== null) {
    throw new Refusal('student-already-placed', {
      holder: invitation.placeHolder,
      number: invitation.placeNumber,
    })
  }
  if (invitation.settings.declineNeedsReason && !reason)
    throw new Refusal('reason-needed', { field: 'reason' })
}
