import { expect, test } from 'vitest'
import { ROSTER_TABLES } from '../testing/roster-tables.ts'
import { COLUMN_KEYS } from './columns.ts'
import { changesIn, journaledChanges } from './journaled.ts'

test('a line says what was and what is, numbers masked, and of what is sealed only that it was changed', () => {
  const said = changesIn({
    version: 3,
    import: 'i1',
    ...journaledChanges(
      [
        { key: 'name', from: '黄河水', to: '黄河清' },
        { key: 'documentNumber', from: '420111200401010015', to: '420111200401010023' },
        { key: 'mobile', from: '', to: '13800001234' },
        { key: 'gender', from: '1', to: '2' },
        { key: 'homeAddress', from: '武汉市洪山区', to: '武汉市江夏区' },
        { key: 'ethnicity', from: '01', to: '11' },
      ],
      ROSTER_TABLES,
    ),
  })
  expect(said).toEqual([
    { key: 'name', from: '黄河水', to: '黄河清' },
    { key: 'documentNumber', from: '420111*****0015', to: '420111*****0023' },
    { key: 'gender', from: '1 男', to: '2 女' },
    { key: 'ethnicity', from: null, to: null },
    { key: 'mobile', from: '', to: '1380****234' },
    { key: 'homeAddress', from: null, to: null },
  ])
})

test('no column is said of which nobody has decided: what is new is sealed', () => {
  const value = '秘密的内容'
  const kept = journaledChanges(
    COLUMN_KEYS.filter((key) => !['documentType', 'documentNumber', 'mobile'].includes(key)).map((key) => ({
      key,
      from: '',
      to: value,
    })),
    ROSTER_TABLES,
  )
  const whole = changesIn(kept).filter(({ to }) => to === value)
  expect(whole.map(({ key }) => key)).toEqual([
    'studentNumber',
    'name',
    'gender',
    'college',
    'className',
    'educationLevel',
    'majorCode',
    'majorName',
    'graduationYear',
    'trainingMode',
    'designatedEmployer',
    'designatedCreditCode',
  ])
})
