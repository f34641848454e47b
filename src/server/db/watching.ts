import { setTimeout as sleep } from 'node:timers/promises'
import type { EmbeddedDatabase } from './embedded.ts'

export type Watched = Pick<EmbeddedDatabase, 'isRunning' | 'revive'>
export type Told = {
  readonly onDeath: () => void
  readonly onRevived: () => void
  /** It could not be started; it is tried again. */
  readonly onFault: (fault: unknown) => void
}

const EVERY_MS = 500

/** Starts a server that dies again, within a second or two, until the answered function is called, which waits for the last look. */
export function watchOver(database: Watched, { onDeath, onRevived, onFault }: Told): () => Promise<void> {
  const over = new AbortController()
  const look = async () => {
    if (await database.isRunning()) return
    onDeath()
    await database.revive()
    onRevived()
  }
  const watching = (async () => {
    while (!over.signal.aborted) {
      await look().catch(onFault)
      await sleep(EVERY_MS, null, { signal: over.signal, ref: false }).catch(() => {})
    }
  })()
  return () => {
    over.abort()
    return watching
  }
}
