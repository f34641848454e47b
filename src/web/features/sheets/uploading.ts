import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../call.ts'
import type { upload } from '../../upload.ts'
import { holdFile } from './held-file.ts'

type Sending = { readonly name: string; readonly percent: number }

type Upload = (file: File, watch: Parameters<typeof upload>[3]) => Promise<{ readonly id: string }>

/** Sends a file, and opens the page of what came of it once all of it is there. */
export function useSheetUpload(by: Upload, opened: (id: string) => Promise<unknown>) {
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const send = async (file: File) => {
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    setError(null)
    setSending({ name: file.name, percent: 0 })
    try {
      const onSent = (sent: number) =>
        setSending({
          name: file.name,
          percent: Math.min(100, Math.floor((sent / Math.max(1, file.size)) * 100)),
        })
      const { id } = await by(file, { signal: abort.signal, onSent })
      holdFile(id, file)
      await opened(id)
    } catch (refused) {
      if (!abort.signal.aborted) setError(refused instanceof ProblemError ? refused : new ProblemError(null))
    } finally {
      if (running.current === abort) setSending(null)
    }
  }
  return { sending, error, send, stop: () => running.current?.abort() }
}
