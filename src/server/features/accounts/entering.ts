import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Me } from '../../../contracts/accounts.ts'
import { originOf } from '../../../domain/network.ts'
import { hungUp } from '../../http/hung-up.ts'
import { meOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { countUse } from './attempts.ts'
import { giveSessionCookie } from './cookies.ts'
import { hashPassword } from './password-hash.ts'
import { findPerson, openSession } from './sessions.ts'

/** Whoever comes without an account is counted by their network. */
export const countArrival = (services: Services, { ip }: FastifyRequest) =>
  countUse(services, 'arrivals', originOf(ip).network, services.now())

/** A stranger's new password, worked out when it is their turn. */
export const hashInTurn = (
  { passwordLine }: Services,
  { ip }: FastifyRequest,
  reply: FastifyReply,
  password: string,
): Promise<string> =>
  passwordLine.through({ known: false, place: originOf(ip).network, left: hungUp(reply) }, () =>
    hashPassword(password),
  )

/** Whoever has just got an account is signed in by this answer. */
export async function enter(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
): Promise<Me> {
  const { db, now } = services
  const from = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' }
  const token = await openSession(db, userId, from, now())
  const person = await findPerson(db, token, now())
  if (!person) throw new Error('a session just opened is not there')
  giveSessionCookie(services, reply, token)
  return meOf(person)
}
