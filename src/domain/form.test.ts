import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Asked, faultsOf, normalAnswer } from './form.ts'
import { withCreditCheck } from './identifiers.ts'

const field = (key: string, type: string, required = true): Asked => ({ key, type, required })
const CREDIT_CODE = withCreditCheck('91420100MA4KWXYU5')
const AT = new Date('2026-03-01T10:00:00+08:00')
const isRow = (table: string, code: string) => table === 'industry' && code === '34'

test.each([
  ['line', '星光集团', null],
  ['line', '上\n下', null],
  ['line', '长'.repeat(201), 'not-in-form'],
  ['text', '上\n下', null],
  ['day', '2026-02-28', null],
  ['day', '2026-02-29', 'not-in-form'],
  ['day', '2026/02/28', 'not-in-form'],
  ['day', '2999-12-31', 'day-not-meant'],
  ['day', '1996-02-28', 'day-not-meant'],
  ['credit_code', CREDIT_CODE, null],
  ['credit_code', ` ${CREDIT_CODE.toLowerCase()} `, null],
  ['credit_code', CREDIT_CODE.replace('4', '5'), 'not-in-form'],
  ['money', '３，５００元', null],
  ['money', '面议', 'not-in-form'],
  ['money', '-1', 'not-in-form'],
  ['code:industry', '34', null],
  ['code:industry', '99', 'not-in-table'],
  ['code:region', '34', 'not-in-table'],
])('a field of type %s answered with %j: %s', (type, text, fault) => {
  const faults = faultsOf([field('asked', type)], { asked: text }, isRow, AT)
  expect(faults).toEqual(fault ? [{ key: 'asked', fault }] : [])
})

describe('a field that is not answered', () => {
  const types = ['line', 'text', 'day', 'money', 'credit_code', 'code:industry']
  test.each(types)('is a fault where it is required, of type %s, and none where it is not', (type) => {
    const unanswered: Record<string, string>[] = [{}, { asked: '' }, { asked: '  ' }]
    for (const answers of unanswered) {
      expect(faultsOf([field('asked', type)], answers, isRow, AT)).toEqual([
        { key: 'asked', fault: 'needed' },
      ])
      expect(faultsOf([field('asked', type, false)], answers, isRow, AT)).toEqual([])
    }
  })
})

it('names all faults at once, what was not asked too', () => {
  const fields = [field('name', 'line'), field('day', 'day'), field('note', 'text', false)]
  expect(faultsOf(fields, { day: '9999-99-99', salary: '' }, isRow, AT)).toEqual([
    { key: 'name', fault: 'needed' },
    { key: 'day', fault: 'not-in-form' },
    { key: 'salary', fault: 'not-asked' },
  ])
})

it('takes a credit code and an amount as they are typed and keeps their one form', () => {
  expect(normalAnswer({ type: 'money' }, ' ３，５００.5 元')).toBe('3500.50')
  expect(normalAnswer({ type: 'credit_code' }, ` ${CREDIT_CODE.toLowerCase()} `)).toBe(CREDIT_CODE)
  expect(normalAnswer({ type: 'line' }, ' a\nb ')).toBe('a b')
  expect(normalAnswer({ type: 'text' }, ' a\r\nb ')).toBe('a\nb')
})

it('never throws, whatever is answered', () => {
  const types = ['line', 'text', 'day', 'money', 'credit_code', 'code:industry', 'of next year']
  const fields = types.map((type, index) => field(`f${index}`, type))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (answers, text) => {
      const all = Object.fromEntries(fields.map(({ key }) => [key, text]))
      expect(Array.isArray(faultsOf(fields, { ...answers, ...all }, isRow, AT))).toBe(true)
    }),
    { seed: 7262026, numRuns: 300 },
  )
})
