import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : null)

/** Our own pages by this request, as origins: where the site says it is, and by the name and port that were asked. */
export function ownOrigins(request: Pick<FastifyRequest, 'protocol' | 'host'>, baseUrl: string): string[] {
  // A school's own host name is reached by the scheme that the site is, also where a proxy says nothing of it.
  const schemes = [`${request.protocol}:`, new URL(baseUrl).protocol]
  const ours = [baseUrl, ...schemes.map((scheme) => `${scheme}//${request.host}`)].map(originOf)
  return [...new Set(ours)].filter((origin) => origin !== null)
}

/**
 * A page of another site cannot make our reader's browser act: whatever an unsafe request says of where it comes from
 * must be our own pages, by scheme, host and port. What says nothing comes from no browser: those send `Origin`.
 */
export function refuseForeignOrigin(request: FastifyRequest, baseUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, referer, 'sec-fetch-site': site } = request.headers
  const ours = ownOrigins(request, baseUrl)
  const isOurs = (address: string) => ours.includes(originOf(address) ?? '')
  // `none` is the reader's own doing, such as a form sent again.
  const isForeign =
    (origin !== undefined && !isOurs(origin)) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin === undefined && site === undefined && referer !== undefined && !isOurs(referer))
  if (isForeign) throw new Refusal('foreign-origin')
}
