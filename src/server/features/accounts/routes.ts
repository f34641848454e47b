import * as contract from '../../../contracts/accounts.ts'
import { passwordChanged, passwordProblem } from '../../../domain/password.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { doing } from '../../http/doing.ts'
import { meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { hashPassword } from '../../services/password-hash.ts'
import { tell } from '../notifications/tell.ts'
import { comerOf, refuseUnlessOwnPassword } from './own-password.ts'
import * as accounts from './queries.ts'

export const accountRoutes: Slice = (app, services) => {
  const { db, now, jobs, passwordLine } = services

  app.route({ ...contract.getMe, handler: async (request) => meOf(personOf(request)) })

  app.route({
    ...contract.setLanguage,
    handler: (request) =>
      doing(services, request, async ({ tx, person }) => {
        const { language } = request.body
        await accounts.saveLanguage(tx, person.userId, language)
        return meOf({ ...person, language })
      }),
  })

  app.route({
    ...contract.changePassword,
    handler: async (request, reply) => {
      const person = personOf(request)
      const { current, next } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password: current, field: 'current' })
      const weak = passwordProblem(next, { name: person.name, studentNumber: person.login })
      if (weak) throw new Refusal('weak-password', { field: 'next', problem: weak })
      const hash = await passwordLine.through(comerOf(request, reply), () =>
        hashPassword(next, services.passwordCost),
      )
      return doing(services, request, async ({ tx, acting: { at } }) => {
        await accounts.setPassword(tx, person.userId, hash)
        await accounts.endSessionsBut(tx, person.userId, person.sessionId)
        const whose = { userId: person.userId, school: person.school?.code ?? null }
        await tell(tx, jobs, [passwordChanged(whose)], at)
        return { done: true as const }
      })
    },
  })

  app.route({
    ...contract.listSessions,
    handler: async (request) => {
      const person = personOf(request)
      const rows = await accounts.listSessionsOf(db, person.userId, now())
      return {
        items: rows.map(({ startedAt, ...row }) => ({
          ...row,
          startedAt: startedAt.toISOString(),
          current: row.id === person.sessionId,
        })),
      }
    },
  })

  app.route({
    ...contract.endOtherSessions,
    handler: (request) =>
      doing(services, request, async ({ tx, person }) => ({
        ended: await accounts.endSessionsBut(tx, person.userId, person.sessionId),
      })),
  })
}
