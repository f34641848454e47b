import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Me } from '../../../contracts/accounts.ts'
import { meOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { findPerson, openSession, SESSION_COOKIE, SESSION_LASTS } from './sessions.ts'

/** Whoever has shown who they are is signed in by this answer. */
export async function enter(
  { db, now, baseUrl }: Pick<Services, 'db' | 'now' | 'baseUrl'>,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
): Promise<Me> {
  const from = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' }
  const token = await openSession(db, userId, from, now())
  const person = await findPerson(db, token, now())
  if (!person) throw new Error('a session just opened is not there')
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: baseUrl.startsWith('https:'),
    maxAge: SESSION_LASTS / 1000,
  })
  return meOf(person)
}
