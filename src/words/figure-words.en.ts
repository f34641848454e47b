import type { zh } from './figure-words.zh.ts'

export const en: typeof zh = {
  measure: {
    placed: 'Placement rate',
    contract: 'By agreement or contract',
    flexible: 'Flexible employment',
    'own-business': 'Own business',
    'further-study': 'Further study',
    waiting: 'Looking for work',
    'not-seeking': 'Not seeking work for now',
    nothing: 'Nothing registered',
    known: 'Known outcome',
  },
  definition: {
    placed:
      'By agreement or contract, flexibly employed, in a business of their own or in further study (abroad too) ÷ all graduates. Only what a review has passed counts.',
    contract:
      'By employment agreement or labour contract, as research or administrative assistants, in military service, in national or local grassroots projects ÷ all graduates.',
    flexible: 'Otherwise employed or freelance ÷ all graduates.',
    'own-business': 'In a business of their own ÷ all graduates.',
    'further-study': 'Studying on, in China or abroad ÷ all graduates.',
    waiting: 'Declared to be looking for work ÷ all graduates.',
    'not-seeking': 'Declared to prepare for further study, or not to seek work for now ÷ all graduates.',
    nothing: 'Nothing registered, or nothing that a review has passed ÷ all graduates.',
    known:
      'Anything registered, looking for work and not seeking it among them ÷ all graduates. Of the rest the school does not know.',
  },
  population:
    'All graduates: students of the year who are on the roster or have finished without the degree, designated and commissioned ones among them; not those who graduate later or have left the roster.',
  ofWork:
    'This table divides those who work (by agreement or contract, flexibly, in a business of their own); further study and the unplaced are not in it.',
  dimension: {
    college: 'College',
    major: 'Major',
    level: 'Education level',
    gender: 'Sex',
    home: 'Home region',
    region: 'Region of work',
    industry: 'Industry',
    nature: 'Nature of the employer',
    pay: 'Monthly pay after probation (CNY)',
  },
  unknown: 'Not given',
  band: { under: 'Under {{below}}', between: '{{least}}–{{below}}', over: '{{least}} and more' },
  heads: 'Number',
  graduates: 'Graduates',
  rate: 'Share',
  all: 'All',
  sheet: 'Figures',
  rowsSheet: 'Rows',
  facts: {
    title: 'Outcomes of the graduates of {{year}}, by {{dimension}}',
    moment: 'As of {{at|instant}}',
    kept: 'Kept as: {{name}}',
    narrowed: 'Of: {{chosen}}',
    everybody: 'Of: all graduates',
  },
  row: {
    studentNumber: 'Student number',
    name: 'Name',
    college: 'College',
    major: 'Major',
    className: 'Class',
    level: 'Education level',
    category: 'Outcome',
    holder: 'Employer or school',
    since: 'Since',
    standing: 'Counted as',
    studentVersion: 'Version of the roster',
    caseVersion: 'Version of the agreement or outcome',
  },
}
