import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/verification-codes.ts'
import type { DocumentSubject } from '../../../domain/document/kind.ts'
import { type Doing, doing, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { closeCode, extendCode, makeCode } from './acts.ts'
import { presentCodes } from './present.ts'
import { CODED } from './seeing.ts'

export const verificationCodeRoutes: Slice = (app, services) => {
  const answer = (request: FastifyRequest, act: (of: Doing) => Promise<void>) =>
    doing(services, request, async (of) => {
      await act(of)
      return { done: true as const }
    })

  for (const kind of Object.keys(CODED) as DocumentSubject[]) {
    app.route({
      ...contract.listVerificationCodes[kind],
      handler: async (request) => {
        const read = reading(services, request)
        return presentCodes(read, services, await CODED[kind].find(read.db, request.params, read.person))
      },
    })
    app.route({
      ...contract.makeVerificationCode[kind],
      handler: (request) => answer(request, (of) => makeCode(of, kind, request.params, request.body)),
    })
  }
  app.route({
    ...contract.extendVerificationCode,
    handler: (request) => answer(request, (of) => extendCode(of, request.params, request.body.endsOn)),
  })
  app.route({
    ...contract.closeVerificationCode,
    handler: (request) => answer(request, (of) => closeCode(of, request.params)),
  })
}
