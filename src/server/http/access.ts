import type { Access } from '../../contracts/endpoint.ts'
import type { TokenScope } from '../../domain/api-token/token.ts'
import { refuseWhileLacking } from '../../domain/lacking.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Person } from './person.ts'

const MAY: Record<Exclude<Access, 'public' | 'entering'>, (person: Person) => boolean> = {
  person: () => true,
  newcomer: (person) => person.portal === 'student',
  student: (person) => person.portal === 'student',
  employer: (person) => person.portal === 'employer',
  owner: (person) => person.employerRole === 'owner',
  staff: (person) => person.portal === 'school',
  reviewer: (person) => person.portal === 'school' && person.staffRole !== 'college_reviewer',
  administrator: (person) => person.staffRole === 'administrator',
  concerned: (person) => person.portal !== 'platform',
  operator: (person) => person.portal === 'platform',
}

/** The one gate in front of every route: signed in, with all that signing in takes, verified (R20), of the right side, of this school. */
export function refuseUnlessMay(access: Access, person: Person | null, school: string | undefined): void {
  if (access === 'public') return
  if (!person) throw new Refusal('not-signed-in')
  if (access === 'entering') return
  refuseWhileLacking(person.lacks)
  if (!person.verified && access !== 'person' && access !== 'newcomer')
    throw new Refusal('verification-needed')
  // What is another school's does not exist; an employer works with many.
  if (school !== undefined && person.portal !== 'employer' && person.school?.code !== school)
    throw new Refusal('not-found')
  if (!MAY[access](person)) throw new Refusal('not-allowed')
}

/** A program goes where the contract names a scope that its token has, and nowhere else. */
export function refuseBeyondToken(person: Person | null, scope: TokenScope | undefined): void {
  if (person?.token && !person.token.scopes.some((one) => one === scope))
    throw new Refusal('token-not-allowed')
}

/** A page that one account has opened does not act, nor read on, as another that has signed in beside it. */
export function refuseAnotherAccount(person: Person | null, begunBy: string | string[] | undefined): void {
  if (person && begunBy !== undefined && begunBy !== person.userId)
    throw new Refusal('another-account', { name: person.name })
}
