import { expect, test } from 'vitest'
import { resumesGoOn, toldBefore } from './forgetting.ts'

test('who is told on a day in China has thirty days, at whatever hour', () => {
  const told = new Date('2028-01-01T00:30:00+08:00')
  expect(resumesGoOn(told)).toBe('2028-01-31')
  expect(toldBefore(new Date('2028-01-31T00:30:00+08:00'))).toEqual(told)
  expect(toldBefore(new Date('2028-01-31T00:29:59+08:00')) < told).toBe(true)
})
