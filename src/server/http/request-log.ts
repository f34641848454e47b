import type { App } from './slice.ts'

/** What probes ask every few seconds. */
const OF_PROBES = ['/healthz', '/readyz', '/metrics']

/** A line for each answer: the pattern of the route, never the address, for that and its query name people. */
export function logAnswers(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const level = OF_PROBES.includes(route) ? 'debug' : 'info'
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log[level]({ method: request.method, route, status: reply.statusCode, ms }, 'answered')
  })
}
