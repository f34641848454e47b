import { en as places } from '../../../words/places.en.ts'
import type { zh } from './places-words.zh.ts'

export const en: typeof zh = {
  title: 'Places',
  hint: 'Minimum wages and tags of places. Where a county has none its city’s or province’s counts. The product brings only the western regions, which a decision of the state lists; enter or upload the rest as it is published.',
  kinds: places.kinds,
  rows: 'Rows',
  q: 'Code or name of the region',
  empty: 'Nothing here.',
  withoutWages:
    'No place has its figure yet, so employers and reviewers are not told of pay below the minimum. Add figures as the local authorities have published them, or upload them all by the template below.',
  withoutTag:
    'No place is marked so yet, and narrowing a list by it finds nothing. Add the places from the published list, or upload them all by the template below.',
  region: 'Region',
  amount: 'Monthly minimum wage (yuan)',
  since: 'From',
  until: 'Until',
  open: 'the next one',
  from: 'Source',
  shipped: 'The product’s own',
  own: 'Entered here',
  acting: 'Actions',
  monthHint: 'Such as 2026-07',
  untilHint: 'Left empty it holds until the next begins; a row that ends gets its last month.',
  regionHint: 'The code of six digits, such as 420100',
  monthWrong: 'Write it as 2026-07',
  amountWrong: 'Write an amount above 0, such as 2210',
  add: { label: 'Add', title: 'Add a row', confirm: 'Add', done: 'Added' },
  change: { label: 'Change', title: 'Change', confirm: 'Save', done: 'Saved' },
  upload: 'Upload a sheet',
  limits: (megabytes, rows) =>
    `.xlsx or .csv, at most ${megabytes} MB and ${rows} rows. It is checked row by row, and written once you say so.`,
  template: 'Download the template',
  checked: (added, changed, same) => `Checked: ${added} new, ${changed} changed, ${same} unchanged.`,
  missing: (columns) =>
    `The sheet has no column for: ${columns}. Add them as in the template and upload it again.`,
  faulty: (n) => `${n} cells are wrong; their rows are not written:`,
  place: (row, column, name) =>
    column === null ? `Row ${row}, “${name}”: ` : `Row ${row}, column ${column}, “${name}”: `,
  take: { label: 'Write', title: 'Write the rows that are right?', done: 'Written' },
  history: 'Latest changes',
  noHistory: 'Nothing was changed yet.',
}
