import { Refusal } from '../../domain/refusal.ts'
import { fairLine } from './fair-line.ts'

/** Who wants through. */
export type Comer = {
  /** A browser that has been here before, or somebody signed in: goes first. */
  readonly known: boolean
  /** The network of a stranger, the browser or account of a known one: places take turns. */
  readonly place: string
  /** Aborted once they have hung up. */
  readonly left: AbortSignal
}

/** Seconds that one waits at most; beyond that people are told when to come again. */
const PATIENCE = { strangers: 6, known: 30 } as const
/** Milliseconds that one takes until it is measured, and at least; and how much one measurement says. */
const EXPECTED = 250
const WEIGHT = 0.1

/**
 * Stands in front of what is slow (a password costs a good part of a second of a processor, on purpose): `width` at once, known
 * ones first, and two bounded lines. Who hangs up leaves the line. A process has one.
 */
export function turnstile(width: number) {
  const lines = { known: fairLine(), strangers: fairLine() }
  let inside = 0
  let each = EXPECTED

  const room = (kind: keyof typeof PATIENCE) =>
    Math.max(width * 4, Math.floor((PATIENCE[kind] * 1000 * width) / Math.max(each, EXPECTED)))
  const tooBusy = () => {
    const waiting = lines.known.length() + lines.strangers.length()
    return new Refusal('too-busy', { seconds: Math.max(1, Math.ceil((waiting * each) / width / 1000)) })
  }
  const letIn = () => {
    while (inside < width) {
      const one = lines.known.next() ?? lines.strangers.next()
      if (!one) return
      inside++
      one.go()
    }
  }

  const wait = ({ known, place, left }: Comer) =>
    new Promise<void>((resolve, reject) => {
      const kind = known ? 'known' : 'strangers'
      const line = lines[kind]
      if (left.aborted || (line.length() >= room(kind) && !line.makeRoom(place))) return reject(tooBusy())
      const hangUp = () => {
        line.leave(place, one)
        reject(tooBusy())
      }
      const end = (how: () => void) => () => {
        left.removeEventListener('abort', hangUp)
        how()
      }
      const one = { go: end(resolve), refuse: end(() => reject(tooBusy())) }
      line.join(place, one)
      left.addEventListener('abort', hangUp, { once: true })
    })

  return {
    /** Does the work in turn. Throws `too-busy` with the seconds after which to come again. */
    async through<T>(comer: Comer, work: () => Promise<T>): Promise<T> {
      if (inside < width) inside++
      else await wait(comer)
      const began = performance.now()
      try {
        return await work()
      } finally {
        each += (performance.now() - began - each) * WEIGHT
        inside--
        letIn()
      }
    },
  }
}
export type Turnstile = ReturnType<typeof turnstile>
