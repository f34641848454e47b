import { en as documents } from './documents.en.ts'
import type { zh } from './registration-sheet.zh.ts'

export const en: typeof zh = {
  ...documents,
  title: 'Registration of a destination',
  mark: { voided: 'Void' },
  part: { student: 'Graduate', destination: 'Destination', answers: 'What was registered' },
  name: {
    student: 'Name',
    studentNumber: 'Student number',
    college: 'College',
    major: 'Major',
    graduatesFrom: 'School',
    category: 'Category',
    categoryCode: 'Code',
    declaredAt: 'Registered at',
    registeredAt: 'Passed at',
    voidedAt: 'Voided at',
  },
  acts: 'Registration and review',
  act: {
    'destination.declare': 'The student registered it',
    'destination.correct': 'The student corrected it',
    'destination.pass': 'Review passed',
    'destination.grant-void': 'Review of the request to void it passed',
  },
  registered: 'Passed by the school',
  standing: {
    registered: (school, since) => `Passed by ${school} at ${since}.`,
    voided: (since, until) =>
      `Passed at ${since} and voided at ${until}: it is for reading only and proves no employment.`,
  },
  foot: 'This is what the graduate registered online and the school compared with the evidence.',
}
