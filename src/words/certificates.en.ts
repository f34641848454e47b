import type { zh } from './certificates.zh.ts'
import { en as documents } from './documents.en.ts'
import { en as terms } from './terms.en.ts'

export const en: typeof zh = {
  ...documents,
  title: { dissolving: 'Dissolution under way', dissolved: 'Certificate of dissolution' },
  code: 'Code',
  stamp: { dissolving: 'Being dissolved', dissolved: 'Dissolved' },
  mark: { dissolved: 'Dissolved', 'came-to-nothing': 'Came to nothing' },
  part: {
    student: 'Graduate',
    employer: 'Employer',
    agreement: 'Employment agreement',
    dissolution: 'Dissolution',
  },
  name: {
    student: 'Name',
    studentNumber: 'Student number',
    college: 'College',
    major: 'Major',
    graduatedFrom: 'School',
    employer: 'Name',
    creditCode: terms.creditCode,
    number: 'Agreement number',
    kindOfSigning: 'Kind of signing',
    effectiveAt: 'Effective at',
    askedBy: 'Asked by',
    askedAt: 'Asked at',
    dissolvedAt: 'Dissolved at',
    endedAt: 'Ended at',
  },
  kind: { online: 'Signed online', paper: 'Signed on paper' },
  side: { student: 'The graduate', employer: 'The employer' },
  acts: 'What was done',
  act: {
    'dissolution.ask': 'Asked to dissolve',
    'dissolution.agree': 'The other side agreed',
    'dissolution.accept-evidence': 'The school took evidence instead of the other side’s answer',
    'dissolution.pass': 'Review passed',
  },
  standing: {
    dissolving: (student, employer, number) =>
      `The employment agreement of ${student} with ${employer} (number ${number}) is being dissolved.`,
    dissolved: (student, employer, number, since, until) =>
      `The employment agreement of ${student} with ${employer} (number ${number}), in force since ${since}, was dissolved at ${until}.`,
    over: {
      dissolved: (until) =>
        `This dissolution was complete at ${until}, and the agreement has ended: that it is under way is certified no longer.`,
      'came-to-nothing': (until) =>
        `This request was over at ${until}, and the agreement did not end by it: that it is under way is certified no longer.`,
    },
  },
  foot: {
    dissolving:
      'The agreement is in force until the dissolution is complete. What counts is the state that the page below shows.',
    dissolved:
      'After a dissolution the graduate may sign with another employer, or register another destination.',
  },
  address: 'Check it at',
}
