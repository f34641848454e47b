import * as contract from '../../../contracts/activation-codes.ts'
import { codeLastsUntil } from '../../../domain/first-login.ts'
import { accountName } from '../../../domain/login.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { inTransaction } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { settle } from '../accounts/attempts.ts'
import { recordOnStudent, recordOnStudents } from './acts.ts'
import * as firstLogins from './first-login.ts'
import { refuseOutsideScope } from './queries.ts'

/** What a school does about the first log-ins of its students. Codes are kept nowhere, so no act that makes them goes through `doing`. */
export const activationRoutes: Slice = (app, services) => {
  const { db, now, secrets } = services

  app.route({
    ...contract.openFirstLogin,
    handler: async (request) => {
      const { school, id } = request.params
      await refuseOutsideScope(db, school, id, personOf(request).collegeId)
      return doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const opened = await firstLogins.openFirstLogin(tx, request.params)
        if (!opened) throw new Refusal('already-moved-on')
        const account = accountName('student', school, opened.studentNumber)
        await settle({ db: tx, secrets }, { forget: { first: account }, takeOff: {} })
        await recordOnStudent(tx, request.params, { action: 'student.open-first-login', at, actor })
        return { done: true as const }
      })
    },
  })

  app.route({
    ...contract.makeActivationCode,
    handler: async (request) => {
      const { school, id } = request.params
      await refuseOutsideScope(db, school, id, personOf(request).collegeId)
      const at = now()
      return inTransaction(db, async (tx) => {
        const { code } = await firstLogins.makeActivationCode(tx, secrets, request.params, at)
        const actor = actorOf(request)
        await recordOnStudent(tx, request.params, { action: 'student.make-activation-code', at, actor })
        return { code: shownCode(code), until: codeLastsUntil(at).toISOString() }
      })
    },
  })

  app.route({
    ...contract.listNewcomers,
    handler: async (request) => ({
      items: await firstLogins.listNewcomers(db, request.params.school, personOf(request).collegeId, now()),
    }),
  })

  app.route({
    ...contract.makeActivationCodes,
    handler: (request) => {
      const { school } = request.params
      const { replace, ...ofClass } = request.body
      const which = { school, ...ofClass, scope: personOf(request).collegeId, replace }
      const at = now()
      return inTransaction(db, async (tx) => {
        const made = await firstLogins.makeActivationCodes(tx, secrets, which, at)
        await recordOnStudents(
          tx,
          made.map(({ id }) => ({ school, id })),
          { action: 'student.make-activation-code', at, actor: actorOf(request) },
        )
        return {
          until: codeLastsUntil(at).toISOString(),
          items: made.map(({ name, studentNumber, code }) => ({
            name,
            studentNumber,
            code: shownCode(code),
          })),
        }
      })
    },
  })
}
