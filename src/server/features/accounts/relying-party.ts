import type { FastifyRequest } from 'fastify'
import { normalHostName } from '../../../domain/host-name.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { ownOrigins } from '../../http/origin.ts'
import type { Services } from '../../services/services.ts'
import { schoolOfRequest } from '../schools/host.ts'

/** For whom an authenticator signs: the name by which the site was asked, where it is one of the site's. */
export type RelyingParty = {
  readonly host: string
  /** Of its pages. */
  readonly origins: string[]
  /** The school whose own name it is; null by the platform's. */
  readonly school: string | null
}

/**
 * Null by an address, or by a name that nobody has set: authenticators know names alone, and one that is made for a name
 * works nowhere else (WebAuthn §5.1.3).
 */
export async function findRelyingParty(
  services: Pick<Services, 'db' | 'baseUrl'>,
  request: FastifyRequest,
): Promise<RelyingParty | null> {
  const host = normalHostName(request.hostname)
  const school = await schoolOfRequest(services, request)
  if (school === null && host !== new URL(services.baseUrl).hostname) return null
  const origins = ownOrigins(request, services.baseUrl).filter((one) => new URL(one).hostname === host)
  return { host, origins, school }
}

/** The same; refuses where there is none. */
export async function relyingPartyOf(
  services: Pick<Services, 'db' | 'baseUrl'>,
  request: FastifyRequest,
): Promise<RelyingParty> {
  const found = await findRelyingParty(services, request)
  if (!found) throw new Refusal('passkeys-not-here')
  return found
}
