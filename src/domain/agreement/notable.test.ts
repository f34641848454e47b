import { expect, test } from 'vitest'
import { notablesOf, type Usual } from './notable.ts'

const TERMS = {
  ...{ probationDays: 90, probationPay: 400_000, regularPay: 500_000, penalty: 300_000 },
  ...{ regionCode: '420111', regionName: '洪山区' },
}
const WAGE = { place: '湖北省武汉市', since: '2026-01' }
const USUAL: Usual = {
  usualPay: 600_000,
  certifiedOfEmployer: 3,
  faultsOfEmployer: 0,
  formerOfPair: 0,
  dissolvedOfStudent: 0,
  minimumWage: null,
  revisions: 0,
  post: null,
}

test.each<[string, Partial<typeof TERMS>, Partial<Usual>, ReturnType<typeof notablesOf>]>([
  ['nothing, where all is as usual', {}, {}, []],
  ['pay at 70 per cent is not low yet', {}, { usualPay: 714_285 }, []],
  [
    'pay below 70 per cent of what is usual',
    {},
    { usualPay: 714_286 },
    [{ code: 'pay-low', pay: 500_000, usual: 714_286 }],
  ],
  [
    'no pay is low where nothing is usual yet',
    { regularPay: 1, probationPay: 1, penalty: 0 },
    { usualPay: null },
    [],
  ],
  ['pay at the minimum wage of the place is enough', {}, { minimumWage: { ...WAGE, amount: 400_000 } }, []],
  [
    'pay below it, here that of the probation',
    {},
    { minimumWage: { ...WAGE, amount: 400_001 } },
    [{ code: 'pay-below-minimum', pay: 400_000, minimum: { ...WAGE, amount: 400_001 } }],
  ],
  [
    'without a probation its pay counts for nothing',
    { probationDays: 0, probationPay: 0 },
    { minimumWage: { ...WAGE, amount: 500_000 } },
    [],
  ],
  [
    'what the post had said otherwise',
    {},
    { post: { pay: { from: 6_000, to: 8_000, months: 12 }, regions: ['310115'] } },
    [
      { code: 'pay-against-post', pay: 500_000, from: 600_000, to: 800_000 },
      { code: 'place-against-post', place: '洪山区' },
    ],
  ],
  ['a penalty of a month’s pay is none to ask about', { penalty: 500_000 }, {}, []],
  [
    'a penalty above a month’s pay',
    { penalty: 500_001 },
    {},
    [{ code: 'penalty-high', penalty: 500_001, pay: 500_000 }],
  ],
  ['what warns both sides', { probationPay: 399_999 }, {}, [{ code: 'probation-pay-low' }]],
  [
    'an employer that signs here for the first time',
    {},
    { certifiedOfEmployer: 0 },
    [{ code: 'employer-new' }],
  ],
  ['nobody can tell of an employer that is not on the platform', {}, { certifiedOfEmployer: null }, []],
  [
    'what has been between them, and the changes since the invitation',
    {},
    { faultsOfEmployer: 2, formerOfPair: 1, dissolvedOfStudent: 1, revisions: 3 },
    [
      { code: 'employer-at-fault', times: 2 },
      { code: 'signed-before', times: 1 },
      { code: 'student-dissolved', times: 1 },
      { code: 'revised', times: 3 },
    ],
  ],
])('%s', (_, terms, usual, expected) => {
  expect(notablesOf({ ...TERMS, ...terms }, { ...USUAL, ...usual })).toEqual(expected)
})
