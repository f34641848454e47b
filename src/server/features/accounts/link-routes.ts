import * as contract from '../../../contracts/staff.ts'
import { refuseUnlessOpens } from '../../../domain/entry-link.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { type Line, PLATFORM, record } from '../../db/journal.ts'
import type { Person } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { enter, hashFirst, userAgentOf } from './entering.ts'
import { dropLink, findLink, type LinkedAccount, lockLink } from './links.ts'
import { saveLanguage, setPassword } from './queries.ts'
import { endSessionsOf } from './sessions.ts'

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

/** In whose history it stands that somebody has begun. */
const historyOf = ({
  userId,
  employerId,
  schoolCode,
}: LinkedAccount): Pick<Line, 'school' | 'subject' | 'action'> =>
  employerId === null
    ? { school: schoolCode ?? PLATFORM, subject: `staff:${userId}`, action: 'staff.begin' }
    : { school: PLATFORM, subject: `employer:${employerId}`, action: 'employer.begin' }

async function find(db: Db, token: string, at: Date): Promise<LinkedAccount> {
  const link = await findLink(db, token)
  refuseUnlessOpens(link, at)
  return link
}

/** Nobody guesses a token of 256 bits, so its tries are not counted. */
export const linkRoutes: Slice = (app, services) => {
  const { db, now } = services

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
        await dropLink(tx, link.userId)
        await setPassword(tx, link.userId, hash)
        await saveLanguage(tx, link.userId, language)
        await endSessionsOf(tx, link.userId)
        const actor = { id: link.userId, name, role: 'newcomer', ...from } as const
        await record(tx, [{ ...historyOf(link), at, actor, from: null, to: null, reason: null, data: {} }])
        return link.userId
      })
      return enter(services, request, reply, userId)
    },
  })
}
