import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Refusal } from '../../domain/refusal.ts'
import type { App } from './slice.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What came, to the letter, where a signature is over it; else empty. */
    rawBody: string
  }
}

/** Routes whose JSON is signed by whoever sends it: it is read as everywhere, and kept as it came. */
export function takeSigned(app: App, routes: (scope: App) => void): void {
  app.register(async (scope) => {
    scope.decorateRequest('rawBody', '')
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      try {
        request.rawBody = body as string
        done(null, JSON.parse(request.rawBody))
      } catch {
        done(new Refusal('invalid-input', { field: 'body' }))
      }
    })
    routes(scope.withTypeProvider<ZodTypeProvider>())
  })
}
