import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Me } from '../../../contracts/accounts.ts'
import type { Entry } from '../../../domain/first-login.ts'
import { originOf } from '../../../domain/network.ts'
import { passwordProblem } from '../../../domain/password.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { hungUp } from '../../http/hung-up.ts'
import { meOf } from '../../http/person.ts'
import { hashPassword } from '../../services/password-hash.ts'
import type { Services } from '../../services/services.ts'
import { giveSessionCookie } from './cookies.ts'
import { findPerson, openSession } from './sessions.ts'

/** What whoever has no session yet comes by. */
export const userAgentOf = ({ headers }: FastifyRequest): string =>
  (headers['user-agent'] ?? '').slice(0, 300).toWellFormed()

/** Refuses a password that nobody should sign in by. */
export function refuseWeak(
  password: string,
  { name, login }: { readonly name: string; readonly login: string },
): void {
  const weak = passwordProblem(password, { name, studentNumber: login })
  if (weak) throw new Refusal('weak-password', { field: 'password', problem: weak })
}

/** A password that somebody begins with: refused where nobody should sign in by it, else worked out when it is their turn. */
export function hashFirst(
  { passwordCost, passwordLine }: Services,
  { ip }: FastifyRequest,
  reply: FastifyReply,
  { name, login, password }: { readonly name: string; readonly login: string; readonly password: string },
): Promise<string> {
  refuseWeak(password, { name, login })
  return passwordLine.through({ known: false, place: originOf(ip).network, left: hungUp(reply) }, () =>
    hashPassword(password, passwordCost),
  )
}

/** Whoever has just got their password, or was let in by their university, is signed in by this answer. */
export async function enter(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
  entry: Entry = 'password',
): Promise<Me> {
  const { db, now } = services
  const from = { ip: request.ip, userAgent: userAgentOf(request), entry }
  const token = await openSession(db, userId, from, now())
  const person = await findPerson(db, token, now())
  // Disabled since, or of a school that is suspended.
  if (!person) throw new Refusal('account-closed')
  giveSessionCookie(services, reply, token)
  return meOf(person)
}
