import { useEffect, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'

type Props = {
  /** The instant at which time is up. */
  until: string
  serverTime: string
  left: (time: string) => string
  over: string
}

/** Counts down with the server's clock, whatever the reader's says. */
export function Countdown({ until, serverTime, left, over }: Props) {
  const w = useWords(uiWords)
  const [started] = useState(() => ({ server: Date.parse(serverTime), here: performance.now() }))
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.floor(
    (Date.parse(until) - started.server - (performance.now() - started.here)) / 60_000,
  )
  if (minutes < 0) return <p>{over}</p>
  return <p>{left(w.timeLeft(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60))}</p>
}
