import { expect, it } from 'vitest'
import {
  type CodeRow,
  changeCode,
  codeChanges,
  codesMatching,
  compareCodes,
  refuseUnlessNewCode,
} from './code-row.ts'

const row = (code: string, more: Partial<CodeRow> = {}): CodeRow => ({
  code,
  name: `名${code}`,
  nameEn: `Name ${code}`,
  parent: null,
  validFrom: null,
  validUntil: null,
  ...more,
})
const text = ({ name, nameEn, validFrom, validUntil }: CodeRow) => ({ name, nameEn, validFrom, validUntil })
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    const { code, details } = error as { code: string; details: { field?: string } }
    return [code, details.field]
  }
  return null
}

it('says of each row how it stands beside the product’s own', () => {
  const rows = [row('1'), row('2', { name: '改了' }), row('3', { validUntil: 2026 }), row('9')]
  const compared = compareCodes(rows, [row('1'), row('2'), row('3'), row('4')])
  expect(compared.map(({ code, standing, shipped }) => [code, standing, shipped?.name])).toEqual([
    ['1', 'same', '名1'],
    ['2', 'changed', '名2'],
    ['3', 'changed', '名3'],
    ['9', 'own', undefined],
  ])
})

it.each([
  ['42', ['420000', '420111']],
  ['武汉', ['420111']],
  ['ＨＵＢＥＩ', ['420000']],
  ['hub', ['420000']],
  ['没有', []],
])('finds by the beginning of the code or a part of a name: %s', (q, found) => {
  const rows = [
    row('110000', { name: '北京市', nameEn: 'Beijing' }),
    row('420000', { name: '湖北省', nameEn: 'Hubei' }),
    row('420111', { name: '武汉市洪山区', nameEn: null }),
  ]
  expect(codesMatching(rows, q).map(({ code }) => code)).toEqual(found)
})

it('changes names and years, and says of each what was and what is', () => {
  const before = row('1', { parent: '0' })
  const after = changeCode(before, text(before), { ...text(before), name: '新名', validUntil: 2027 })
  expect(after).toEqual({ ...before, name: '新名', validUntil: 2027 })
  expect(codeChanges(before, after)).toEqual({
    'name.before': '名1',
    'name.after': '新名',
    'validUntil.before': null,
    'validUntil.after': 2027,
  })
})

it.each([
  ['was changed meanwhile', { name: '别人改的' }, { name: '新名' }, ['content-changed', undefined]],
  ['changes nothing', {}, {}, ['nothing-changed', 'name']],
  ['ends before it begins', {}, { validFrom: 2027, validUntil: 2026 }, ['years-reversed', 'validUntil']],
])('refuses what %s', (_, meanwhile, to, expected) => {
  const seen = row('1')
  expect(refusal(() => changeCode({ ...seen, ...meanwhile }, text(seen), { ...text(seen), ...to }))).toEqual(
    expected,
  )
})

it.each([
  ['is there already', row('1'), ['code-exists', 'id']],
  ['lies in nothing', row('3', { parent: '7' }), ['code-not-offered', 'parent']],
  [
    'ends before it begins',
    row('3', { validFrom: 2027, validUntil: 2026 }),
    ['years-reversed', 'validUntil'],
  ],
  ['is right', row('3', { parent: '1', validFrom: 2026, validUntil: 2026 }), null],
])('adds no row that %s', (_, added, expected) => {
  expect(refusal(() => refuseUnlessNewCode(added, new Set(['1', '2'])))).toEqual(expected)
})
