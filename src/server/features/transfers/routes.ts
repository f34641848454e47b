import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/transfers.ts'
import { dayInChina } from '../../../domain/day.ts'
import { TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import { inTransaction } from '../../db/database.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import { asSheet } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { recordTaken } from '../students/acts.ts'
import { type AskedOfTransfer, act, handOver, prepare } from './acts.ts'
import { listCandidates } from './candidates.ts'
import { transferListSheet } from './list-sheet.ts'
import { listTransfers, rowOf, whoseMeant } from './lists.ts'
import { presentTransfer } from './present.ts'
import { findTransfer, listOfStudent } from './queries.ts'

type AtSchool = FastifyRequest<{ Params: { school: string } }>
const scopeOf = (request: AtSchool) => ({
  school: request.params.school,
  college: personOf(request).collegeId,
})

/** 档案、户口转递: records are made, handed over, and followed until somebody has them. */
export const transferRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.listTransfers,
    handler: (request) => listTransfers(db, scopeOf(request), request.query, now()),
  })

  app.route({
    ...contract.takeTransfers,
    handler: async (request, reply) => {
      const { transferFilter: filter, language, ...looking } = request.body
      const [scope, at] = [scopeOf(request), now()]
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, at)
      await inTransaction(db, async (tx) => {
        const { rows, students: ids } = await whoseMeant(tx, scope, filter, at)
        const what = { rows, filter: JSON.stringify(filter) }
        const taken = { school: scope.school, ids, what, of: 'transfers' as const }
        await recordTaken(tx, taken, looking, { at, actor: actorOf(request) })
      })
      asSheet(reply, TRANSFER_REGISTER[language].sheet[filter.kind])
      return reply.send(transferListSheet(db, scope, filter, { language, at }))
    },
  })

  app.route({
    ...contract.listMyTransfers,
    handler: async (request) => {
      const { person, acting } = reading(services, request)
      const found = await listOfStudent(db, request.params.school, person.studentId!)
      return { items: found.map((one) => rowOf(one, dayInChina(acting.at))) }
    },
  })

  app.route({
    ...contract.getTransfer,
    handler: async (request) => {
      const read = reading(services, request)
      return presentTransfer(read, await findTransfer(read.db, request.params, read.person))
    },
  })

  app.route({
    ...contract.listTransferCandidates,
    handler: (request) => {
      const { ids, ...asked } = request.query
      const students = ids && [...new Set(ids.split(','))]
      return listCandidates(db, scopeOf(request), { ...asked, ...(students && { students }) }, now())
    },
  })

  app.route({
    ...contract.prepareTransfers,
    handler: (request) =>
      doing(services, request, async (of) => ({
        count: await prepare(of, request.params.school, request.body),
      })),
  })

  app.route({
    ...contract.handOverTransfers,
    handler: (request) =>
      doing(services, request, async (of) => ({
        count: await handOver(of, request.params.school, request.body.transfers, request.body.sentOn),
      })),
  })

  const acts = contract.transferActs
  type Named = FastifyRequest<{ Params: { school: string; id: string } }>
  const carryOut = (request: Named, asked: AskedOfTransfer) =>
    doing(services, request, async (of: Doing) =>
      presentTransfer(readingIn(of), await act(of, request.params, asked)),
    )
  app.route({
    ...acts.change,
    handler: (request) => {
      const { transferTo: content, ...seen } = request.body
      return carryOut(request, { ...seen, action: 'change', content })
    },
  })
  app.route({
    ...acts.send,
    handler: (request) => {
      const { transferNumbers: numbers, sentOn: on, ...seen } = request.body
      return carryOut(request, { ...seen, action: 'send', on, numbers })
    },
  })
  app.route({
    ...acts.number,
    handler: (request) => {
      const { transferNumbers: numbers, ...seen } = request.body
      return carryOut(request, { ...seen, action: 'number', numbers })
    },
  })
  app.route({
    ...acts.receive,
    handler: (request) => {
      const { receivedOn: on, ...seen } = request.body
      return carryOut(request, { ...seen, action: 'receive', on })
    },
  })
  app.route({
    ...acts.return,
    handler: (request) => {
      const { returnedOn: on, reason = '', ...seen } = request.body
      return carryOut(request, { ...seen, action: 'return', on, reason })
    },
  })
  app.route({
    ...acts.cancel,
    handler: (request) => carryOut(request, { ...request.body, action: 'cancel' }),
  })
}
