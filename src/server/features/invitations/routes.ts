import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/invitations.ts'
import { termsShown } from '../../../contracts/terms.ts'
import { refuseUnlessVerified } from '../../../domain/admission/verification.ts'
import {
  acceptInvitation,
  endInvitation,
  reviseInvitation,
  sendInvitation,
} from '../../../domain/invitation/acts.ts'
import { refuseUnlessAdmitted } from '../../../domain/invitation/again.ts'
import { refuseUnlessRead } from '../../../domain/notice-text.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { codesAsked } from '../../../domain/term-template.ts'
import type { AnyChange } from '../../cases/all.ts'
import { carryOut } from '../../cases/carry-out.ts'
import { hashOf } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { holdAdmission } from '../admissions/standing.ts'
import { inviteFor } from '../applications/acts.ts'
import { refuseNotOffered } from '../codes/offered.ts'
import { findNotice } from '../notice-texts/queries.ts'
import { findStudentToInvite } from '../students/queries.ts'
import { findReasonsAgainstInviting, holdSendingFacts } from './inviting.ts'
import { listInvitations } from './lists.ts'
import { presentInvitation } from './present.ts'
import * as invitations from './queries.ts'

/** The invitation as its reader sees it now. */
const shown = async (of: Doing, key: Key) =>
  presentInvitation(readingIn(of), await invitations.findInvitation(of.tx, key, of.person))

export const invitationRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMyInvitations,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      const { employer: q, page, pageSize } = request.query
      const of = { school: request.params.school, studentId: person.studentId! }
      return listInvitations(db, of, { q, page, pageSize }, acting.at)
    },
  })

  app.route({
    ...contract.listSentInvitations,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listInvitations(db, { employerId: person.employer!.id }, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getInvitation,
    handler: async (request) => {
      const read = reading(services, request)
      return presentInvitation(read, await invitations.findInvitation(read.db, request.params, read.person))
    },
  })

  app.route({
    ...contract.getInvitationAgain,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { studentId, terms, ...row } = await invitations.findInvitation(db, request.params, person)
      const { school } = request.params
      const of = { school, studentIds: [studentId], employer: person.employer! }
      const { studentName: name, studentNumber, college, majorName: major } = row
      const reasons = (await findReasonsAgainstInviting(db, of, acting.at))(studentId)
      return {
        student: { id: studentId, name, studentNumber, college, major, reasons },
        terms: termsShown(terms),
      }
    },
  })

  app.route({
    ...contract.getLastTerms,
    handler: async (request) => {
      const { db, person } = reading(services, request)
      const last = await invitations.findLastTerms(db, person.employer!.id)
      return {
        last: last && { ...last, terms: termsShown(last.terms), sentAt: last.sentAt.toISOString() },
      }
    },
  })

  app.route({
    ...contract.sendInvitation,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { tx, person } = of
        const employer = person.employer!
        const { school } = request.params
        const { studentId, studentName, noticeVersion, respondBy, terms, applicationId } = request.body
        const admission = await holdAdmission(tx, school, employer.id)
        refuseUnlessAdmitted({ ...admission, employer })
        refuseUnlessVerified(admission.verifyDue, of.acting.at)
        refuseUnlessRead(await findNotice(tx, school, 'signing'), noticeVersion)
        await refuseNotOffered(tx, { asked: codesAsked(terms), kept: [] }, of.acting.at)
        const student = await findStudentToInvite(tx, school, { id: studentId, name: studentName })
        const factsOf = await holdSendingFacts(tx, { school, studentIds: [student.id], employer }, admission)
        const key = { school, id: uuidv7() }
        const wording = { terms, termsHash: hashOf(terms) }
        const command = { schoolId: school, id: key.id, noticeVersion, respondBy, ...wording }
        const send = () => carryOut(of, sendInvitation(factsOf(student), command, of.acting))
        await inviteFor(of, { school, applicationId, studentId: student.id, invitationId: key.id }, send)
        return shown(of, key)
      }),
  })

  /** One act on an invitation, locked. */
  const act = (
    request: FastifyRequest,
    key: Key,
    decide: (
      before: invitations.InvitationRecord,
      of: Doing,
    ) => Outcome<AnyChange> | Promise<Outcome<AnyChange>>,
    lock = invitations.lockInvitation,
  ) =>
    doing(services, request, async (of) => {
      const before = await lock(of.tx, key, of.person)
      const saved = await carryOut(of, await decide(before, of))
      return presentInvitation(readingIn(of), invitations.invitationAfter(before, saved))
    })

  const { revise, accept, withdraw, decline } = contract.invitationActs
  app.route({
    ...revise,
    handler: (request) => {
      const command = { ...request.body, termsHash: hashOf(request.body.terms) }
      return act(request, request.params, async (before, { tx, acting }) => {
        const outcome = reviseInvitation(before, command, acting)
        refuseUnlessRead(before.notice, command.noticeVersion)
        await refuseNotOffered(
          tx,
          { asked: codesAsked(command.terms), kept: codesAsked(before.terms) },
          acting.at,
        )
        return outcome
      })
    },
  })

  const endings = { withdraw, decline }
  for (const action of Object.keys(endings) as (keyof typeof endings)[])
    app.route({
      ...endings[action],
      handler: (request) =>
        act(request, request.params, (before, { acting }) => {
          const { placement } = invitations.signingFacts(before)
          return endInvitation({ before, placement }, { ...request.body, action }, acting)
        }),
    })

  app.route({
    ...accept,
    handler: (request) => {
      const decide = (before: invitations.InvitationRecord, { acting }: Doing) => {
        const forming = {
          id: uuidv7(),
          studentVersion: before.studentVersion,
          collegeId: before.collegeId,
          levels: before.settings.agreementLevels,
          numbering: {
            pattern: before.settings.numberPattern,
            year: before.graduationYear,
            level: before.educationLevel,
          },
          snapshot: {
            student: {
              name: before.studentName,
              studentNumber: before.studentNumber,
              college: before.college,
              major: before.majorName,
            },
            employer: { name: before.employerName, creditCode: before.creditCode },
          },
        }
        const facts = { before, signing: invitations.signingFacts(before), notice: before.notice, forming }
        return acceptInvitation(facts, request.body, acting)
      }
      return act(request, request.params, decide, invitations.lockToAccept)
    },
  })
}
