import { useCallback, useEffect, useRef, useState } from 'react'
import type { countFairArrivals } from '../../../contracts/fair-visits.ts'
import type { countArrivals } from '../../../contracts/talk-visits.ts'
import { type Arrived, SCANS_AT_ONCE } from '../../../contracts/visits.ts'
import { call, ProblemError } from '../../call.ts'
import { keepHere, keptHere } from '../../ui/on-this-device.ts'

/** One that this device has counted and the server may not know yet. */
export type Scan = {
  readonly id: string
  /** ISO 8601, by the server's clock. */
  readonly at: string
  readonly ticket?: string
  readonly studentNumber?: string
}
const nameOf = (event: string) => `door.${event}`
/** Milliseconds after which what could not be sent is tried again. */
const AGAIN = 10_000

const isScan = (one: unknown): one is Scan =>
  typeof one === 'object' && one !== null && 'id' in one && 'at' in one
function waitingHere(event: string): Scan[] {
  try {
    const kept: unknown = JSON.parse(keptHere(nameOf(event)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isScan) : []
  } catch {
    return []
  }
}

type Key = { readonly school: string; readonly id: string }
/** Where what is counted goes: the door of a talk or of a fair. */
export type CountsAt = typeof countArrivals | typeof countFairArrivals
/**
 * What a door has counted, kept on the device until the server has it: each has an id of its own, so that what is sent twice
 * is counted once. It is sent at once, when a line comes back, and every ten seconds in between.
 */
export function useDoorQueue(
  { school, id }: Key,
  countsAt: CountsAt,
  onArrived: (items: readonly Arrived[]) => void,
) {
  const [waiting, setWaiting] = useState(() => waitingHere(id))
  const [error, setError] = useState<unknown>(null)
  const [isOffline, setOffline] = useState(false)
  /** Whether the device keeps what waits: else it is on this page alone. */
  const [isKept, setKept] = useState(true)
  const queue = useRef(waiting)
  const isSending = useRef(false)
  /** Another function at every drawing of the page, which is no reason to send again. */
  const arrived = useRef(onArrived)
  arrived.current = onArrived

  const put = useCallback(
    (next: Scan[]) => {
      queue.current = next
      setKept(keepHere(nameOf(id), JSON.stringify(next)))
      setWaiting(next)
    },
    [id],
  )
  const flush = useCallback(async () => {
    if (isSending.current || queue.current.length === 0) return
    isSending.current = true
    try {
      while (queue.current.length > 0) {
        const scans = queue.current.slice(0, SCANS_AT_ONCE)
        const { items } = await call(countsAt, { params: { school, id }, body: { scans } })
        const sent = new Set(scans.map((one) => one.id))
        put(queue.current.filter((one) => !sent.has(one.id)))
        arrived.current(items)
      }
      setError(null)
      setOffline(false)
    } catch (refused) {
      const isRefused = refused instanceof ProblemError && refused.problem !== null && !refused.isUnknown
      setOffline(!isRefused)
      setError(isRefused ? refused : null)
    } finally {
      isSending.current = false
    }
  }, [school, id, countsAt, put])

  useEffect(() => {
    const again = () => void flush()
    again()
    window.addEventListener('online', again)
    const timer = setInterval(again, AGAIN)
    return () => {
      window.removeEventListener('online', again)
      clearInterval(timer)
    }
  }, [flush])

  const count = (scan: Scan) => {
    put([...queue.current, scan])
    void flush()
  }
  return { waiting, count, flush, error, isOffline, isKept }
}
