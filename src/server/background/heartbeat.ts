import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { forget, type Instance, sayThere } from '../features/platform/health.ts'
import type { Services } from '../services/services.ts'
import { VERSION } from '../services/version.ts'

const EVERY_MS = 30_000

/** Lets the console know that this process serves, until what it answers is called. */
export async function startHeartbeat({
  db,
  log,
  now,
}: Pick<Services, 'db' | 'log' | 'now'>): Promise<() => Promise<void>> {
  const self: Instance = { id: randomUUID(), host: hostname(), version: VERSION, startedAt: now() }
  const ended = new AbortController()
  await sayThere(db, self, now())
  const beating = (async () => {
    for (;;) {
      await setTimeout(EVERY_MS, undefined, { signal: ended.signal, ref: false }).catch(() => {})
      if (ended.signal.aborted) return
      await sayThere(db, self, now()).catch((err) =>
        log.warn({ err }, 'could not say that this process serves'),
      )
    }
  })()
  return async () => {
    ended.abort()
    await beating
    // Where the database is gone, the others see by the time that this process is too.
    await forget(db, self.id).catch(() => {})
  }
}
