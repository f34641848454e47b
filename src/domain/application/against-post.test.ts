import { expect, test } from 'vitest'
import { againstPost } from './against-post.ts'

const post = { pay: { from: 6_000, to: 9_000, months: 12 }, regions: ['420100', '310115'] }
const terms = { regularPay: 700_000, regionCode: '420111', regionName: '湖北省武汉市洪山区' }

test.each([
  ['as the post says', terms, []],
  ['at its bounds', { ...terms, regularPay: 600_000 }, []],
  ['at its upper bound', { ...terms, regularPay: 900_000 }, []],
  ['for less', { ...terms, regularPay: 599_999 }, ['pay-against-post']],
  ['for more', { ...terms, regularPay: 900_001 }, ['pay-against-post']],
  ['in its other place', { ...terms, regionCode: '310115' }, []],
  ['beside it', { ...terms, regionCode: '310101' }, ['place-against-post']],
  [
    'for less, elsewhere',
    { ...terms, regularPay: 1, regionCode: '110101' },
    ['pay-against-post', 'place-against-post'],
  ],
])('%s', (_name, said, codes) => {
  expect(againstPost(said, post).map(({ code }) => code)).toEqual(codes)
})

test('terms of no post are against none', () => {
  expect(againstPost({ ...terms, regularPay: 1, regionCode: '110101' }, null)).toEqual([])
})
