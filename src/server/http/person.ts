import type { FastifyRequest } from 'fastify'
import type { Me } from '../../contracts/accounts.ts'
import type { Access } from '../../contracts/endpoint.ts'
import type { TokenScope } from '../../domain/api-token/token.ts'
import type { Entry } from '../../domain/first-login.ts'
import type { PersonRole } from '../../domain/lifecycle.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SignedAct } from '../../domain/signing/bound.ts'
import type { Actor } from '../db/journal.ts'

/** Who is signed in, read with the session. */
export type Person = Omit<Me, 'id'> & {
  readonly userId: string
  readonly sessionId: string
  /** The API token that asks in place of a person; null of a person. */
  readonly token: { readonly id: string; readonly scopes: readonly TokenScope[] } | null
  readonly studentId: string | null
  readonly collegeId: string | null
  readonly entry: Entry
  /** To the privacy notice of their school, or of the platform, as far as it asks for it. */
  readonly hasAgreed: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null
    /** Whether a transaction of it was committed, whatever comes after. */
    hasActed: boolean
  }
  interface FastifyContextConfig {
    access?: Access
    signs?: SignedAct
    token?: TokenScope
    /** Text that is compressed as it is sent, though it is no JSON. */
    isPage?: boolean
  }
}

/** The person who asks; routes with an access other than `public` always have one. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Refusal('not-signed-in')
  return request.person
}

export const meOf = (person: Person): Me => {
  const { userId: id, portal, name, login, school, employer, employerRole, staffRole } = person
  const { college, verified, lacks, language } = person
  return {
    id,
    portal,
    name,
    login,
    school,
    employer,
    employerRole,
    staffRole,
    college,
    verified,
    lacks,
    language,
  }
}

const ROLE_OF: Record<Me['portal'], PersonRole> = {
  student: 'student',
  employer: 'employer',
  school: 'reviewer',
  platform: 'operator',
}
export const roleOf = (person: Person) => ROLE_OF[person.portal]

/** Who the journal names: the account, and the address our trusted proxies saw. */
export function actorOf(request: FastifyRequest): Actor {
  const person = personOf(request)
  return {
    id: person.userId,
    name: person.name,
    role: roleOf(person),
    ip: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300).toWellFormed(),
  }
}
