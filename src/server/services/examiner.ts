import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '../../domain/refusal.ts'
import { openPool } from './confined-pool.ts'
import { startConfined } from './confined-process.ts'
import type { Examined, Given, Seen } from './examination/talk.ts'

/** Opens files that strangers sent, where they can do no harm. */
export type Examiner = {
  /**
   * What people are to see of a file, and which page of a form it shows. Refuses what does not open, shows nothing,
   * or asks for more time or memory than a file may, and with `evidence-busy` when too many wait already.
   */
  examine(mediaType: string, read: () => Promise<Readable>): Promise<Seen>
  /** The picture of a seal as it is kept (PNG). Refuses what is none, and as `examine` does. */
  examineSeal(file: Uint8Array): Promise<Uint8Array>
  /** A photo as a résumé shows it (JPEG), out of the copy that people see of a picture. */
  examinePortrait(read: () => Promise<Readable>): Promise<Uint8Array>
  close(): void
}

/** One core is left to everybody else. Each may take hundreds of megabytes. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1))
const MOST_WAITING = 40
const PATIENCE = 60_000

const startExaminer = () =>
  startConfined({
    script: join(import.meta.dirname, 'examination/process.ts'),
    seconds: 20,
    heapMegabytes: 256,
    needsAddons: true,
  })

/** Processes begin with the first file, and end when none has come for `idle` milliseconds. */
export function openExaminer(idle = 60_000): Examiner {
  const pool = openPool<Given, Examined>({
    start: startExaminer,
    atOnce: AT_ONCE,
    mostWaiting: MOST_WAITING,
    patience: PATIENCE,
    idle,
    failing: {
      busy: () => new Refusal('evidence-busy'),
      died: () => new Refusal('evidence-too-heavy'),
      closed: () => new Refusal('evidence-broken-off'),
    },
  })
  const ask = async (given: () => Promise<Given>) => {
    const examined = await pool.ask(given)
    if ('refusal' in examined) throw new Refusal(examined.refusal.code, examined.refusal.details)
    return examined
  }
  return {
    async examine(mediaType, read) {
      const examined = await ask(async () => ({
        as: 'evidence',
        mediaType,
        file: await buffer(await read()),
      }))
      if (!('seen' in examined)) throw new Error('the examiner answered another question')
      return examined.seen
    },
    async examineSeal(file) {
      const examined = await ask(async () => ({ as: 'seal', file }))
      if (!('seal' in examined)) throw new Error('the examiner answered another question')
      return examined.seal
    },
    async examinePortrait(read) {
      const examined = await ask(async () => ({ as: 'portrait', file: await buffer(await read()) }))
      if (!('portrait' in examined)) throw new Error('the examiner answered another question')
      return examined.portrait
    },
    close: () => pool.close(),
  }
}
