import type { FastifyRequest } from 'fastify'
import { normalHostName } from '../../../domain/host-name.ts'
import type { Foot } from '../../pages/frame.ts'
import type { Services } from '../../services/services.ts'
import { findSchoolOfHost } from '../schools/queries.ts'
import type { SchoolSite } from './queries.ts'

/** The school by whose own host name somebody comes; null by the platform's own, and by any other that nobody has set. */
export function schoolOfRequest(
  { db, baseUrl }: Pick<Services, 'db' | 'baseUrl'>,
  { hostname }: Pick<FastifyRequest, 'hostname'>,
): Promise<string | null> {
  const host = normalHostName(hostname)
  return host === new URL(baseUrl).hostname ? Promise.resolve(null) : findSchoolOfHost(db, host)
}

/** What stands at the foot of a page: the school's own words where there is one, the platform's beside or instead. */
export function footOf({ platform }: Pick<Services, 'platform'>, site: SchoolSite | null): Foot {
  const own = site?.content
  return {
    contact: {
      phone: own?.contact.officePhone || platform.phone,
      email: own?.contact.officeEmail || platform.email,
    },
    privacyUrl: own?.privacyUrl || platform.privacyUrl,
    records: [own, platform].flatMap((one) => (one ? [{ icp: one.icp, police: one.police }] : [])),
  }
}
