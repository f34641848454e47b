import type { zh } from './certificate-words.zh.ts'

export const en: typeof zh = {
  title: 'Dissolution under way',
  body: (student, employer, number) =>
    `The employment agreement of ${student} with ${employer} (number ${number}) is being dissolved.`,
  caution:
    'The agreement is in force until the dissolution is complete. What counts is the state that the page below shows.',
  asOf: 'State as of',
  address: 'Check it at',
  code: 'Code',
  scan: 'Scan to check',
  copy: 'Copy the address',
  copied: 'Copied',
  copyFailed: 'This could not be copied: select the address and copy it by hand',
  open: 'Open the page',
  over: 'This dissolution is over, so there is no certificate that it is under way.',
  proof: 'See the public page of how it ended',
  askedBy: 'Asked by',
  asked: 'Asked at',
}
