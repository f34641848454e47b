import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings.ts'
import { draftOf, settingsOf } from './settings-draft.ts'

const usual: Settings = { ...DEFAULT_SETTINGS, agreementLevels: ['college', 'school'] }

test.each<[string, Partial<Settings>]>([
  ['as a school begins', {}],
  ['with no breach tolerated at all', { breachLimit: 0 }],
  ['with a window', { window: { from: '2026-03-01', to: '2026-06-30' } }],
  ['with years', { graduationYears: [2026, 2027], requestLimit: 3 }],
  ['with other levels', { agreementLevels: ['school'], destinationLevels: ['college', 'school'] }],
])('settings %s come back from the form unchanged', (_, change) => {
  const settings = { ...usual, ...change }
  expect(settingsOf(draftOf(settings))).toEqual(settings)
})

test('a limit and a window that are not ticked are none, whatever still stands in their fields', () => {
  const draft = draftOf({ ...usual, breachLimit: 2, window: { from: '2026-03-01', to: '2026-06-30' } })
  const unticked = settingsOf({ ...draft, breachLimited: false, windowed: false })
  expect([unticked.breachLimit, unticked.window]).toEqual([null, null])
})
