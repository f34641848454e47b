import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/verification-codes.ts'
import { type Doing, doing, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findAgreement } from '../agreements/queries.ts'
import { closeCode, extendCode, makeCode } from './acts.ts'
import { presentCodes } from './present.ts'

export const verificationCodeRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listVerificationCodes,
    handler: async (request) => {
      const read = reading(services, request)
      const { params } = request
      return presentCodes(read, services, params, await findAgreement(read.db, params, read.person))
    },
  })

  const answer = (request: FastifyRequest, act: (of: Doing) => Promise<void>) =>
    doing(services, request, async (of) => {
      await act(of)
      return { done: true as const }
    })

  app.route({
    ...contract.makeVerificationCode,
    handler: (request) => answer(request, (of) => makeCode(of, request.params, request.body)),
  })
  app.route({
    ...contract.extendVerificationCode,
    handler: (request) => answer(request, (of) => extendCode(of, request.params, request.body.endsOn)),
  })
  app.route({
    ...contract.closeVerificationCode,
    handler: (request) => answer(request, (of) => closeCode(of, request.params)),
  })
}
