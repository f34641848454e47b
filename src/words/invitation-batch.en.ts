import type { zh } from './invitation-batch.zh.ts'
import { en as sheets } from './sheets.en.ts'

export const en: typeof zh = {
  fault: {
    ...sheets.fault,
    'not-money': 'Not an amount: write a figure such as 8000, 8,000.50 or 1.2万',
    'pay-zero': 'The pay must be more than 0',
    'not-whole': 'Write a whole number from {{least}} to {{most}}',
    'not-a-postcode': 'A postcode has 6 digits',
    'not-a-clause':
      'There is no clause “{{clause}}”: further study, civil service, enlistment, health, with commas between them',
    'remarks-too-many': 'At most {{most}} of them',
  },
  standing: { right: 'To be sent', faulty: 'Not sent', sent: 'Sent', refused: 'Not sent' },
  template: {
    sheet: 'Invitations',
    report: 'Result',
    notes: 'How to fill it in',
    codes: 'Codes',
    notesHeadings: ['Column', 'Needed', 'What may be written'],
    codeHeadings: ['Column', 'Code', 'Name'],
    needed: 'needed',
    optional: 'optional',
    before:
      'One invitation a row. Columns with * are needed. Columns may be moved, and deleted where they are not needed; leave the headings as they are. Every cell is text. A student is found by the number and the name together.',
    accepts: {
      studentNumber: 'The school’s number; zeros in front are kept',
      name: 'The student’s name, as the school has it',
      respondBy:
        'Such as 2026-06-30 or 2026/6/30; left empty, the school’s usual number of days. The student may answer until the end of this day in China',
      reportBy: 'Such as 2026-07-15',
      region: 'The six-digit code, or the full name from the province down: see “Codes”',
      probationDays: 'A whole number from 0 to 366; 0 for no probation',
      probationPay: 'Yuan a month; may be empty without a probation',
      regularPay: 'Yuan a month, such as 8000, 8,000.50 or 1.2万',
      penalty: 'Yuan; empty is 0',
      clauses: 'Further study, civil service, enlistment, health; several with commas between them',
      remarks: 'One a line, at most 10 of at most 300 characters',
      household: '是 or 否 (yes or no); empty is no',
      fileMethod: 'Empty: received by the employer',
    },
    line: (most) => `One line, at most ${most} characters`,
    months: 'A whole number from 1 to 600; empty where nothing is agreed',
    phone:
      'A mobile of 11 digits; a landline with its area code; a number abroad with + and its country code',
    person: 'A name',
    postcode: '6 digits',
    code: 'A code or a name, such as ',
  },
}
