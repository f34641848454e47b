import type { zh } from './places.zh.ts'
import { en as sheets } from './sheets.en.ts'

export const en: typeof zh = {
  kinds: {
    'minimum-wage': 'Monthly minimum wages',
    western: 'Western regions',
    remote: 'Remote and hardship areas',
    grassroots: 'Grassroots places',
  },
  fault: {
    ...sheets.fault,
    'not-money': 'Not an amount: write yuan above 0, such as 2210',
    'not-a-month': 'Not a month: write 2026-07, 2026/7, 2026年7月 or 202607',
    'ends-before': 'The last month is before the first',
    'place-twice': 'The same region and first month as in row {{row}}',
    'no-amount-here': 'A tag of places has no amount: leave it empty',
  },
  notes: 'How to fill it in',
  lines: [
    'Write the region’s code of six digits, or its full name from the province down; where a county has no figure its city’s or province’s counts.',
    'From is the first month in which it holds; without a last month it holds until the next begins.',
  ],
}
