import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/verification.ts'
import { opensByRoster, refuseFirstLoginOffRoster, secondFactFor } from '../../../domain/first-login.ts'
import { accountName } from '../../../domain/login.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { ELECTRONIC_FORM_EDITION } from '../../../domain/signing/consent.ts'
import {
  checkNewPassword,
  lackingFact,
  mismatchesIn,
  refuseUnlessOnRoster,
} from '../../../domain/verification.ts'
import { doing } from '../../http/doing.ts'
import { meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { hashPassword } from '../../services/password-hash.ts'
import { giveDeviceCookie } from '../accounts/cookies.ts'
import { comerOf } from '../accounts/own-password.ts'
import { setPassword } from '../accounts/queries.ts'
import { askConfirmation } from '../notifications/addresses.ts'
import { saveElectronicConsent } from '../signing/consents.ts'
import { recordOnStudent, tryFirstLogin } from './acts.ts'
import { findRosterData, saveVerification } from './queries.ts'

/** 首次登录信息验证: before it a student does nothing else (R20). */
export const verificationRoutes: Slice = (app, services) => {
  const { db, now, jobs, secrets, passwordLine } = services

  const rosterOf = (request: FastifyRequest<{ Params: { school: string } }>) =>
    findRosterData(db, request.params.school, personOf(request).studentId!, secrets, now())

  app.route({
    ...contract.getVerification,
    handler: async (request) => {
      const { shown, known, rules } = await rosterOf(request)
      const kind = secondFactFor(personOf(request).entry, rules)
      return { ...shown, secondFact: kind && { kind, onRoster: lackingFact(known, kind) === null } }
    },
  })

  app.route({
    ...contract.passVerification,
    handler: async (request, reply) => {
      const person = personOf(request)
      const { school } = request.params
      const { phone, email, password } = request.body
      const { known, facts, rules } = await rosterOf(request)
      if (facts.verifiedAt) throw new Refusal('already-verified')
      refuseFirstLoginOffRoster(facts)
      if (person.entry === 'id-number' && !opensByRoster(facts, rules))
        throw new Refusal('first-login-closed')

      const secondFact = secondFactFor(person.entry, rules)
      refuseUnlessOnRoster(known, secondFact)
      const account = accountName('student', school, person.login)
      await tryFirstLogin(services, request, {
        account,
        tries: rules.firstLoginTries,
        mismatches: mismatchesIn(known, request.body, secondFact),
      })
      checkNewPassword(password, { ...known, phone })
      const hash = await passwordLine.through(comerOf(request, reply), () =>
        hashPassword(password, services.passwordCost),
      )
      const me = await doing(services, request, async ({ tx, actor, acting }) => {
        await saveVerification(tx, school, person.studentId!, { phone: secrets.seal(phone), at: acting.at })
        await setPassword(tx, person.userId, hash)
        await saveElectronicConsent(tx, person.userId, acting.at)
        if (email !== '') await askConfirmation(tx, jobs, person.userId, { email, at: acting.at })
        await recordOnStudent(
          tx,
          { school, id: person.studentId! },
          {
            action: 'student.verify',
            at: acting.at,
            actor,
            data: {
              electronicFormAgreed: ELECTRONIC_FORM_EDITION,
              rosterConfirmed: true,
              enteredBy: person.entry,
            },
          },
        )
        return meOf({ ...person, verified: true })
      })
      giveDeviceCookie(services, request, reply, account)
      return me
    },
  })
}
