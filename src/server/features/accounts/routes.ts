import { timingSafeEqual } from 'node:crypto'
import * as contract from '../../../contracts/accounts.ts'
import { type DocumentType, lookUpForm } from '../../../domain/identity-document.ts'
import { passwordProblem } from '../../../domain/password.ts'
import { isOfSchool } from '../../../domain/portal.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { doing } from '../../http/doing.ts'
import { meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { giveSessionCookie } from './cookies.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import * as accounts from './queries.ts'
import { findPerson, openSession, SESSION_COOKIE } from './sessions.ts'

export const accountRoutes: Slice = (app, services) => {
  const { db, now, secrets } = services
  app.route({
    ...contract.signIn,
    handler: async (request, reply) => {
      const { portal, login, secret } = request.body
      const school = isOfSchool(portal) ? (request.body.school ?? '') : null
      const name = `${portal}:${school ?? ''}:${login.toLowerCase()}`
      await countAttempt(db, 'address', request.ip, now())
      await countAttempt(db, 'account', name, now())
      const account = await accounts.findAccount(db, portal, school, login)
      // Both ways are always walked, so that neither the answer nor its time tells whether the account exists.
      const byPassword = await isPassword(secret, account?.passwordHash ?? null)
      const type = (account?.documentType ?? 'resident_id') as DocumentType
      const index = secrets.blindIndex(lookUpForm({ type, number: secret }))
      const expected = account?.idNumberIndex ?? Buffer.alloc(index.length)
      const byIdNumber =
        timingSafeEqual(index, expected) && account?.passwordHash === null && account.verifiedAt === null
      if (!account || !(byPassword || byIdNumber)) throw new Refusal('wrong-credentials')
      await forgetAttempts(db, 'account', name)
      const token = await openSession(
        db,
        account.id,
        { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' },
        now(),
      )
      const person = await findPerson(db, token, now())
      if (!person) throw new Refusal('account-closed')
      giveSessionCookie(services, reply, token)
      return meOf(person)
    },
  })

  app.route({
    ...contract.signOut,
    handler: async (request, reply) => {
      await accounts.endSession(db, personOf(request).sessionId)
      reply.clearCookie(SESSION_COOKIE, { path: '/' })
      return { done: true as const }
    },
  })

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
    handler: async (request) => {
      const person = personOf(request)
      const { current, next } = request.body
      await countAttempt(db, 'account', `password:${person.userId}`, now())
      if (!(await isPassword(current, await accounts.findPasswordHash(db, person.userId)))) {
        throw new Refusal('wrong-credentials', { field: 'current' })
      }
      const weak = passwordProblem(next, { name: person.name, studentNumber: person.login })
      if (weak) throw new Refusal('weak-password', { field: 'next', problem: weak })
      const hash = await hashPassword(next)
      const answer = await doing(services, request, async ({ tx }) => {
        await accounts.setPassword(tx, person.userId, hash)
        await accounts.endSessionsBut(tx, person.userId, person.sessionId)
        return { done: true as const }
      })
      await forgetAttempts(db, 'account', `password:${person.userId}`)
      return answer
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
