import { useEffect, useState } from 'react'
import { type Day, endOfDayInChina } from '../../domain/day.ts'
import { useWords } from '../words/language.tsx'
import { useFigures } from './figures.ts'
import { uiWords } from './words.ts'

type Props = {
  /** The last day in China: at its 24:00 time is up. */
  until: Day
  serverTime: string
  left: (time: string, deadline: string) => string
  over: string
}

/** Counts down with the server's clock, whatever the reader's says. */
export function Countdown({ until, serverTime, left, over }: Props) {
  const w = useWords(uiWords)
  const { said } = useFigures()
  const [started] = useState(() => ({ server: Date.parse(serverTime), here: performance.now() }))
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.floor(
    (endOfDayInChina(until).getTime() - started.server - (performance.now() - started.here)) / 60_000,
  )
  if (minutes < 0) return <p>{over}</p>
  const time = w.timeLeft(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60)
  return <p>{left(time, said.nearDeadline(until))}</p>
}
