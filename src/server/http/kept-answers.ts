import type { FastifyReply, FastifyRequest } from 'fastify'
import { type CompiledQuery, sql } from 'kysely'
import { IDEMPOTENCY_KEY } from '../../contracts/endpoint.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Db, OutcomeUnknown } from '../db/database.ts'
import { insertInto } from '../db/prepared.ts'
import { readAnswer, writeAnswer } from '../db/stored.ts'
import type { Services } from '../services/services.ts'
import { answerError, refusalOf } from './problems.ts'

/** Long enough for whoever comes back after a weekend's first day; then nobody asks again. */
const HOURS = 48
const KEY = /^[\x21-\x7e]{1,128}$/

/** Where the answer of one act is kept: whose it is, under which key, and of which request. */
type Keeping = { readonly userId: string; readonly key: string; readonly fingerprints: readonly Buffer[] }

/** Refuses a key that nobody can have meant. */
export function refuseUnusableKey({ headers }: FastifyRequest): void {
  const key = headers[IDEMPOTENCY_KEY]
  if (key !== undefined && !KEY.test(String(key)))
    throw new Refusal('invalid-input', { field: 'Idempotency-Key' })
}

/** Null where nobody is signed in, no key was sent, or a body is a stream that is gone once it was read. */
function keepingOf(request: FastifyRequest, { secrets }: Pick<Services, 'secrets'>): Keeping | null {
  const { person, method, url, body, headers } = request
  const key = headers[IDEMPOTENCY_KEY]
  if (!person || method === 'GET' || method === 'HEAD' || typeof key !== 'string') return null
  if (request.routeOptions.schema?.consumes) return null
  const fingerprints = secrets.blindIndexes(JSON.stringify([method, url, body ?? null]))
  // What a program asks with is no key of its maker's, nor of another program's: no key has a blank.
  const ownKey = person.token ? `${person.token.id} ${key}` : key
  return { userId: person.userId, key: ownKey, fingerprints }
}

/**
 * What keeps an act's answer in its own transaction, last of all, or null where none is kept: of two that are the same, one waits here for the other and
 * then fails, and is told what the first was told. `part` is the place of an item in a batch.
 */
export function keepingAnswer(
  request: FastifyRequest,
  services: Pick<Services, 'secrets'>,
  { part, answer, at }: { readonly part: number; readonly answer: unknown; readonly at: Date },
): CompiledQuery | null {
  const keeping = keepingOf(request, services)
  if (!keeping) return null
  const { userId, key, fingerprints } = keeping
  return insertKept({
    userId,
    key,
    fingerprint: fingerprints[0]!,
    part,
    answer: writeAnswer(answer),
    keptAt: at,
  })
}
const insertKept = insertInto('keptAnswers')

/**
 * What this request was answered when it was done before; null where it was not. Refuses `key-of-another-request`
 * where its key stands for something else.
 */
export async function findKeptAnswer(
  services: Pick<Services, 'db' | 'secrets'>,
  request: FastifyRequest,
  part: number,
): Promise<{ readonly answer: unknown } | null> {
  const keeping = keepingOf(request, services)
  if (!keeping) return null
  const kept = await services.db
    .selectFrom('keptAnswers')
    .where('userId', '=', keeping.userId)
    .where('key', '=', keeping.key)
    .where('part', '=', part)
    .select(['fingerprint', 'answer'])
    .executeTakeFirst()
  if (!kept) return null
  if (!keeping.fingerprints.some((one) => kept.fingerprint.equals(one)))
    throw new Refusal('key-of-another-request')
  return { answer: readAnswer(kept.answer) }
}

/** The same once something has gone wrong: a database that is gone is no news then. */
export const recallAnswer: typeof findKeptAnswer = (services, request, part) =>
  findKeptAnswer(services, request, part).catch((error: unknown) => {
    if (error instanceof Refusal) throw error
    return null
  })

/**
 * Whatever went wrong: an act that has been done under this key is answered as it was then, also where only the answer to
 * COMMIT was lost. A fault that comes after something of the request was done does not tell that nothing was.
 */
export async function answerFailure(
  services: Pick<Services, 'db' | 'secrets'>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const kept = await recallAnswer(services, request, 0)
    if (kept) return reply.code(200).header('idempotency-replayed', 'true').send(kept.answer)
    answerError(request.hasActed && !refusalOf(error) ? new OutcomeUnknown(error) : error, request, reply)
  } catch (refused) {
    answerError(refused, request, reply)
  }
  return reply
}

/** A batch at a time; answers how many went. */
export async function removeOldAnswers(db: Db, at: Date): Promise<number> {
  const before = new Date(at.getTime() - HOURS * 60 * 60 * 1000)
  const removed = await sql`
    delete from kept_answers where (user_id, key, part) in (
      select user_id, key, part from kept_answers where kept_at < ${before} order by kept_at limit 10000 for update skip locked)
  `.execute(db)
  return Number(removed.numAffectedRows)
}
