import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/help.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { hardshipKeysFor } from '../students/hardship.ts'
import { correct, send, write } from './acts.ts'
import { listToHelp } from './list.ts'
import { listNotices } from './notices.ts'
import { presentHelped } from './present.ts'

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
