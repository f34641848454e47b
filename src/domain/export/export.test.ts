import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STANDINGS } from '../figures/parts.ts'
import { ROSTER_TABLES } from '../testing/roster-tables.ts'
import { cellOf, type ExportTables } from './cell.ts'
import { catalogueOf, type FieldKey } from './fields.ts'
import { SHIPPED } from './shipped.ts'
import {
  type ExportColumn,
  FORMS,
  type Form,
  formsOf,
  headingsOf,
  InvalidColumns,
  isNeeded,
  NEEDS,
  readColumns,
  type TypedColumn,
} from './template.ts'

const CATALOGUE = catalogueOf([])
const TABLES: ExportTables = {
  codes: { ...ROSTER_TABLES.codes, college: ROSTER_TABLES.colleges },
  kinds: new Map(CATALOGUE.map(({ key, kind }) => [key, kind])),
}
const column = (field: FieldKey, form: Form): ExportColumn => ({
  heading: '列',
  below: '',
  field,
  form,
  constant: '',
  need: 'nobody',
})
const typed = (part: Partial<TypedColumn>): TypedColumn => ({
  heading: '学号',
  below: '',
  field: 'studentNumber',
  form: 'plain',
  constant: '',
  need: 'nobody',
  ...part,
})
const faultsIn = (columns: readonly TypedColumn[]) => {
  try {
    readColumns(columns, CATALOGUE)
  } catch (error) {
    if (error instanceof InvalidColumns) return error.faults
    throw error
  }
  return []
}

describe('a cell is written as its column says', () => {
  test.each<[FieldKey, Form, string, string]>([
    ['gender', 'code', '1', '1'],
    ['gender', 'name', '1', '男'],
    ['ethnicity', 'code', '01', '01'],
    ['ethnicity', 'code-name', '01', '01 汉族'],
    ['homeRegion', 'name', '420111', '湖北省武汉市洪山区'],
    ['homeRegion', 'code', '420111', '420111'],
    // What no table names any more is still told by its code.
    ['homeRegion', 'name', '999999', '999999'],
    ['college', 'name', 'c01', '计算机学院'],
    ['birthDate', 'yyyyMMdd', '2003-05-04', '20030504'],
    ['birthDate', 'yyyy/MM/dd', '2003-05-04', '2003/05/04'],
    ['birthDate', 'yyyy', '2003-05-04', '2003'],
    ['entryMonth', 'yyyyMM', '2022-09', '202209'],
    ['signedOn', 'yyyyMM', '2026-04-30', '202604'],
    ['regularPay', 'yuan', '850050', '8500.50'],
    ['movedFile', 'name', 'yes', '是'],
    ['movedFile', 'code', 'no', '0'],
    ['documentType', 'name', 'resident_id', '居民身份证'],
    ['studentNumber', 'plain', '0012', '0012'],
    ['holder', 'plain', '', ''],
  ])('%s as %s: %s is %s', (field, form, value, text) => {
    expect(cellOf(column(field, form), { [field]: value }, TABLES, true)).toBe(text)
  })

  test.each<[FieldKey, string, string]>([
    ['documentNumber', '110101200103050012', '110101*****0012'],
    ['mobile', '13345678660', '1334****660'],
    ['homeAddress', '湖北省武汉市洪山区某路 1 号', '湖北省***'],
    ['homeAddress', '武昌', '武昌***'],
    ['email', 'zhang@example.org', 'z***@example.org'],
  ])('%s is masked unless a reason was given', (field, value, masked) => {
    expect(cellOf(column(field, 'plain'), { [field]: value }, TABLES, false)).toBe(masked)
    expect(cellOf(column(field, 'plain'), { [field]: value }, TABLES, true)).toBe(value)
  })

  test('a constant is the same in each row, whatever is known', () => {
    expect(cellOf({ ...column('constant', 'plain'), constant: '0' }, { name: '甲' }, TABLES, true)).toBe('0')
  })
})

describe('a template', () => {
  test('every fault is told, each by its column, and nothing is taken', () => {
    expect(
      faultsIn([
        typed({}),
        typed({ heading: '' }),
        typed({ heading: '学 号 ' }),
        typed({ heading: '甲', field: 'own:0197' }),
        typed({ heading: '乙', form: 'name' }),
        typed({ heading: '丙', need: 'some' }),
      ]).map(({ column: at, part, fault }) => [at, part, fault]),
    ).toEqual([
      [1, 'heading', 'heading-needed'],
      [2, 'heading', 'heading-twice'],
      [3, 'field', 'field-unknown'],
      [4, 'form', 'form-not-offered'],
      [5, 'need', 'need-unknown'],
    ])
  })

  test('whatever is typed is either taken as it was typed, or faulty by a column that is there', () => {
    const text = fc.constantFrom('', '学号', '姓名', 'gender', 'name', 'constant', 'code', 'plain', 'nobody')
    const one = fc.record({ heading: text, below: text, field: text, form: text, constant: text, need: text })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (columns) => {
        const faults = faultsIn(columns)
        if (faults.length > 0)
          return faults.every((fault) => columns[fault.column]?.heading === fault.heading)
        const read = readColumns(columns, CATALOGUE)
        return read.every(
          ({ heading, field, form }, at) =>
            heading === columns[at]?.heading &&
            field === columns[at]?.field &&
            (columns[at]?.form === '' || form === columns[at]?.form) &&
            formsOf(TABLES.kinds.get(field)!).includes(form),
        )
      }),
      { seed: 75 },
    )
  })

  test('those that are shipped can be kept by every school, with fifty columns in the older one', () => {
    expect(SHIPPED.map(({ columns }) => columns.length)).toEqual([32, 50])
    for (const { columns } of SHIPPED) expect(readColumns(columns, CATALOGUE)).toEqual(columns)
    expect(headingsOf(SHIPPED[1]!.columns).map((row) => row.slice(0, 2))).toEqual([
      ['Ksh', 'Xm'],
      ['考生号', '姓名'],
    ])
    expect(headingsOf(SHIPPED[0]!.columns)).toHaveLength(1)
  })

  test('every field of the catalogue has a form, and every form is of some field', () => {
    const offered = new Set(CATALOGUE.flatMap(({ kind }) => formsOf(kind)))
    expect([...offered].sort()).toEqual([...FORMS].sort())
    expect(CATALOGUE.every(({ kind }) => formsOf(kind).length > 0)).toBe(true)
  })
})

test('of whom a column is needed', () => {
  expect(
    Object.fromEntries(NEEDS.map((need) => [need, STANDINGS.filter((one) => isNeeded(need, one))])),
  ).toEqual({
    nobody: [],
    everybody: [...STANDINGS],
    placed: ['contract', 'flexible', 'own-business', 'further-study'],
    working: ['contract', 'flexible', 'own-business'],
  })
})
