import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/help.ts'
import { REFERRAL_LIST } from '../../../words/referral-list.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import { asSheet } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { countUse } from '../accounts/attempts.ts'
import { recordTaken } from '../students/acts.ts'
import { hardshipKeysFor } from '../students/hardship.ts'
import { correct, sayReferral, send, write } from './acts.ts'
import { listToHelp, meantBy, toHelp } from './list.ts'
import { listNotices } from './notices.ts'
import { presentHelped } from './present.ts'
import { countReferrals, listReferred, referralRows } from './referrals.ts'

const scopeOf = (request: FastifyRequest<{ Params: { school: string } }>) => ({
  school: request.params.school,
  college: personOf(request).collegeId,
})

/** 就业帮扶: graduates without a destination, what each contact with them came to, and notices to groups of them. */
export const helpRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services
  const filterOf = <F extends { readonly hardship?: string | undefined }>({ hardship, ...of }: F) => ({
    ...of,
    hardships: hardship ? hardshipKeysFor(secrets, hardship) : undefined,
  })
  app.route({
    ...contract.listToHelp,
    handler: (request) => listToHelp(services, scopeOf(request), filterOf(request.query), now()),
  })

  app.route({
    ...contract.getHelped,
    handler: (request) => presentHelped(db, scopeOf(request), request.params.id, personOf(request).userId),
  })

  app.route({
    ...contract.getMyHelp,
    handler: (request) => {
      const { studentId, userId } = personOf(request)
      return presentHelped(db, { school: request.params.school, college: null }, studentId!, userId)
    },
  })

  app.route({
    ...contract.sayReferral,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { studentId, userId } = of.person
        const { school } = request.params
        await sayReferral(of, { school, id: studentId! }, request.body.isReferred)
        return presentHelped(of.tx, { school, college: null }, studentId!, userId)
      }),
  })

  type OfYear = { readonly year?: number | undefined; readonly college?: string | undefined }
  const meantIn = async (of: Db, scope: ReturnType<typeof scopeOf>, { year, college }: OfYear) =>
    meantBy(scope, await toHelp(of, scope.school, year, now()), { college })
  app.route({
    ...contract.countReferrals,
    handler: async (request) => countReferrals(db, await meantIn(db, scopeOf(request), request.query)),
  })

  app.route({
    ...contract.takeReferrals,
    handler: async (request, reply) => {
      const { year, college, language, ...looking } = request.body
      const [scope, at] = [scopeOf(request), now()]
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, at)
      const listed = await inTransaction(db, async (tx) => {
        const meant = await meantIn(tx, scope, { year, college })
        const ids = await listReferred(tx, meant)
        const { refused } = await countReferrals(tx, meant)
        const what = { rows: ids.length, refused, filter: JSON.stringify({ year, college }) }
        const taken = { school: scope.school, ids, what, of: 'referrals' as const }
        await recordTaken(tx, taken, looking, { at, actor: actorOf(request) })
        return { school: scope.school, ids, refused }
      })
      const w = REFERRAL_LIST[language]
      asSheet(reply, w.sheet)
      return reply.send(streamSheet(w.sheet, w.headings, referralRows({ db, secrets }, listed, language)))
    },
  })

  app.route({
    ...contract.writeHelpRecord,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params, body } = request
        await write(of, params, body)
        return presentHelped(of.tx, scopeOf(request), params.id, of.person.userId)
      }),
  })

  app.route({
    ...contract.correctHelpRecord,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { seenVersion, ...content } = request.body
        const student = await correct(of, request.params, seenVersion, content)
        return presentHelped(of.tx, scopeOf(request), student, of.person.userId)
      }),
  })

  app.route({
    ...contract.listHelpNotices,
    handler: (request) => listNotices(db, scopeOf(request), request.query),
  })

  app.route({
    ...contract.sendHelpNotice,
    handler: (request) =>
      doing(services, request, (of) => {
        const { helpText: words, seenTotal, helpFilter } = request.body
        return send(of, request.params.school, { words, seenTotal, filter: filterOf(helpFilter) })
      }),
  })
}
