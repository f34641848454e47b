import * as contract from '../../../contracts/staff.ts'
import { refuseUnlessOpens } from '../../../domain/entry-link.ts'
import { originOf } from '../../../domain/network.ts'
import { passwordProblem } from '../../../domain/password.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import { hungUp } from '../../http/hung-up.ts'
import { meOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { giveSessionCookie } from './cookies.ts'
import { dropLink, findLink, type LinkedAccount, lockLink } from './links.ts'
import { PLATFORM } from './operators.ts'
import { hashPassword } from './password-hash.ts'
import { setPassword } from './queries.ts'
import { endSessionsOf, findPerson, openSession } from './sessions.ts'

const shown = ({ portal, name, login, ...of }: LinkedAccount) => ({
  portal: portal as ReturnType<typeof meOf>['portal'],
  name,
  login,
  school:
    of.schoolCode === null
      ? null
      : { code: of.schoolCode, name: of.schoolName ?? '', nameEn: of.schoolNameEn ?? '' },
})

async function find(db: Db, token: string, at: Date): Promise<LinkedAccount> {
  const link = await findLink(db, token)
  refuseUnlessOpens(link, at)
  return link
}

/** Nobody guesses a token of 256 bits, so its tries are not counted. */
export const linkRoutes: Slice = (app, services) => {
  const { db, now, passwordLine } = services

  app.route({
    ...contract.openLink,
    handler: async ({ body }) => shown(await find(db, body.token, now())),
  })

  app.route({
    ...contract.enterByLink,
    handler: async (request, reply) => {
      const { token, password } = request.body
      const at = now()
      const { name, login } = await find(db, token, at)
      const weak = passwordProblem(password, { name, studentNumber: login })
      if (weak) throw new Refusal('weak-password', { field: 'password', problem: weak })
      const comer = { known: false, place: originOf(request.ip).network, left: hungUp(reply) }
      const hash = await passwordLine.through(comer, () => hashPassword(password))
      const userAgent = (request.headers['user-agent'] ?? '').slice(0, 300).toWellFormed()
      const userId = await inTransaction(db, async (tx) => {
        const link = await lockLink(tx, token)
        refuseUnlessOpens(link, at)
        await dropLink(tx, link.userId)
        await setPassword(tx, link.userId, hash)
        await endSessionsOf(tx, link.userId)
        const actor = { id: link.userId, name, role: 'newcomer', ip: request.ip, userAgent } as const
        await record(tx, [
          {
            school: link.schoolCode ?? PLATFORM,
            subject: `staff:${link.userId}`,
            action: 'staff.begin',
            at,
            actor,
            from: null,
            to: null,
            reason: null,
            data: {},
          },
        ])
        return link.userId
      })
      const session = await openSession(db, userId, { ip: request.ip, userAgent }, at)
      const person = await findPerson(db, session, at)
      if (!person) throw new Refusal('link-over')
      giveSessionCookie(services, reply, session)
      return meOf(person)
    },
  })
}
