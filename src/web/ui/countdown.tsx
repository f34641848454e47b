import { useEffect, useState } from 'react'
import { type Day, endOfDayInChina } from '../../domain/day.ts'
import { useWords } from '../words/language.tsx'
import { useFigures } from './figures.ts'
import { serverNow } from './server-now.ts'
import { uiWords } from './words.ts'

type Props = {
  /** The last day in China: at its 24:00 time is up. */
  until: Day
  left: (time: string, deadline: string) => string
  over: string
}

/** Counts down with the server's clock, whatever the reader's says. */
export function Countdown({ until, left, over }: Props) {
  const w = useWords(uiWords)
  const { said } = useFigures()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.floor((endOfDayInChina(until).getTime() - serverNow().getTime()) / 60_000)
  if (minutes < 0) return <p>{over}</p>
  const time = w.timeLeft(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60)
  return <p>{left(time, said.nearDeadline(until))}</p>
}
