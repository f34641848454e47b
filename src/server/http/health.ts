import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import type { Services } from '../services/services.ts'
import type { App } from './slice.ts'

const state = z.object({ ok: z.boolean() })

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: Prometheus text. */
export function healthRoutes(app: App, { db }: Services) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })

  const tags = ['operations']
  app.get(
    '/healthz',
    { schema: { tags, summary: 'The process lives', response: { 200: state } } },
    async () => ({ ok: true }),
  )
  app.get(
    '/readyz',
    { schema: { tags, summary: 'The database answers', response: { 200: state, 503: state } } },
    async (request, reply) => {
      try {
        await sql`select 1 from schools limit 1`.execute(db)
        return { ok: true }
      } catch (error) {
        request.log.error({ err: error }, 'not ready')
        return reply.code(503).send({ ok: false })
      }
    },
  )
  app.get(
    '/metrics',
    { schema: { tags, summary: 'Prometheus metrics', response: { 200: z.string() } } },
    async (_request, reply) => {
      reply.type(registry.contentType).serializer((text: unknown) => String(text))
      return registry.metrics()
    },
  )
}
