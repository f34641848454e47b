import type { zh } from './standing-words.zh.ts'

export const en: typeof zh = {
  signed: 'Signed by both',
  awaiting: {
    student: 'Asked by the student, awaiting the employer',
    employer: 'Asked by the employer, awaiting the student',
  },
  silent: { student: 'No answer from the employer in time', employer: 'No answer from the student in time' },
  agreed: { student: 'The employer agreed', employer: 'The student agreed' },
  refused: { student: 'The employer refused', employer: 'The student refused' },
  withdrawn: { student: 'Withdrawn by the student', employer: 'Withdrawn by the employer' },
  evidence: {
    student: 'No answer from the employer; the school accepted evidence',
    employer: 'No answer from the student; the school accepted evidence',
  },
  notAsked: {
    paper: 'With the employer’s proof',
    statutory: {
      student: 'On a ground of law; no answer by the employer needed',
      employer: 'On a ground of law; no answer by the student needed',
    },
  },
}
