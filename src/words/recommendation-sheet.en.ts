import { en as documents } from './documents.en.ts'
import type { zh } from './recommendation-sheet.zh.ts'

export const en: typeof zh = {
  ...documents,
  title: 'Graduate recommendation',
  number: 'No.',
  mark: { revoked: 'Revoked' },
  part: {
    facts: 'Graduate (by the roster of the school)',
    own: 'In the graduate’s own words',
    word: 'Assessment',
  },
  fact: {
    name: 'Name',
    gender: 'Sex',
    studentNumber: 'Student number',
    college: 'College',
    majorName: 'Major',
    className: 'Class',
    educationLevel: 'Education level',
    trainingMode: 'Training mode',
    graduationYear: 'Graduation year',
  },
  own: {
    wish: 'Work sought',
    strengths: 'Strengths and skills',
    awards: 'Awards',
    statement: 'About me',
  },
  writtenBy: (name) => `Written by ${name}`,
  acts: 'Request and review',
  act: {
    'recommendation.ask': 'The student asked for it',
    'recommendation.renew': 'The student asked for a new edition',
    'recommendation.resubmit': 'The student completed it and sent it again',
    'recommendation.recommend': 'Assessed and recommended',
    'recommendation.pass': 'Review passed',
  },
  stamp: 'Recommended',
  standing: {
    issued: (school, since) => `${school} recommends this graduate; issued on ${since}.`,
    revoked: (since, until) =>
      `Issued on ${since}; the school revoked it on ${until}, and it is no longer valid.`,
  },
  foot: 'Name to graduation year come from the school’s roster; the graduate wrote what stands under their own words. If the school has issued another edition, the latest one on the verification page is valid.',
}
