import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Ask to dissolve',
  of: (number, employer, student) => `Agreement ${number} · ${employer} · ${student}`,
  fields: { ground: 'Ground', reason: 'Reason', evidence: 'Evidence' },
  groundNeeded: 'Choose a ground',
  reasonHint: {
    student: 'State facts and reasons; the employer and the school will read them.',
    employer: 'State facts and reasons; the student and the school will read them.',
    paper: 'State facts and reasons; the school will read them.',
  },
  closed: 'Not open now',
  kept: 'What you typed was not sent. It is kept below, to be copied.',
  evidenceHint: {
    paper: 'Upload the employer’s proof of dissolution, with its seal.',
    consent:
      'Optional, such as a letter of admission, an offer, an enlistment notice, a medical report or letters exchanged.',
    'employer-ended':
      'Upload the market regulator’s notice of closure, revocation or deregistration, or the court’s ruling of bankruptcy.',
    'no-qualification': 'Upload the school’s statement that no qualification was obtained.',
    'criminal-sentence': 'Upload the court’s final judgment.',
    'other-legal': 'Upload the document that proves it, and name the article of law in your reason.',
  },
  submit: 'Send the request',
  sent: {
    consent: { student: 'Sent; it waits for the employer', employer: 'Sent; it waits for the student' },
    paper: 'Sent to the school',
    statutory: 'Sent to the school',
  },
  cannot: 'You cannot ask to dissolve now, because',
  onlyByLaw: 'You can ask only on a ground of law now, because',
  evidenceNeeded: 'Evidence needed',
}
