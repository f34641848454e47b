import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Invite many students',
  lead: 'Download the template, fill in one student and the terms a row, and upload it: every row is checked, and nothing is sent before you confirm. A student is found by number and name together; there is no list of students.',
  school: 'School',
  template: 'Download the template',
  empty: 'No list of invitations has been uploaded yet.',
  file: 'List of invitations',
  limits: (megabytes, rows) =>
    `.xlsx or .csv (UTF-8 or GBK), at most ${megabytes} MB and ${rows} rows. Columns in any order, titles may stand above.`,
  by: 'Uploaded by',
  when: 'Uploaded',
  state: 'State',
  sentRows: 'Sent',
  status: {
    reading: 'Being checked',
    unclear: 'Columns missing',
    checked: 'To be sent',
    sending: 'Being sent',
    unfinished: 'Broken off',
    sent: 'Sent',
    cancelled: 'Stopped',
    failed: 'Could not be read',
  },
  reading: (rows) => `${rows} rows checked so far. You may leave this page and come back later.`,
  sending: (sent, all) => `${sent} of ${all} rows done. You may leave this page and come back later.`,
  belowMinimum:
    'Pay below the minimum wage of the place of work: please check. They can be sent all the same.',
  row: (n) => `Row ${n}:`,
  unfinished: (left) =>
    `Sending was broken off with ${left} invitations left. “Go on” sends them; none is sent twice.`,
  counts: (n) =>
    `${n.right} to be sent · rows with faults: ${n.faulty} · ${n.sent} sent · ${n.refused} could not be sent`,
  tabs: { faulty: 'Faults', right: 'To be sent', refused: 'Could not be sent', sent: 'Sent' },
  views: 'Result of the check',
  explained: {
    faulty:
      'These rows are not sent. Correct them in your file, or in the result you can download, and upload it again.',
    right: 'These invitations have not been sent yet.',
    refused: 'These rows were right when they were checked, and could no longer be sent.',
    sent: 'These invitations have been sent to their students.',
  },
  none: {
    faulty: 'No row has a fault.',
    right: 'No invitation waits to be sent.',
    refused: 'Every invitation could be sent.',
    sent: 'No invitation has been sent yet.',
  },
  see: 'See the letter',
  gone: 'The rows of this list are gone; what was sent is under “Sent”.',
  missing: (names) =>
    `These needed columns were not found: ${names}. Add them as the template has them, and upload again.`,
  twice: (name) => `The heading “${name}” stands more than once: rename one, and upload again.`,
  found: (row) => `The headings are in row ${row}. Read:`,
  unread: (names) => `Columns that are not read: ${names}`,
  anotherFile: 'Upload again',
  anotherHint: 'A corrected list is uploaded here and takes the place of one that is not sent yet.',
  nothing: 'No invitation can be sent. Correct the list, and upload it again.',
  send: {
    label: (right) => `Send ${right}`,
    title: 'Send these invitations?',
    text: (right, faulty) =>
      `${right} students will be sent an invitation and told of it. Rows with faults are left out: ${faulty}.`,
    done: 'Sending',
  },
  goOn: {
    label: 'Go on',
    title: 'Send the rest?',
    text: (right) => `${right} invitations have not been sent. None is sent twice.`,
    done: 'Going on',
  },
  cancel: {
    label: 'Give up',
    title: 'Give up this list?',
    text: 'Invitations already sent stay as they are; no more are sent.',
    done: 'Stopped',
  },
  report: 'Download the rows not sent',
}
