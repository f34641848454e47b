import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LABELS_ON_SHEET, sheetsOf } from './labels.ts'
import { type FileReceiver, type Transferred, transferWarnings } from './receiver.ts'

const FILE: FileReceiver = {
  method: 'employer',
  receiver: '武汉市人才服务中心',
  address: '武汉市江岸区台北一路17号',
  postcode: '430015',
  contactName: '李老师',
  contactPhone: '027-82345678',
}
const of = (file: Partial<FileReceiver>, more: Partial<Transferred> = {}) =>
  transferWarnings({ student: '王五', nature: '39', file: { ...FILE, ...file }, ...more })

describe('before a file is handed over it is warned of', () => {
  test.each([
    ['nothing, where all is in order', {}, {}, []],
    ['a receiver that is not named', { receiver: ' ' }, {}, ['no-receiver']],
    ['a file that stays', { method: 'retained', receiver: '' }, {}, ['file-stays']],
    ['an address that is missing', { address: '' }, {}, ['no-address']],
    ['an address without a number', { address: '武汉市江岸区台北一路' }, {}, ['no-house-number']],
    ['not: a mailbox', { address: '武汉市第三信箱' }, {}, []],
    ['the student as receiver', { receiver: '王五' }, { nature: '10' }, ['receiver-is-student']],
    ['the student as contact', { contactName: '王 五' }, { nature: '10' }, ['receiver-is-student']],
    ['a company', { receiver: '星火科技有限公司' }, {}, ['no-personnel-authority']],
    ['not: a state firm', { receiver: '星火集团' }, { nature: '31' }, []],
    ['not: one of which nothing is known', { receiver: '星火集团' }, { nature: null }, []],
    ['not: a company that does not receive it', { receiver: '星火', method: 'hometown' }, {}, []],
    ['a telephone that is missing', { contactPhone: '' }, {}, ['no-contact']],
  ] as const)('%s', (_what, file, more, expected) => {
    expect(of(file, more)).toEqual(expected)
  })
  test('no agreement that says where it goes', () => {
    expect(transferWarnings({ student: '王五', nature: null, file: null })).toEqual(['no-receiver'])
  })
})

describe('sheets of labels', () => {
  it('are full, begin where they are told, and have each label once and in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1, maxLength: 100 }),
        fc.integer({ min: 1, max: LABELS_ON_SHEET }),
        (labels, start) => {
          const sheets = sheetsOf(labels, start)
          expect(sheets.every((sheet) => sheet.length === LABELS_ON_SHEET)).toBe(true)
          const places = sheets.flat()
          expect(places.findIndex((place) => place !== null)).toBe(start - 1)
          expect(places.filter((place) => place !== null)).toEqual(labels)
          expect(sheets.at(-1)!.some((place) => place !== null)).toBe(true)
        },
      ),
      { seed: 57 },
    )
  })
})
