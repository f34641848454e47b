import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/api-tokens.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { makeToken, revoke } from './acts.ts'
import { listTokens } from './queries.ts'

/** 接口令牌: made, seen and revoked by a school's administrators and an employer's owners. */
export const apiTokenRoutes: Slice = (app, services) => {
  const { db, now } = services
  const ofEmployer = (request: FastifyRequest) => ({ employerId: personOf(request).employer!.id })

  app.route({
    ...contract.schoolTokens.list,
    handler: async ({ params }) => ({ items: await listTokens(db, { schoolId: params.school }, now()) }),
  })
  app.route({
    ...contract.schoolTokens.make,
    handler: (request) => makeToken(services, request, { schoolId: request.params.school }, request.body),
  })
  app.route({
    ...contract.schoolTokens.revoke,
    handler: (request) =>
      doing(services, request, async (of) => {
        await revoke(of, { schoolId: request.params.school }, request.params.id)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.employerTokens.list,
    handler: async (request) => ({ items: await listTokens(db, ofEmployer(request), now()) }),
  })
  app.route({
    ...contract.employerTokens.make,
    handler: (request) => makeToken(services, request, ofEmployer(request), request.body),
  })
  app.route({
    ...contract.employerTokens.revoke,
    handler: (request) =>
      doing(services, request, async (of) => {
        await revoke(of, ofEmployer(request), request.params.id)
        return { done: true as const }
      }),
  })
}
