import { expect, test } from 'vitest'
import { DESTINATION_STATUSES } from './life.ts'
import { asRegistered, isStudents, registrationSheet, type SheetFacts, usualSheet } from './sheet.ts'

const FACTS: SheetFacts = {
  school: { code: '99901', name: '江城演示大学' },
  student: { name: '张三', studentNumber: '2022010001', college: '一院', major: '' },
  category: { code: '801', name: '研究生' },
  answers: [['录取学校', '武汉大学']],
  status: 'registered',
  declaredAt: '2026-06-01T03:00:00.000Z',
  registeredAt: '2026-06-02T03:00:00.000Z',
  endedAt: null,
  acts: [{ at: '2026-06-02T03:00:00.000Z', action: 'destination.pass', actorName: '李老师' }],
}
const VOIDED: SheetFacts = {
  ...FACTS,
  status: 'voided',
  endedAt: '2026-06-05T03:00:00.000Z',
  acts: [...FACTS.acts, { at: '2026-06-05T03:00:00.000Z', action: 'destination.grant-void', actorName: '' }],
}

test('it is sealed as it was registered, however late', () => {
  expect(registrationSheet(asRegistered(VOIDED))).toEqual(registrationSheet(FACTS))
})

test.each(DESTINATION_STATUSES)('%s: a copy is served where it has ended, the sealed one else', (status) => {
  const isOver = ['rejected', 'withdrawn', 'voided'].includes(status)
  expect(usualSheet({ status })).toBe(isOver ? 'copy' : 'sealed')
})

test('what was voided says so, with its act and its day', () => {
  expect(registrationSheet(VOIDED)).toMatchObject({ mark: 'voided', voidedAt: VOIDED.endedAt })
  expect(registrationSheet(VOIDED).acts).toHaveLength(2)
})

test('what was never registered has no sheet', () => {
  const declared: SheetFacts = { ...FACTS, registeredAt: null }
  expect(() => registrationSheet(declared)).toThrow('pdf-not-sealed')
  expect(() => asRegistered(declared)).toThrow('has not registered')
})

test('what staff fill in may change later, and is no part of it', () => {
  const own = { takes: { kind: 'day' }, seenBy: 'student', filledBy: 'student' } as const
  expect(isStudents({})).toBe(true)
  expect(isStudents({ own })).toBe(true)
  expect(isStudents({ own: { ...own, filledBy: 'staff' } })).toBe(false)
})
