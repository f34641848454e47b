import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ROSTER_FILE, uploadRoster } from '../../../contracts/roster-imports.ts'
import { ProblemError } from '../../call.ts'
import { upload } from '../../upload.ts'
import { holdFile } from './held-file.ts'

const MEGABYTE = 1024 * 1024
export const MOST_MEGABYTES = ROSTER_FILE.mostBytes / MEGABYTE

type Sending = { readonly name: string; readonly percent: number }

/** Sends a roster, and opens the page of its import once all of it has come. */
export function useRosterUpload(school: string) {
  const navigate = useNavigate()
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
      const input = { params: { school }, query: { name: file.name } }
      const onSent = (sent: number) =>
        setSending({
          name: file.name,
          percent: Math.min(100, Math.floor((sent / Math.max(1, file.size)) * 100)),
        })
      const { id } = await upload(uploadRoster, input, file, { signal: abort.signal, onSent })
      holdFile(id, file)
      await navigate({ to: '/school/roster-imports/$id', params: { id } })
    } catch (refused) {
      if (!abort.signal.aborted) setError(refused instanceof ProblemError ? refused : new ProblemError(null))
    } finally {
      if (running.current === abort) setSending(null)
    }
  }
  return { sending, error, send, stop: () => running.current?.abort() }
}
