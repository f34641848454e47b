import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pLimit from 'p-limit'
import { Refusal } from '../../domain/refusal.ts'
import { heardFrom, startConfined } from './confined-process.ts'
import type { Copies } from './examination/picture.ts'
import type { Examined, Given } from './examination/talk.ts'

/** Opens files that strangers sent, where they can do no harm. */
export type Examiner = {
  /**
   * What people are to see of a picture; null for a PDF, which is seen as it is. Refuses what does not open, shows nothing,
   * or asks for more time or memory than a file may, and with `evidence-busy` when too many wait already.
   */
  examine(mediaType: string, read: () => Promise<Readable>): Promise<Copies | null>
  close(): void
}

/** One core is left to everybody else. Each may take hundreds of megabytes. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1))
const MOST_WAITING = 40
/** Milliseconds by the clock, for a machine that has no time; work itself is counted in seconds of the processor. */
const PATIENCE = 60_000

const startExaminer = () =>
  startConfined({
    script: join(import.meta.dirname, 'examination/process.ts'),
    seconds: 20,
    heapMegabytes: 256,
    needsAddons: true,
  })

/**
 * Processes begin with the first file, and end when none has come for `idle` milliseconds. One that is being ended is given
 * nothing more: its end would be taken for the file's doing.
 */
export function openExaminer(idle = 60_000): Examiner {
  const together = pLimit(AT_ONCE)
  const all = new Set<ChildProcess>()
  /** With the timer that ends each. */
  const resting = new Map<ChildProcess, NodeJS.Timeout>()
  let isOpen = true

  const begin = async () => {
    const child = await startExaminer()
    if (!isOpen) {
      child.kill('SIGKILL')
      throw new Refusal('evidence-broken-off')
    }
    all.add(child)
    child.on('exit', () => {
      all.delete(child)
      wake(child)
    })
    return child
  }
  const wake = (child: ChildProcess) => {
    clearTimeout(resting.get(child))
    resting.delete(child)
    return child
  }
  const end = (child: ChildProcess) => wake(child).kill('SIGKILL')
  const rest = (child: ChildProcess) => resting.set(child, setTimeout(end, idle, child).unref())
  const take = async () => {
    // The one that rested last, so that those which are too many end.
    const rested = [...resting.keys()].at(-1)
    return rested ? wake(rested) : await begin()
  }

  const askOf = async (child: ChildProcess, given: Given): Promise<Copies | null> => {
    let hadPatience = true
    const patience = setTimeout(() => {
      hadPatience = false
      end(child)
    }, PATIENCE)
    const heard = heardFrom(child)
    child.send(given)
    const examined = (await heard) as Examined | null
    clearTimeout(patience)
    if (!examined)
      throw new Refusal(
        !isOpen ? 'evidence-broken-off' : hadPatience ? 'evidence-too-heavy' : 'evidence-busy',
      )
    if (examined.isWorn) end(child)
    else rest(child)
    if ('refusal' in examined) throw new Refusal(examined.refusal.code, examined.refusal.details)
    return examined.copies
  }

  return {
    async examine(mediaType, read) {
      if (together.pendingCount >= MOST_WAITING) throw new Refusal('evidence-busy')
      return together(async () => {
        const file = await buffer(await read())
        return askOf(await take(), { mediaType, file })
      })
    },
    close() {
      isOpen = false
      for (const child of all) end(child)
    },
  }
}
