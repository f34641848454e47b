import type { FastifyRequest } from 'fastify'
import { normalHostName } from '../../../domain/host-name.ts'
import type { Services } from '../../services/services.ts'
import { findSchoolOfHost } from './queries.ts'

/** The school by whose own host name somebody comes; null by the platform's own, and by any other that nobody has set. */
export function schoolOfRequest(
  { db, baseUrl }: Pick<Services, 'db' | 'baseUrl'>,
  { hostname }: Pick<FastifyRequest, 'hostname'>,
): Promise<string | null> {
  const host = normalHostName(hostname)
  return host === new URL(baseUrl).hostname ? Promise.resolve(null) : findSchoolOfHost(db, host)
}
