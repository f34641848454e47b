import * as contract from '../../../contracts/staff.ts'
import { refuseUnlessOpens } from '../../../domain/entry-link.ts'
import type { EventName } from '../../../domain/event.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Person } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { setPasswordAnew } from './acts.ts'
import { enter, hashFirst, userAgentOf } from './entering.ts'
import { findLink, type LinkedAccount, lockLink } from './links.ts'
import { saveLanguage } from './queries.ts'

const shown = ({ portal, name, login, ...of }: LinkedAccount) => ({
  portal: portal as Person['portal'],
  name,
  login,
  employer: of.employerName,
  school:
    of.schoolCode === null
      ? null
      : { code: of.schoolCode, name: of.schoolName ?? '', nameEn: of.schoolNameEn ?? '' },
})

/** As which it stands in the history that somebody has come in by it. */
const actionOf = ({ portal, mailed }: LinkedAccount): EventName => {
  if (portal === 'student') return 'student.reset-password'
  const of = portal === 'employer' ? 'employer' : 'staff'
  return mailed ? `${of}.reset-password` : `${of}.begin`
}

async function find(db: Db, token: string, at: Date): Promise<LinkedAccount> {
  const link = await findLink(db, token)
  refuseUnlessOpens(link, at)
  return link
}

/** Nobody guesses a token of 256 bits, so its tries are not counted. */
export const linkRoutes: Slice = (app, services) => {
  const { db, now, jobs } = services

  app.route({
    ...contract.openLink,
    handler: async ({ body }) => shown(await find(db, body.token, now())),
  })

  app.route({
    ...contract.enterByLink,
    handler: async (request, reply) => {
      const { token, password, language } = request.body
      const at = now()
      const { name, login } = await find(db, token, at)
      const hash = await hashFirst(services, request, reply, { name, login, password })
      const from = { ip: request.ip, userAgent: userAgentOf(request) }
      const userId = await inTransaction(db, async (tx) => {
        const link = await lockLink(tx, token)
        refuseUnlessOpens(link, at)
        await saveLanguage(tx, link.userId, language)
        await setPasswordAnew({ tx, jobs }, link, { hash, action: actionOf(link), at, ...from })
        return link.userId
      })
      return enter(services, request, reply, userId)
    },
  })
}
