import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Majors',
  lead: 'Offered wherever a student’s major is chosen. What a roster brings is added by itself; a major that students have is stopped, not deleted.',
  code: 'Code',
  codeHint: 'As in the national catalogue; it stays',
  name: 'Name',
  level: 'Education level',
  colleges: 'Taught by',
  students: 'Students on the roster',
  state: 'State',
  using: { yes: 'In use', no: 'Stopped' },
  all: 'In use or stopped',
  q: 'Code or name',
  none: 'No college said',
  empty: 'No majors yet. A roster brings them by itself, or add one now.',
  add: { label: 'Add a major', title: 'Add a major', done: 'Added' },
  change: {
    label: 'Change',
    title: 'Change a major',
    text: 'Students and signed agreements keep the name that they have; a stopped major is offered no more, and its students stay as they are.',
    done: 'Changed',
  },
  told: {
    added: (n) =>
      `${n} ${n === 1 ? 'major' : 'majors'} of this file ${n === 1 ? 'is' : 'are'} not in the school’s list, and will be added with it`,
    stopped: (n) =>
      `${n} ${n === 1 ? 'major' : 'majors'} of this file ${n === 1 ? 'is' : 'are'} stopped: students are entered all the same`,
    one: (code, name, rows) => `${code} ${name} (${rows})`,
  },
  sheet: {
    upload: 'Upload a list of majors',
    limits: (megabytes, rows) =>
      `.xlsx, .csv or .dbf, at most ${megabytes} MB and ${rows} rows. It is checked row by row, and written once you say so; majors that are not in the file stay as they are.`,
    download: 'Download the list as it is',
    template: 'Download an empty template',
    checked: (added, changed, same) => `Checked: ${added} new, ${changed} changed, ${same} unchanged.`,
    missing: (columns) =>
      `The sheet has no column for: ${columns}. Add them as in the template and upload it again.`,
    twice: (columns) =>
      `These headings stand over more than one column: ${columns}. Keep one of each and upload it again.`,
    unread: (columns) => `Nothing is read from these columns: ${columns}.`,
    faulty: (rows) =>
      `Rows that are wrong and will not be written: ${rows}. Correct them and upload the file again, or write the others first:`,
    rows: 'Rows to be written',
    isNew: 'new',
    isChanged: 'changed',
    enter: {
      label: 'Write the list',
      title: 'Write the rows that are right?',
      text: 'Exactly the rows above are written. Students and signed agreements keep the name that they have. Where somebody else has changed the list since it was checked, nothing is written: upload the file again.',
      done: 'The list is up to date',
    },
  },
  unknown: 'This code is not in the list of majors; it is added when you save',
}
