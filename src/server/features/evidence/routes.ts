import { create as contentDisposition } from 'content-disposition'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as contract from '../../../contracts/evidence.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { removeOwn, storageKey } from './removal.ts'
import { findEvidence } from './seeing.ts'
import { upload } from './uploading.ts'

/** Milliseconds without a byte after which whoever sends is taken to be gone. */
const SILENCE = 30_000

/** Somebody else's file, on our own site: it may be looked at in our pages and do nothing. */
const HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"
/** Chromium leaves a PDF in a sandbox blank, and shows it in one of its own. */
const policyOf = (mediaType: string) => (mediaType === 'application/pdf' ? HARMLESS : `${HARMLESS}; sandbox`)

export const evidenceRoutes: Slice = (app, { db, files, now }) => {
  // A scope of its own: only here is a body a stream, and only here is it not JSON.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
    scope.withTypeProvider<ZodTypeProvider>().route({
      ...contract.uploadEvidence,
      handler: (request, reply) => {
        reply.raw.setTimeout(SILENCE, () => request.raw.destroy())
        const { userId } = personOf(request)
        return upload({ db, files, now }, request, { ...request.params, ...request.query, userId })
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
        // Kept for whoever is signed in now, not for the next at the same computer.
        .header('cache-control', 'private, max-age=3600, immutable')
        .header('vary', 'cookie')
      return reply.send(bytes)
    },
  })

  app.route({
    ...contract.removeEvidence,
    handler: async (request) => {
      await removeOwn({ db, files }, request.params, personOf(request).userId)
      return { done: true as const }
    },
  })
}
