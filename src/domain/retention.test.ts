import { expect, test } from 'vitest'
import { evidenceKeptSince, LEAST_YEARS, lastYearToGo } from './retention.ts'

test.each([
  [3, '2029-12-31T23:59:59+08:00', 2025],
  [3, '2030-01-01T00:00:00+08:00', 2026],
  [1, '2027-06-01T00:00:00+08:00', 2025],
])('kept for %i years, at %s those go who graduated in %i or before', (years, at, year) => {
  expect(lastYearToGo(years, new Date(at))).toBe(year)
})

test('evidence is kept for the three years in which claims can be brought', () => {
  expect(LEAST_YEARS.evidence).toBe(3)
  expect(evidenceKeptSince(new Date('2028-02-29T12:00:00+08:00'))).toEqual(
    new Date('2025-02-28T00:00:00+08:00'),
  )
  expect(evidenceKeptSince(new Date('2029-06-01T12:00:00+08:00'))).toEqual(
    new Date('2026-06-01T00:00:00+08:00'),
  )
})
