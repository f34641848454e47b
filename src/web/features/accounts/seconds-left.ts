import { useEffect, useState } from 'react'
import { ProblemError } from '../../call.ts'

const secondsIn = (error: unknown): number => {
  const seconds = error instanceof ProblemError ? error.problem?.details?.seconds : undefined
  return typeof seconds === 'number' ? seconds : 0
}

/** Seconds until one may try again, counted down; 0 where there is nothing to wait for. */
export function useSecondsLeft(error: unknown): number {
  const [left, setLeft] = useState(0)
  // Another error is another wait, though it is as long.
  useEffect(() => {
    const over = performance.now() + secondsIn(error) * 1000
    const tick = () => {
      const now = Math.max(0, Math.ceil((over - performance.now()) / 1000))
      if (now === 0) clearInterval(timer)
      setLeft(now)
    }
    const timer = setInterval(tick, 500)
    tick()
    return () => clearInterval(timer)
  }, [error])
  return left
}

/** `4:05`, minutes and seconds. */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
