import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Transfer slips and address labels',
  lead: 'Filled in from each student’s certified agreement. What it does not say is left blank on the slip, to be written by hand; without a receiving address no label is printed.',
  nobody: 'No students are chosen. Tick them on the page “Students”, then press “Transfer files”.',
  toRoster: 'Choose students',
  open: 'Transfer files',
  warned: (count) => `Students whose receiver must be checked first: ${count}`,
  fine: 'Nothing needs to be checked first.',
  warning: {
    'no-receiver': 'No receiver is named',
    'file-stays': 'By the agreement the file stays for now',
    'no-address': 'There is no address',
    'no-house-number': 'The address has no house number: the parcel may be returned',
    'receiver-is-student': 'The receiver is the student: it will be refused',
    'no-personnel-authority': 'This employer may have no personnel authority: send it to a public agency',
    'no-contact': 'There is no telephone number',
    'destination-changed': 'What the student signed names another receiver since the record was made',
  },
  noAgreement: 'No certified agreement',
  student: 'Student',
  receiver: 'Receiver',
  address: 'Address',
  contact: 'Contact',
  look: 'Check',
  inOrder: 'Nothing to check',
  noLabel: 'No label',
  slips: (count) => `Print slips (${count})`,
  labels: (count) => `Print labels (${count})`,
  start: 'Start at label number',
  startHint: (rows, columns) =>
    `Sheets of A4 with ${columns} columns and ${rows} rows, counted from left to right and top to bottom; a sheet that has been partly used can be used again. Print at actual size, without scaling.`,
}
