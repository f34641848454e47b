import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../src/server/db/database.ts'
import { DEVICE_COOKIE } from '../src/server/features/accounts/known-device.ts'
import { hashPassword, OWASP_COST } from '../src/server/services/password-hash.ts'
import { print } from './load.ts'

const RUSHES = [300, 600]
const PASSWORD = 'Chun-Tian-2026'
const HONEST = 'crowd-hr'

type Entering = {
  readonly login: string
  readonly secret: string
  readonly from: string
  readonly device?: string
}
const enter = (port: number, { login, secret, from, device }: Entering) =>
  fetch(`http://127.0.0.1:${port}/api/auth/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      ...(device && { cookie: `${DEVICE_COOKIE}=${device}` }),
    },
    body: JSON.stringify({ portal: 'employer', login, secret }),
  })

/** Until it is let in, coming again when it is told to; milliseconds and tries. */
async function honest(port: number, from: string, device?: string) {
  const began = performance.now()
  for (let tries = 1; ; tries++) {
    const answer = await enter(port, { login: HONEST, secret: PASSWORD, from, ...(device && { device }) })
    const ms = Math.round(performance.now() - began)
    if (answer.ok)
      return { ms, tries, device: answer.headers.getSetCookie().map(deviceIn).find(Boolean) ?? '' }
    await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1000)
  }
}
const deviceIn = (cookie: string) => new RegExp(`^${DEVICE_COOKIE}=([^;]+)`).exec(cookie)?.[1]

/**
 * An honest sign-in beside a rush of wrong ones, each at another account, so that none is answered without working out a
 * password: from a known browser, from another network, and from the rush's own. The server believes our X-Forwarded-For.
 */
export async function measureDoor(owner: Db, port: number): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD, OWASP_COST)
  await owner.updateTable('users').set({ passwordHash }).where('login', '=', HONEST).execute()
  const alone = await honest(port, '192.0.2.1')
  print('sign-in alone', `${alone.ms} ms`)
  for (const [round, size] of RUSHES.entries()) {
    const from = `198.51.100.${round}`
    const began = performance.now()
    const rush = Array.from({ length: size }, (_, number) =>
      enter(port, { login: `rush-${round}-${number}`, secret: 'wrong', from }),
    )
    await sleep(100)
    const told = ({ ms, tries }: { ms: number; tries: number }) => `${ms} ms in ${tries}`
    const [known, elsewhere, beside] = await Promise.all([
      honest(port, '192.0.2.1', alone.device),
      honest(port, '203.0.113.7'),
      honest(port, from),
    ])
    const answers = await Promise.all(rush)
    const sentAway = answers.filter(({ status }) => status === 503).length
    print(
      `sign-in beside ${size} wrong ones at once`,
      `known browser ${told(known)}  | another network ${told(elsewhere)}  | the same network ${told(beside)}` +
        `  | ${sentAway} sent away with a time, all answered in ${Math.round(performance.now() - began)} ms`,
    )
  }
}
