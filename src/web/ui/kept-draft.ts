import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetHere, keepHere, keptHere } from './on-this-device.ts'
import { serverNow } from './server-now.ts'

/** What the names of all drafts begin with, for whoever signs out. */
export const DRAFTS = 'draft.'
const KEPT_MS = 14 * 24 * 3_600_000
/** Typing is kept after a pause, not at each key. */
const PAUSE_MS = 400

type Kept<Draft> = { readonly at: number; readonly draft: Draft }

function read<Draft>(name: string): Kept<Draft> | null {
  const text = keptHere(name)
  if (!text) return null
  try {
    const kept = JSON.parse(text) as Kept<Draft>
    if (serverNow().getTime() - kept.at < KEPT_MS) return kept
  } catch {
    // Not ours, or half written.
  }
  forgetHere(name)
  return null
}

/**
 * What somebody has begun to write, kept on this device for two weeks: over a closed page, until it is sent (`forget`)
 * or its author signs out. `of` names person and form; `asFound` leaves out what
 * is no longer so when it is found again. `isKept` is false where the device keeps
 * nothing, null as long as nothing was to be kept.
 */
export function useKeptDraft<Draft>(of: string, asFound: (draft: Draft) => Draft) {
  const name = `${DRAFTS}${of}`
  const [found, setFound] = useState(() => {
    const kept = read<Draft>(name)
    return kept && asFound(kept.draft)
  })
  /** Null until something was to be kept. */
  const [isKept, setKept] = useState<boolean | null>(found === null ? null : true)
  const waiting = useRef<{ timer: number; write: () => void } | null>(null)
  const stop = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer)
    waiting.current = null
  }, [])
  useEffect(() => {
    const write = () => waiting.current?.write()
    window.addEventListener('pagehide', write)
    return () => {
      window.removeEventListener('pagehide', write)
      write()
      stop()
    }
  }, [stop])
  const keep = useCallback(
    (draft: Draft) => {
      stop()
      const write = () => {
        waiting.current = null
        setKept(keepHere(name, JSON.stringify({ at: serverNow().getTime(), draft } satisfies Kept<Draft>)))
      }
      waiting.current = { timer: window.setTimeout(write, PAUSE_MS), write }
    },
    [name, stop],
  )
  const forget = useCallback(() => {
    stop()
    forgetHere(name)
    setKept(null)
    setFound(null)
  }, [name, stop])
  return { found, isKept, keep, forget }
}
