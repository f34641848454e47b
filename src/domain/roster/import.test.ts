import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import {
  IMPORT_STATUSES,
  importActions,
  type RosterImport,
  refuseBeside,
  refuseUnlessOffered,
  refuseUnlessShown,
  standingOfImport,
} from './import.ts'

const AT = new Date('2026-11-26T10:00:00+08:00')
const [MINE, THEIRS] = ['me', 'them']
const of = (change: Partial<RosterImport> = {}): RosterImport => ({
  status: 'previewed',
  begunBy: MINE,
  heardAt: AT,
  counts: { new: 1, changed: 0, unchanged: 3, faulty: 2 },
  ...change,
})
const codeOf = (act: () => void) => {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

test('of all that an import can be, only a preview is entered, and only what is open is cancelled', () => {
  expect(IMPORT_STATUSES.map((status) => importActions(of({ status }), MINE, AT).join())).toEqual([
    'cancel',
    '',
    'commit,cancel',
    '',
    '',
    '',
  ])
  expect(importActions(of(), THEIRS, AT)).toEqual(['cancel'])
})

describe('why it is not entered', () => {
  test.each<[string, Partial<RosterImport>, string | null]>([
    ['it is a preview of something', {}, null],
    [
      'nothing would be new or changed',
      { counts: { new: 0, changed: 0, unchanged: 3, faulty: 1 } },
      'nothing-changed',
    ],
    ['it was entered before', { status: 'committed' }, 'already-moved-on'],
    ['it was cancelled', { status: 'cancelled' }, 'already-moved-on'],
    ['another brought it', { begunBy: THEIRS }, 'not-allowed'],
  ])('%s', (_, change, code) => {
    expect(codeOf(() => refuseUnlessOffered(of(change), 'commit', MINE, AT))).toBe(code)
  })
})

test('whoever reads says so; silent for a minute, it is broken off and in nobody’s way', () => {
  const heard = (seconds: number) =>
    of({ status: 'reading', heardAt: new Date(AT.getTime() - seconds * 1000) })
  expect([standingOfImport(heard(60), AT), standingOfImport(heard(61), AT)]).toEqual(['reading', 'failed'])
  expect(importActions(heard(61), MINE, AT)).toEqual([])
  expect(codeOf(() => refuseBeside({ ...heard(60), name: '某' }, THEIRS, AT))).toBe('import-under-way')
  expect(codeOf(() => refuseBeside({ ...heard(61), name: '某' }, THEIRS, AT))).toBe(null)
  expect(codeOf(() => refuseBeside({ ...heard(1), name: '某' }, MINE, AT))).toBe(null)
})

test('what a file says is shown to who brought it, while it is there', () => {
  expect(codeOf(() => refuseUnlessShown(of(), MINE))).toBe(null)
  expect(codeOf(() => refuseUnlessShown(of({ status: 'committed' }), MINE))).toBe(null)
  expect(codeOf(() => refuseUnlessShown(of({ status: 'reading' }), MINE))).toBe('already-moved-on')
  expect(codeOf(() => refuseUnlessShown(of(), THEIRS))).toBe('not-allowed')
})
