import type { FastifyRequest } from 'fastify'
import type { Acting, ReviewLevel } from '../../domain/review.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import type { Actor } from '../db/journal.ts'
import type { Jobs } from '../services/jobs.ts'
import type { Services } from '../services/services.ts'
import { actorOf, type Person, personOf, roleOf } from './person.ts'

/** The level at which this member of staff reviews; null for everybody else. */
export const levelOf = ({ portal, staffRole }: Person): ReviewLevel | null => {
  if (portal !== 'school') return null
  return staffRole === 'college_reviewer' ? 'college' : 'school'
}

/** A person as the rules see whoever acts or reads, at one instant. */
export const actingAs = (person: Person, at: Date): Acting => ({
  role: roleOf(person),
  level: levelOf(person),
  at,
})

/** Who acts, made once a request: an act is judged, carried out and shown at one instant. */
export type Doing = {
  readonly tx: Tx
  readonly jobs: Jobs
  readonly person: Person
  readonly actor: Actor
  readonly acting: Acting
}

/** One act of the person who asks, in a transaction of its own. */
export const doing = <T>(
  { db, jobs, now }: Pick<Services, 'db' | 'jobs' | 'now'>,
  request: FastifyRequest,
  act: (doing: Doing) => Promise<T>,
): Promise<T> => {
  const acting = actingAs(personOf(request), now())
  return inTransaction(db, (tx) =>
    act({ tx, jobs, person: personOf(request), actor: actorOf(request), acting }),
  )
}

/** What reads take: the person whose page it is, and the instant at which it is true. */
export type Reading = { readonly db: Db; readonly person: Person; readonly acting: Acting }
export const reading = ({ db, now }: Pick<Services, 'db' | 'now'>, request: FastifyRequest): Reading => ({
  db,
  person: personOf(request),
  acting: actingAs(personOf(request), now()),
})

/** Within an act: what it has changed is shown as it is in its own transaction. */
export const readingIn = ({ tx, person, acting }: Doing): Reading => ({ db: tx, person, acting })
