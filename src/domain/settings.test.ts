import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, SETTING_BOUNDS, SETTING_SECTIONS } from './settings.ts'

test('every setting stands in one section', () => {
  const names = Object.values(SETTING_SECTIONS).flat()
  expect([...names].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
})

test('every number has bounds, and begins within them', () => {
  const numbers = Object.entries(DEFAULT_SETTINGS).filter(([, value]) => typeof value === 'number')
  const within = numbers.filter(([name, value]) => {
    const bounds = SETTING_BOUNDS[name as keyof typeof SETTING_BOUNDS]
    return bounds && bounds.least <= Number(value) && Number(value) <= bounds.most
  })
  expect(within).toEqual(numbers)
})
