import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'All data',
  lead: 'The data are the school’s, which can take all of them at any time: one zip with a csv for each kind of thing, what each column means and a list of contents, and the evidence and sealed documents if wished. All tables are of one instant.',
  what: 'There are',
  students: 'Students',
  files: 'Evidence and documents',
  bytes: 'Size of the files',
  take: {
    label: 'Take all data',
    title: 'Take all of the school’s data?',
    text: 'The zip has personal data of all students: give it only to who may keep it. Who has taken it, when and why stands under Downloads, and in each student’s own file, where the student can read it. Where there is much it takes some minutes; please leave the page open.',
    confirm: 'Begin',
    done: 'Taken',
  },
  numbers: 'Numbers of identity documents, examinations and telephones',
  numbersOf: { empty: 'Left empty', whole: 'Whole' },
  withFiles: 'Evidence and documents',
  withFilesOf: { no: 'Tables only', yes: 'Included' },
  included: (n) => `The ${n} tables in it`,
  table: 'Table',
  has: 'What it has',
  leftOut: 'What is not in it',
  left: {
    secret:
      'What signs in, signs or connects: passwords, keys, tokens, signing PINs, verification codes. Outside the system they would be safe no more.',
    personal:
      'What is a person’s own, such as résumés, handwritten signatures, saved posts and settings: each takes it under “My privacy”.',
    between:
      'Applications and interviews between students and employers, and employers’ own templates and drafts: the school does not read them.',
    derived:
      'Rows for figures, the journal’s check tree and unconfirmed rows of imports, which follow from other tables.',
    inner: 'The program’s own counters.',
    platform: 'What is the whole platform’s, and no school’s.',
  },
  fileName: (school) => `All data of ${school}.zip`,
}
