import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { withResidentCheck } from './identifiers.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  documentProblem,
  endsDocument,
  genderIn,
  lookUpForm,
  maskDocument,
  normalDocument,
} from './identity-document.ts'

const AT = new Date('2026-06-01T10:00:00+08:00')
const MAINLAND = withResidentCheck('42011120050703031')
const HONG_KONG = withResidentCheck('81000020040512002')
const CARD = withResidentCheck('91420420040308001')

test.each<[DocumentType, string]>([
  ['resident_id', MAINLAND],
  ['resident_id', ' 42011120050703031ｘ '.replace('42011120050703031ｘ', MAINLAND.toLowerCase())],
  ['resident_id', HONG_KONG],
  ['resident_id', withResidentCheck('83000020040512002')],
  ['hk_macao_permit', 'H12345678'],
  ['hk_macao_permit', 'm1234567802'],
  ['hk_macao_permit', 'Ｈ１２３４５６７８（01）'],
  ['taiwan_permit', '12345678'],
  ['taiwan_permit', '1234567801'],
  ['passport', 'E98765432'],
  ['passport', 'c01x00t47'],
  ['permanent_residence', 'CAN110187102301'],
  ['permanent_residence', CARD],
])('%s %s is well formed', (type, number) => {
  expect(documentProblem({ type, number }, AT)).toBeNull()
})

test.each<[DocumentType, string, string]>([
  ['resident_id', 'H12345678', 'not-in-form'],
  ['resident_id', MAINLAND.replace('4', '5'), 'not-in-form'],
  ['resident_id', CARD, 'not-in-form'],
  ['resident_id', withResidentCheck('42011120280703031'), 'day-not-meant'],
  ['resident_id', withResidentCheck('42011119050703031'), 'day-not-meant'],
  ['hk_macao_permit', 'T12345678', 'not-in-form'],
  ['hk_macao_permit', 'H1234567', 'not-in-form'],
  ['taiwan_permit', '1234567', 'not-in-form'],
  ['passport', 'ABCDEF', 'not-in-form'],
  ['passport', 'E1', 'not-in-form'],
  ['permanent_residence', CARD.replace(/.$/, (last) => (last === '1' ? '2' : '1')), 'not-in-form'],
  ['permanent_residence', 'CA1101871023012', 'not-in-form'],
])('%s %s: %s', (type, number, problem) => {
  expect(documentProblem({ type, number }, AT)).toBe(problem)
})

it('is found whatever the renewal, the case and the width', () => {
  expect(lookUpForm({ type: 'hk_macao_permit', number: 'h１２３４５６７８03' })).toBe('H12345678')
  expect(lookUpForm({ type: 'taiwan_permit', number: '1234567801' })).toBe('12345678')
  expect(lookUpForm({ type: 'passport', number: 'e 98765432' })).toBe('E98765432')
  expect(lookUpForm({ type: 'resident_id', number: MAINLAND.toLowerCase() })).toBe(MAINLAND)
})

it('ends as its holder types it, letters in any case', () => {
  const permit = { type: 'hk_macao_permit', number: 'H1234567802' } as const
  expect(['345678', '567802', '3４5678'].map((tail) => endsDocument(permit, tail))).toEqual([
    true,
    true,
    true,
  ])
  expect(endsDocument(permit, '234567')).toBe(false)
  expect(endsDocument({ type: 'passport', number: 'C01X00T47' }, 'x00t47')).toBe(true)
})

it('says the gender where its number does', () => {
  expect(genderIn({ type: 'resident_id', number: HONG_KONG })).toBe('female')
  expect(genderIn({ type: 'passport', number: 'E98765432' })).toBeNull()
})

test.each<[DocumentType, string, string]>([
  ['resident_id', '110101199001010839', '110101*****0839'],
  ['hk_macao_permit', 'H12345678', 'H1*****78'],
  ['taiwan_permit', '12345678', '12*****78'],
  ['passport', 'C01X00T47', 'C0*****47'],
  ['passport', 'A12345', '*****'],
  ['permanent_residence', 'CAN110187102301', 'CA*****01'],
])('%s %s is shown as %s', (type, number, shown) => {
  expect(maskDocument({ type, number })).toBe(shown)
})

it('is masked, brought into form and found without an error, whatever it is; never shown by more than two thirds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DOCUMENT_TYPES), fc.string({ maxLength: 24 }), (type, number) => {
      const document = normalDocument({ type, number })
      expect(normalDocument(document)).toEqual(document)
      expect(() => documentProblem(document, AT)).not.toThrow()
      const shown = maskDocument(document).replaceAll('*', '').length
      expect(shown).toBeLessThanOrEqual(Math.ceil((document.number.length * 2) / 3))
    }),
    { seed: 20_261_125 },
  )
})
