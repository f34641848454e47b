import { expect, test } from 'vitest'
import { onceAtATime } from './once-at-a-time.ts'

test('whoever asks while it is made gets the same, whoever asks later has it made anew, and an error is nobody’s later', async () => {
  let made = 0
  const share = onceAtATime<number>()
  const make = async () => ++made
  expect(await Promise.all([share('a', make), share('a', make), share('b', make)])).toEqual([1, 1, 2])
  expect(await share('a', make)).toBe(3)
  const fail = () => Promise.reject(new Error('no'))
  const both = await Promise.allSettled([share('a', fail), share('a', make)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await share('a', make)).toBe(4)
})
