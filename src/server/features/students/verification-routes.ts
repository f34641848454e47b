import * as contract from '../../../contracts/verification.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { checkVerification } from '../../../domain/verification.ts'
import { record } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countAttempt, forgetAttempts } from '../accounts/attempts.ts'
import { hashPassword } from '../accounts/password-hash.ts'
import { setPassword } from '../accounts/queries.ts'
import { startCopies } from '../notifications/settings.ts'
import { findRosterData, saveVerification } from './queries.ts'

/** 首次登录信息验证: before it a student does nothing else (R20). */
export const verificationRoutes: Slice = (app, services) => {
  const { db, now, secrets } = services

  app.route({
    ...contract.getVerification,
    handler: async (request) => {
      const roster = await findRosterData(
        db,
        request.params.school,
        personOf(request).studentId!,
        secrets,
        now(),
      )
      return roster.shown
    },
  })

  app.route({
    ...contract.passVerification,
    handler: async (request) => {
      const person = personOf(request)
      if (person.verified) throw new Refusal('already-verified')
      const { name, idNumberTail, phone, email, password } = request.body
      const school = request.params.school
      await countAttempt(db, 'account', `verification:${person.userId}`, now())
      const roster = await findRosterData(db, school, person.studentId!, secrets, now())
      checkVerification(
        { name: roster.shown.name, studentNumber: person.login, document: roster.document },
        { name, idNumberTail, phone, password },
      )
      const hash = await hashPassword(password)
      const me = await doing(services, request, async ({ tx, actor, acting: { at } }) => {
        await saveVerification(tx, school, person.studentId!, {
          phone: secrets.seal(phone),
          email,
          at,
        })
        await setPassword(tx, person.userId, hash)
        await startCopies(tx, person.userId, email)
        await record(tx, [
          {
            school,
            subject: `student:${person.studentId}`,
            action: 'student.verify',
            at,
            actor,
            from: null,
            to: 'verified',
            reason: null,
            data: { electronicFormAgreed: true, rosterConfirmed: true },
          },
        ])
        return meOf({ ...person, verified: true })
      })
      await forgetAttempts(db, 'account', `verification:${person.userId}`)
      return me
    },
  })
}
