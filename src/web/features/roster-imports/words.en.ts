import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Roster imports',
  lead: 'A roster is previewed first and entered once you confirm.',
  template: 'Download the template',
  empty: 'No roster has been imported yet. Fill in the template, or upload the roster that you have.',
  file: 'Roster file',
  limits: (megabytes: number, rows: string) =>
    `.xlsx, .csv (UTF-8 or GBK) or .dbf; at most ${megabytes} MB and ${rows} rows. Columns in any order, title rows above are fine.`,
  anotherFile: 'Upload again',
  anotherHint: 'Upload the corrected roster here; it replaces this preview.',
  nextHint: 'Another roster is uploaded here.',
  by: 'Uploaded by',
  when: 'Uploaded',
  state: 'State',
  rows: 'Rows',
  status: {
    reading: 'Being read',
    unclear: 'Columns to be named',
    previewed: 'To be confirmed',
    committed: 'Imported',
    cancelled: 'Given up',
    failed: 'Could not be read',
  },
  reading: (rows: string) => `${rows} rows read so far. You may leave this page and come back later.`,
  counts: (n: { new: string; changed: string; unchanged: string; faulty: string; missing: string }) =>
    `${n.new} new · ${n.changed} changed · ${n.unchanged} unchanged · rows with faults: ${n.faulty} · ${n.missing} not in the file`,
  tabs: {
    faulty: 'Faults',
    new: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    missing: 'Not in the file',
    columns: 'Columns',
  },
  views: 'What the preview shows',
  explained: {
    faulty:
      'These rows are left out. Correct them in your file, or in the result you can download, and upload it again.',
    new: 'These students will be entered and can then sign in for the first time.',
    changed:
      'These students will be updated as the file says. An empty cell changes nothing; a mobile number that the student has confirmed stays.',
    unchanged: 'These students are on the roster just so; nothing happens to them.',
    missing:
      'These students of the same years are on the roster and not in the file. An import neither removes nor changes them.',
  },
  entered: {
    faulty: 'These rows were left out. Correct them, and upload them again.',
    new: 'These students have been entered and can sign in for the first time.',
    changed:
      'These students have been updated as the file says. An empty cell has changed nothing; a mobile number that the student has confirmed has stayed.',
    unchanged: 'These students were on the roster just so; nothing has happened to them.',
    missing:
      'These students of the same years are on the roster and not in the file. The import has neither removed nor changed them.',
  },
  none: {
    faulty: 'No row has a fault.',
    new: 'Nobody is new.',
    changed: 'Nobody would be changed.',
    unchanged: 'Nobody is unchanged.',
    missing: 'All students of these years are in the file.',
  },
  emptyCell: 'empty',
  nothing: 'There is nothing to import: nobody is new, and nobody would be changed.',
  onlyMine: (by: string) => `What the roster says is shown to ${by} alone, who uploaded it.`,
  gone: 'The details of this import are no longer kept.',
  headings: {
    title: 'Columns of the file',
    row: (row: number) => `The headings are in row ${row}.`,
    missing: (names: string) =>
      `These needed columns were not found: ${names}. Say which column has them; the file is then read again.`,
    hint: 'Columns that are not read are not entered. What you say is remembered for later files. Where two columns have the same heading, rename one in the file, or do not read them.',
    column: 'Column',
    heading: 'Heading in the file',
    examples: 'Examples',
    means: 'Is',
    state: { read: 'Read', twice: 'Same heading twice', unread: 'Not read', ignored: 'Not to be read' },
    automatic: 'By itself',
    nothing: 'Not to be read',
    said: 'Said before',
    save: 'Save and read again',
    saved: 'Columns saved',
    uploadAgain: 'The columns are saved. Choose the file once more.',
  },
  commit: {
    label: 'Import',
    title: 'Import this roster?',
    text: (added: string, changed: string, faulty: string) =>
      `${added} students will be entered and ${changed} updated. Rows with faults are left out: ${faulty}. It is done in one go: all of it, or nothing. Agreements keep what they were signed with. Many students take some dozen seconds: please keep this page open.`,
    done: 'Roster imported',
  },
  cancel: {
    label: 'Give up',
    title: 'Give up this import?',
    text: 'Nothing is entered, and the uploaded roster is removed.',
    done: 'Import given up',
  },
  report: {
    label: 'Download the result',
    title: 'Download the result of this import?',
    text: 'The file has the form of the roster and can be corrected and uploaded again; it holds whole document and mobile numbers, so keep it safe. Who downloads it, when and why is recorded, also in the file of each student, who can see it.',
    confirm: 'Download',
    done: 'Downloaded',
    ending: 'result.xlsx',
  },
  studentNumber: 'Student number',
  name: 'Name',
}
