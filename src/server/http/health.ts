import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Services } from '../services/services.ts'
import type { App } from './slice.ts'

const state = z.object({ ok: z.boolean() })
/** The operator is told of each part besides. */
const readiness = state.extend({ parts: z.record(z.string(), z.boolean()).optional() })

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, yes or no. `/metrics`: Prometheus text, for the operator alone,
 * who shows OPERATOR_TOKEN as a bearer; to everybody else it does not exist.
 */
export function healthRoutes(app: App, services: Services) {
  const { operatorToken } = services
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
  const isOperator = operatorTest(operatorToken)

  const tags = ['operations']
  app.get(
    '/healthz',
    { schema: { tags, summary: 'The process lives', response: { 200: state } } },
    async () => ({ ok: true }),
  )
  app.get(
    '/readyz',
    { schema: { tags, summary: 'The site can serve', response: { 200: readiness, 503: readiness } } },
    async (request, reply) => {
      const parts = await partsOf(services, request)
      const ok = Object.values(parts).every(Boolean)
      // Who waits for a stamp is served all the same: the operator is told, and no traffic is turned away.
      const stamps = services.sealer.hasStamped()
      const told = { parts: { ...parts, ...(stamps !== null && { stamps }) } }
      return reply.code(ok ? 200 : 503).send({ ok, ...(isOperator(request) && told) })
    },
  )
  app.get(
    '/metrics',
    { schema: { tags, summary: 'Prometheus metrics, for the operator', response: { 200: z.string() } } },
    async (request, reply) => {
      if (!isOperator(request)) throw new Refusal('not-found')
      reply.type(registry.contentType).serializer((text: unknown) => String(text))
      return registry.metrics()
    },
  )
}

const NOTHING = { database: false, writes: false, queues: false }

/** Whether the database answers, takes writes (a standby does not) and has its queues; and whether documents can be sealed. */
async function partsOf(
  { db, sealer, typesetter, now }: Pick<Services, 'db' | 'sealer' | 'typesetter' | 'now'>,
  request: FastifyRequest,
): Promise<typeof NOTHING & { readonly seals: boolean }> {
  const seals = (await Promise.all([sealer.isReady(now()), typesetter.isReady()])).every(Boolean)
  try {
    const { rows } = await sql<{ writes: boolean; queues: boolean }>`
      select current_setting('transaction_read_only') = 'off' as writes,
        exists (select from pgboss.queue) as queues`.execute(db)
    return { database: true, ...rows[0]!, seals }
  } catch (error) {
    request.log.warn({ err: error }, 'not ready')
    return { ...NOTHING, seals }
  }
}

/** Compares in constant time, and digests, so that not even the length is told. */
function operatorTest(token: string | undefined): (request: FastifyRequest) => boolean {
  if (token === undefined) return () => false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const wanted = digest(`Bearer ${token}`)
  return ({ headers }) => timingSafeEqual(digest(headers.authorization ?? ''), wanted)
}
