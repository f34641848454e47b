import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../services/services.ts'
import { cookieFor, DEVICE_COOKIE, DEVICE_DAYS } from './known-device.ts'
import { SESSION_COOKIE, SESSION_DAYS } from './sessions.ts'

const A_DAY = 24 * 60 * 60
const options = ({ baseUrl }: Pick<Services, 'baseUrl'>, days: number) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: baseUrl.startsWith('https:'),
    maxAge: days * A_DAY,
  }) as const

export const giveSessionCookie = (services: Services, reply: FastifyReply, token: string) =>
  reply.setCookie(SESSION_COOKIE, token, options(services, SESSION_DAYS))

/** From now on this browser is known to the account. */
export function giveDeviceCookie(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
): void {
  const value = cookieFor(services, request.cookies[DEVICE_COOKIE], account, services.now())
  reply.setCookie(DEVICE_COOKIE, value, options(services, DEVICE_DAYS))
}

/** What says that a browser comes back from a university on the way on which it went. */
export const ROUND_COOKIE = 'qianyue_round'
const ROUND_MINUTES = 15

export const giveRoundCookie = (services: Services, reply: FastifyReply, browser: string) =>
  reply.setCookie(ROUND_COOKIE, browser, { ...options(services, 1), maxAge: ROUND_MINUTES * 60 })

/** What says that a passkey is shown by the browser that was asked for it. */
export const PASSKEY_COOKIE = 'qianyue_passkey'
const PASSKEY_MINUTES = 5

export const givePasskeyCookie = (services: Services, reply: FastifyReply, browser: string) =>
  reply.setCookie(PASSKEY_COOKIE, browser, { ...options(services, 1), maxAge: PASSKEY_MINUTES * 60 })

/** The session's goes; that the browser is known stays. */
export const stepOut = (reply: FastifyReply) => reply.clearCookie(SESSION_COOKIE, { path: '/' })
