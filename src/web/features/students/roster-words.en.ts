import type { zh } from './roster-words.zh.ts'

export const en: typeof zh = {
  title: 'Students',
  q: 'Name or student number',
  verified: 'Verified',
  notVerified: 'Not verified',
  history: 'Whole history',
  agreements: 'Agreements',
  dissolutions: 'Dissolutions',
  destinations: 'Other destinations',
  corrections: 'Corrections',
  verification: 'Verification',
  unmask: {
    label: 'Show the whole numbers',
    title: 'Show this student’s whole document number and telephone?',
    text: 'Whatever else the roster says is shown too. Who looked, when and why is recorded, and stands in the student’s file.',
    confirm: 'Show',
    done: 'Shown until you leave this page',
  },
  move: {
    label: 'Move to another college, major or class',
    title: 'Move this student to another college, major or class?',
    text: 'To another college all agreements, dissolutions and destinations go with the student; its reviewers are told of what waits for them, and the old college keeps reading what it decided. What was signed stays as it is. The student is told.',
    college: 'College',
    majorCode: 'Code of the major',
    missing: 'Enter the major',
    nothing: 'College, major and class are as before',
    done: 'The student was moved, and told',
  },
  empty:
    'There is no student on the roster yet. Once the list has been imported, students are found here with their files.',
}
