import { create as contentDisposition } from 'content-disposition'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as contract from '../../../contracts/evidence.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { refuseUnlessParty } from '../agreements/queries.ts'
import { storageKey, takeAway } from './removal.ts'
import { findEvidence } from './seeing.ts'
import { upload } from './uploading.ts'
import { startRemoval } from './uploads.ts'

/** Milliseconds without a byte after which whoever sends is taken to be gone. */
const SILENCE = 30_000

/** Somebody else's file, on our own site: it may be looked at in our pages and do nothing. */
const HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"
/** Chromium leaves a PDF in a sandbox blank, and shows it in one of its own. */
const policyOf = (mediaType: string) => (mediaType === 'application/pdf' ? HARMLESS : `${HARMLESS}; sandbox`)

export const evidenceRoutes: Slice = (app, services) => {
  const { db, files, now } = services
  // A scope of its own: only here is a body a stream, and only here is it not JSON.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
    scope.withTypeProvider<ZodTypeProvider>().route({
      ...contract.uploadEvidence,
      handler: async (request, reply) => {
        reply.raw.setTimeout(SILENCE, () => request.raw.destroy())
        const person = personOf(request)
        await refuseUnlessParty(db, request.params.school, person)
        const of = { ...request.params, ...request.query, userId: person.userId }
        return upload({ db, files, now }, request, of)
      },
    })
  })

  app.route({
    ...contract.readEvidence,
    handler: async (request, reply) => {
      const { name, mediaType, size } = await findEvidence(db, request.params, personOf(request))
      const bytes = await files.read(storageKey(request.params))
      const type = request.query.download ? 'attachment' : 'inline'
      reply
        .type(mediaType)
        .header('content-length', size)
        .header('content-disposition', contentDisposition(name, { type }))
        .header('content-security-policy', policyOf(mediaType))
      return reply.send(bytes)
    },
  })

  app.route({
    ...contract.removeEvidence,
    handler: async (request) => {
      const answer = await doing(services, request, async ({ tx, person: { userId } }) => {
        await startRemoval(tx, request.params, userId)
        return { done: true as const }
      })
      await takeAway({ db, files }, request.params)
      return answer
    },
  })
}
