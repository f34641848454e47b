import { get, type IncomingMessage } from 'node:http'
import { addressOf } from '../src/contracts/address.ts'
import { invitationActs } from '../src/contracts/invitations.ts'
import { streamNotifications } from '../src/contracts/notifications.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import type { Invited } from '../tests/crashes/crowd.ts'
import { inParallel, print, send, spread } from './load.ts'

/** Streams that are opened at a time, so that the system's queue of new connections does not overflow. */
const OPENED_AT_ONCE = 50
const ACTS = 500
const ACTORS = 4

/** A page that listens over a connection of its own; `next` is the next time that it is told a count other than 0. */
async function listen(port: number, { token }: Invited) {
  let hear = () => {}
  const first = Promise.withResolvers<void>()
  const headers = { accept: 'text/event-stream', cookie: `${SESSION_COOKIE}=${token}` }
  const path = addressOf(streamNotifications)
  const asked = get({ port, path, headers, agent: false }, (answer: IncomingMessage) => {
    answer.on('data', (bytes: Buffer) => {
      first.resolve()
      if (!bytes.toString().includes('"unread":0')) hear()
    })
  })
  asked.on('error', first.reject)
  await first.promise
  return {
    next: () => new Promise<number>((resolve) => (hear = () => resolve(performance.now()))),
    close: () => asked.destroy(),
  }
}

/**
 * A stream of each of these people; then their employer takes invitations back, and each time is measured from the
 * request to the moment at which the student's page is told. `memory` is the server's, such as `150 MB`.
 */
export async function measureLive(port: number, crowd: readonly Invited[], hr: string, memory: () => string) {
  const before = memory()
  const pages = new Map<string, Awaited<ReturnType<typeof listen>>>()
  const { rate } = await inParallel(OPENED_AT_ONCE, crowd, async (one) => {
    pages.set(one.token, await listen(port, one))
  })
  print(`${pages.size} streams opened`, `${Math.round(rate)}/s, memory ${before} → ${memory()}`)

  const times: number[] = []
  await inParallel(ACTORS, crowd.slice(0, ACTS), async ({ token, params }) => {
    const began = performance.now()
    const told = pages.get(token)!.next()
    await send(port, hr, invitationActs.withdraw, { params, body: { seenVersion: 1, reason: '岗位取消' } })
    times.push((await told) - began)
  })
  print('from act to the student’s page', `${spread(times)}, ${ACTORS} acts at once; memory ${memory()}`)
  for (const page of pages.values()) page.close()
}
