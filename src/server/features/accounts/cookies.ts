import type { FastifyReply } from 'fastify'
import type { Services } from '../../services/services.ts'
import { SESSION_COOKIE } from './sessions.ts'

const DAYS = 14

export const giveSessionCookie = ({ baseUrl }: Services, reply: FastifyReply, token: string) =>
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: baseUrl.startsWith('https:'),
    maxAge: DAYS * 24 * 60 * 60,
  })
