import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Transfer slips and address labels',
  lead: 'They are filled in by the certified agreement of each student. What it does not say is left blank on the slip; where there is no address there is no label.',
  nobody: 'No students are chosen. Tick them in the roster, then press “Transfer of files”.',
  toRoster: 'Choose in the roster',
  open: 'Transfer of files',
  warned: (count) => `Of ${count} students the receiver is to be looked at first`,
  fine: 'There is nothing to look at first.',
  warning: {
    'no-receiver': 'No receiver is named',
    'file-stays': 'By the agreement the file stays for now',
    'no-address': 'There is no address',
    'no-house-number': 'The address has no number: it may come back',
    'receiver-is-student': 'The receiver is the student: it will be refused',
    'no-personnel-authority': 'This employer may have no personnel authority: send it to a public agency',
    'no-contact': 'There is no telephone number',
  },
  student: 'Student',
  receiver: 'Receiver',
  address: 'Address',
  contact: 'Contact',
  look: 'Check',
  inOrder: 'Nothing',
  noLabel: 'No label',
  slips: (count) => `Print slips (${count})`,
  labels: (count) => `Print labels (${count})`,
  start: 'Begin with label',
  startHint: (rows, columns) =>
    `Sheets of A4 with ${columns} columns and ${rows} rows, counted from left to right and top to bottom; what is left of a sheet can be used up. Print at actual size, without scaling.`,
}
