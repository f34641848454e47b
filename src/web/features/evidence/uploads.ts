import pLimit from 'p-limit'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { EVIDENCE, type EvidenceFile } from '../../../contracts/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { RefusalCode } from '../../../domain/refusal.ts'
import { ProblemError } from '../../call.ts'
import type { FileHome } from './file-home.ts'

/** A browser opens few connections to one site: the page's own requests must still get through. */
const together = pLimit(3)

/** What the file itself is refused for: trying again would change nothing. */
const FINAL = [413, 415, 422]
/** Some phones call a HEIC photo so, and some desks have no name for it: the server looks inside. */
const UNSURE = ['', 'image/heif']

/** A file on its way, or stopped; `rank` keeps its place among the files. */
export type Upload = {
  readonly rank: number
  readonly file: File
  /** Bytes that have left. */
  readonly sent: number
  readonly stopped: RefusalCode | ProblemError | null
}

/** What the server would refuse too, told before anything is sent. */
export function refusalOf({ type, size }: File): RefusalCode | null {
  if (size === 0) return 'evidence-empty'
  if (size > EVIDENCE.mostBytes) return 'evidence-too-large'
  const known = UNSURE.includes(type) || (EVIDENCE.mediaTypes as readonly string[]).includes(type)
  return known ? null : 'evidence-type-refused'
}

export const mayRetry = ({ stopped }: Upload) =>
  stopped instanceof ProblemError && !FINAL.includes(stopped.problem?.status ?? 0)

/** Uploads that end among `value`, in the order in which the files were chosen. */
export function useUploads(
  home: FileHome,
  value: readonly EvidenceFile[],
  onChange: (files: readonly EvidenceFile[]) => void,
) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  /** Several may end before the page is drawn again. */
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  const ranks = useRef(new Map<string, number>())
  const running = useRef(new Map<number, AbortController>())
  useEffect(() => {
    const all = running.current
    return () => {
      for (const one of all.values()) one.abort()
    }
  }, [])

  const rankOf = ({ id }: EvidenceFile) => ranks.current.get(id) ?? -1
  const change = (files: readonly EvidenceFile[]) => {
    latest.current = files
    onChange(files)
  }
  const forget = (rank: number) => setUploads((all) => all.filter((one) => one.rank !== rank))
  const update = (rank: number, news: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.rank === rank ? { ...one, ...news } : one)))

  const send = async ({ rank, file }: Upload) => {
    const abort = new AbortController()
    running.current.set(rank, abort)
    const { signal } = abort
    update(rank, { sent: 0, stopped: null })
    try {
      const name = fileNameOf(file.name, file.type)
      const watch = { signal, onSent: (sent: number) => update(rank, { sent }) }
      const done = await together(() => home.send(name, file, watch))
      ranks.current.set(done.id, rank)
      forget(rank)
      change([...latest.current, done].sort((one, other) => rankOf(one) - rankOf(other)))
    } catch (error) {
      if (!signal.aborted)
        update(rank, { stopped: error instanceof ProblemError ? error : new ProblemError(null) })
    } finally {
      running.current.delete(rank)
    }
  }
  const next = useRef(0)
  return {
    uploads,
    rankOf,
    add(files: readonly File[]) {
      const begun = files.map((file) => ({
        rank: next.current++,
        file,
        sent: 0,
        stopped: refusalOf(file),
      }))
      setUploads((all) => [...all, ...begun])
      for (const one of begun) if (!one.stopped) void send(one)
    },
    retry: (one: Upload) => void send(one),
    /** Ends an upload that is under way or has stopped. */
    drop({ rank }: Upload) {
      running.current.get(rank)?.abort()
      forget(rank)
    },
    remove(file: EvidenceFile) {
      change(latest.current.filter(({ id }) => id !== file.id))
      // What is with the case already stays until an act replaces it; what cannot be removed now goes by itself in a day.
      if (ranks.current.has(file.id)) home.remove?.(file.id).catch(() => {})
    },
  }
}
