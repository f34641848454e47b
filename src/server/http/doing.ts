import type { FastifyRequest } from 'fastify'
import type { Acting, ReviewLevel } from '../../domain/review.ts'
import type { SignedData } from '../../domain/signing/bound.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import type { Actor } from '../db/journal.ts'
import type { Jobs } from '../services/jobs.ts'
import type { Secrets } from '../services/secrets.ts'
import type { Services } from '../services/services.ts'
import { keepingAnswer } from './kept-answers.ts'
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
  /** What is sealed is sealed where it is saved. */
  readonly secrets: Secrets
  readonly person: Person
  readonly actor: Actor
  readonly acting: Acting
  /** The id of the signature that the request brings, where the act is one by which a party is bound. */
  readonly signature: string | null
  /** Of what was signed together before: then none is used. */
  readonly signed?: SignedData
}

const signatureIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'signature' in body && typeof body.signature === 'string'
    ? body.signature
    : null

/**
 * One act of the person who asks, in a transaction of its own, which keeps what it answers: asked again with the same
 * `Idempotency-Key` it is answered the same. `part` counts the items of a batch from 1; what it returns is else the answer.
 */
export const doing = async <T>(
  services: Pick<Services, 'db' | 'jobs' | 'now' | 'secrets'>,
  request: FastifyRequest,
  act: (doing: Doing) => Promise<T>,
  part = 0,
): Promise<T> => {
  const { db, jobs, secrets, now } = services
  const person = personOf(request)
  const acting = actingAs(person, now())
  const signature = signatureIn(request.body)
  const done = await inTransaction(
    db,
    (tx) => act({ tx, jobs, secrets, person, actor: actorOf(request), acting, signature }),
    (answer) => keepingAnswer(request, services, { part, answer, at: acting.at }),
  )
  request.hasActed = true
  return done
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
