import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../domain/refusal.ts'
import { hungUp } from '../../http/hung-up.ts'
import { personOf } from '../../http/person.ts'
import { isPassword } from '../../services/password-hash.ts'
import type { Services } from '../../services/services.ts'
import type { Comer } from '../../services/turnstile.ts'
import { tryOwn } from './attempts.ts'
import { findPasswordHash } from './queries.ts'

/** Somebody signed in goes first where passwords are worked out. */
export const comerOf = (request: FastifyRequest, reply: FastifyReply): Comer => ({
  known: true,
  place: personOf(request).userId,
  left: hungUp(reply),
})

/** What only the person may do asks for the password once more: refuses with the field, or with the time to wait. */
export async function refuseUnlessOwnPassword(
  services: Pick<Services, 'db' | 'secrets' | 'now' | 'passwordCost' | 'passwordLine'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { password, field }: { password: string; field: string },
): Promise<void> {
  const { db, now, passwordCost, passwordLine } = services
  const { userId } = personOf(request)
  const isRight = async () => {
    const hash = await findPasswordHash(db, userId)
    return passwordLine.through(comerOf(request, reply), () => isPassword(password, hash, passwordCost))
  }
  if (!(await tryOwn(services, `password:${userId}`, now(), isRight)))
    throw new Refusal('wrong-credentials', { field })
}
