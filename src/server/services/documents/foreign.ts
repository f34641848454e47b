import { join } from 'node:path'
import type { Seen } from '../../../domain/document-template/whole.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { openPool } from '../confined-pool.ts'
import { startConfined } from '../confined-process.ts'
import type { Fonts } from './fonts.ts'
import type { ForeignAnswer, ForeignGiven } from './foreign-talk.ts'

/** What comes of a school's own template. */
export type SetByForeign =
  | (Seen & { readonly pdf: Buffer })
  | { readonly said: readonly { readonly line: number | null; readonly message: string }[] }
  | 'too-much'

/** Lays out by a program that a school has written. */
export type ForeignSetter = {
  /**
   * A PDF by this program of this JSON, `madeAt` in seconds since 1970. Refuses with `pdf-busy` when too many wait; what is wrong with the
   * program is an answer.
   */
  set(of: Omit<ForeignGiven, 'fonts'>): Promise<SetByForeign>
  close(): void
}

/** Fewer than for ours: a school that keeps it busy keeps it from other schools' templates, never from ours. */
const MOST_WAITING = 20
/** Milliseconds by the clock, for a machine that has no time; work itself is counted in seconds of the processor. */
const PATIENCE = 60_000

const startForeign = () =>
  startConfined({
    script: join(import.meta.dirname, 'foreign-process.ts'),
    seconds: 30,
    heapMegabytes: 128,
    needsAddons: true,
  })

class TooMuch extends Error {}

export function openForeignSetter({ paths }: Pick<Fonts, 'paths'>, idle = 60_000): ForeignSetter {
  const pool = openPool<ForeignGiven, ForeignAnswer>({
    start: startForeign,
    atOnce: 1,
    mostWaiting: MOST_WAITING,
    patience: PATIENCE,
    idle,
    failing: {
      busy: () => new TooMuch(),
      died: () => new TooMuch(),
      closed: () => new Error('the site is closing'),
    },
  })
  return {
    async set(of) {
      let isBegun = false
      try {
        const answer = await pool.ask(async () => {
          isBegun = true
          return { ...of, fonts: paths }
        })
        return 'said' in answer ? { said: answer.said } : { ...answer, pdf: Buffer.from(answer.pdf) }
      } catch (error) {
        if (!(error instanceof TooMuch)) throw error
        if (!isBegun) throw new Refusal('pdf-busy')
        return 'too-much'
      }
    },
    close: () => pool.close(),
  }
}
