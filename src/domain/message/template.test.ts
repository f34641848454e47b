import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RefusedFields } from '../refusal.ts'
import { dataOf, deadlineIn, goesOutByDefault, MESSAGE_KINDS } from './notices.ts'
import { askedIn, filledIn, refuseTemplates, type Template } from './template.ts'

const CODE: Template = { kind: 'phone-code', template: 'T', text: '{{code}}' }
const refusalOf = (...templates: readonly Template[]) => {
  try {
    refuseTemplates('sms', [CODE, ...templates])
    return null
  } catch (error) {
    if (!(error instanceof RefusedFields)) throw error
    return [error.code, ...error.fields]
  }
}

test('a text may ask for its data in any order and as often as it likes', () => {
  const text = '{{ day }}、{{employer}}、{{day}}'
  expect(refusalOf({ kind: 'invitation.sent', template: 'T', text })).toBeNull()
  expect(askedIn(text)).toEqual(['day', 'employer'])
  expect(filledIn(text, { day: '6 月 6 日', employer: '甲 $& {{day}}' })).toBe(
    '6 月 6 日、甲 $& {{day}}、6 月 6 日',
  )
})

test('whatever is typed, what is taken can be filled in from what its notice has', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{',
    '}',
    'day',
    'employer',
    'code',
    'student',
    ' ',
    '签约',
    '{{day}}',
    '{{school}}',
  )
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...MESSAGE_KINDS.slice(1)), text, (kind, typed) => {
      const refusal = refusalOf({ kind, template: 'T', text: typed })
      if (refusal) expect(refusal.at(-1)).toBe('templates.1.text')
      else {
        const values = Object.fromEntries(dataOf(kind).map((name) => [name, '值']))
        expect(filledIn(typed, values)).not.toMatch(/\{\{|\}\}/)
      }
    }),
    { seed: 26, numRuns: 500 },
  )
})

test('nothing unfinished is sent', () => {
  expect(() => filledIn('{{day}}', {})).toThrow('without its day')
})

test.each([
  ['invitation.sent', { day: '2026-06-06' }, '2026-06-06T16:00:00.000Z'],
  ['dissolution.answer-due', { days: '1' }, '2026-06-02T16:00:00.000Z'],
  ['agreement.effective', { day: '2026-06-06' }, undefined],
] as const)('%s told on 1 June with %j is over at %s', (kind, params, over) => {
  expect(deadlineIn(kind, params, new Date('2026-06-01T10:00:00+08:00'))?.toISOString()).toBe(over)
})

test('what has a deadline or ends something goes out where nothing else is chosen', () => {
  expect(MESSAGE_KINDS.filter((kind) => !goesOutByDefault(kind))).toEqual([
    'agreement.returned',
    'agreement.amendment-proposed',
    'agreement.cancellation-asked',
    'dissolution.asked-by-law',
    'dissolution.in-mediation',
    'destination.returned',
    'correction.returned',
    'correction.rejected',
  ])
})
