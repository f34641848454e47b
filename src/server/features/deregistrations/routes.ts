import * as contract from '../../../contracts/deregistrations.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { doing, reading } from '../../http/doing.ts'
import { languageOf } from '../../http/problems.ts'
import { readUpload } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { findOneAdmission } from '../admissions/queries.ts'
import { noteAll, noteDeregistration, withdrawDeregistration } from './acts.ts'
import { checkSheet } from './checking.ts'
import { findDeregistration } from './queries.ts'

/** 单位注销: what the school has read of the register about an employer (AT-28). */
export const deregistrationRoutes: Slice = (app, services) => {
  app.route({
    ...contract.getDeregistration,
    handler: async (request) => {
      const { db, person } = reading(services, request)
      await findOneAdmission(db, request.params, person)
      return { deregistration: await findDeregistration(db, request.params) }
    },
  })
  app.route({
    ...contract.noteDeregistration,
    handler: (request) =>
      doing(services, request, async (of) => {
        await noteDeregistration(of, request.params, request.body)
        return { deregistration: await findDeregistration(of.tx, request.params) }
      }),
  })
  app.route({
    ...contract.withdrawDeregistration,
    handler: (request) =>
      doing(services, request, async (of) => {
        await withdrawDeregistration(of, request.params, request.body.reason)
        return { deregistration: null }
      }),
  })

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.checkDeregistrations,
      handler: (request, reply) => {
        const { mostBytes } = contract.STRUCK_FILE
        const asked = { school: request.params.school, language: languageOf(request), at: services.now() }
        return readUpload(request, reply, { ...services, mostBytes }, (sheet) =>
          checkSheet(services.db, asked, sheet),
        )
      },
    }),
  )
  app.route({
    ...contract.enterDeregistrations,
    handler: (request) =>
      doing(services, request, async (of) => ({
        count: await noteAll(of, request.params.school, request.body),
      })),
  })
}
