import type { ChildProcess } from 'node:child_process'
import pLimit from 'p-limit'
import { heardFrom } from './confined-process.ts'

export type Pool<Given, Answer> = {
  /** What one of its processes answers. Rejects with what `failing` gives where none does. */
  ask(given: () => Promise<Given>): Promise<Answer>
  /** Nothing is begun any more, and all that run end. */
  close(): void
}

export type PoolOptions = {
  readonly start: () => Promise<ChildProcess>
  readonly atOnce: number
  readonly mostWaiting: number
  /** Milliseconds by the clock for one answer, for a machine that has no time; work itself is counted in seconds of the processor. */
  readonly patience: number
  /** Milliseconds after which a process that is not asked ends. */
  readonly idle: number
  /** What whoever asked is told. */
  readonly failing: {
    /** Too many wait already, or it took longer than there is patience. */
    busy(): Error
    /** The process ended over what it was given. */
    died(): Error
    /** The pool was closed. */
    closed(): Error
  }
}

/**
 * Processes that begin with the first question and are kept for the next. One that says it is worn (`isWorn`) is ended; one
 * that is being ended is given nothing more: its end would be taken for the question's doing.
 */
export function openPool<Given extends object, Answer extends { readonly isWorn: boolean }>(
  options: PoolOptions,
): Pool<Given, Answer> {
  const { start, atOnce, mostWaiting, patience, idle, failing } = options
  const together = pLimit(atOnce)
  const all = new Set<ChildProcess>()
  /** With the timer that ends each. */
  const resting = new Map<ChildProcess, NodeJS.Timeout>()
  let isOpen = true

  const begin = async () => {
    const child = await start()
    if (!isOpen) {
      child.kill('SIGKILL')
      throw failing.closed()
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

  const askOf = async (child: ChildProcess, given: Given): Promise<Answer> => {
    let hadPatience = true
    const timer = setTimeout(() => {
      hadPatience = false
      end(child)
    }, patience)
    const heard = heardFrom(child)
    child.send(given)
    const answer = (await heard) as Answer | null
    clearTimeout(timer)
    if (!answer) throw !isOpen ? failing.closed() : hadPatience ? failing.died() : failing.busy()
    if (answer.isWorn) end(child)
    else rest(child)
    return answer
  }

  return {
    async ask(given) {
      if (together.pendingCount >= mostWaiting) throw failing.busy()
      return together(async () => {
        const what = await given()
        return askOf(await take(), what)
      })
    },
    close() {
      isOpen = false
      for (const child of all) end(child)
    },
  }
}
