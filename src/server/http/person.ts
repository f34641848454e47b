import type { FastifyRequest } from 'fastify'
import type { Me } from '../../contracts/accounts.ts'
import type { Access } from '../../contracts/endpoint.ts'
import type { PersonRole } from '../../domain/lifecycle.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Actor } from '../db/journal.ts'
import type { Person } from '../features/accounts/sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null
  }
  interface FastifyContextConfig {
    access?: Access
  }
}

/** The person who asks; routes with an access other than `public` always have one. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Refusal('not-signed-in')
  return request.person
}

export const meOf = (person: Person): Me => {
  const { portal, name, login, school, employer, staffRole, college, verified, language } = person
  return { portal, name, login, school, employer, staffRole, college, verified, language }
}

const ROLE_OF: Record<Me['portal'], PersonRole> = {
  student: 'student',
  employer: 'employer',
  school: 'reviewer',
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

const MAY: Record<Exclude<Access, 'public'>, (person: Person) => boolean> = {
  person: () => true,
  newcomer: (person) => person.portal === 'student',
  student: (person) => person.portal === 'student',
  employer: (person) => person.portal === 'employer',
  staff: (person) => person.portal === 'school',
  administrator: (person) => person.staffRole === 'administrator',
  party: () => true,
}

/** The one gate in front of every route: signed in, verified (R20), of the right side, of this school. */
export function refuseUnlessMay(access: Access, person: Person | null, school: string | undefined): void {
  if (access === 'public') return
  if (!person) throw new Refusal('not-signed-in')
  if (!person.verified && access !== 'person' && access !== 'newcomer')
    throw new Refusal('verification-needed')
  // What is another school's does not exist; an employer works with many.
  if (school !== undefined && person.portal !== 'employer' && person.school?.code !== school)
    throw new Refusal('not-found')
  if (!MAY[access](person)) throw new Refusal('not-allowed')
}
