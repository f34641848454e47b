import { en as documents } from './documents.en.ts'
import type { zh } from './recommendation-sheet.zh.ts'

export const en: typeof zh = {
  ...documents,
  title: 'Recommendation of a graduate',
  number: 'No.',
  mark: { revoked: 'Revoked' },
  part: {
    facts: 'Graduate (by the roster of the school)',
    own: 'In their own words',
    word: 'Word of recommendation',
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
    wish: 'Work that is sought',
    strengths: 'Strengths and skills',
    awards: 'Awards',
    statement: 'About myself',
  },
  writtenBy: (name) => `Written by ${name}`,
  acts: 'Asking and review',
  act: {
    'recommendation.ask': 'The student asked for it',
    'recommendation.renew': 'The student asked for a new edition',
    'recommendation.resubmit': 'The student completed it and sent it again',
    'recommendation.recommend': 'Recommended, with a word',
    'recommendation.pass': 'Review passed',
  },
  stamp: 'Recommended by the school',
  standing: {
    issued: (school, since) => `${school} recommends this graduate; issued at ${since}.`,
    revoked: (since, until) =>
      `Issued at ${since} and revoked by the school at ${until}: it holds no longer.`,
  },
  foot: 'Name to graduation year are of the school’s roster; the graduate’s own words are the graduate’s. Where the school has issued another edition, the latest on the verification page holds.',
}
