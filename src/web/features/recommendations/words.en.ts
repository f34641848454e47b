import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Recommendation',
  edition: (n) => `Edition ${n}`,
  inForce: (n) => `Edition ${n} holds now`,
  ask: 'Ask for a recommendation',
  cannot: 'You cannot ask for a recommendation now',
  lead: [
    'The school issues one recommendation for each graduate: data of the roster, an assessment by the school, and what you add yourself.',
    'It is sealed when it is issued, and employers verify it by the QR code at its foot. When something changes you can ask for a new edition, which takes the place of the last.',
  ],
  facts: 'Data of the roster',
  factsHint:
    'They come from the school’s roster and cannot be changed here; if something is wrong, ask for a correction first.',
  correct: 'Ask for a correction',
  own: 'In the graduate’s own words',
  ownHint: 'All of it is optional; what you write is printed as it is.',
  hint: {
    wish: 'Such as: software development, Wuhan or Chengdu',
    strengths: 'Such as: CET-6, Python, driving licence',
    awards: 'Such as: National Scholarship 2025',
    statement: 'A few sentences about yourself',
  },
  none: 'Nothing was added',
  word: 'The school’s assessment',
  noWord: 'No assessment has been written yet.',
  send: 'Send',
  sendAgain: 'Send again',
  asked: 'You have asked for a recommendation; it awaits review',
  moved: 'The roster has changed since it was sent',
  movedIssued: 'The roster has changed since it was issued; you can ask for a new edition',
  movedTo: (name, was, now) => `${name}: ${was} → ${now}`,
  lastEdition: 'The edition that holds',
  act: {
    renew: {
      label: 'Ask for a new edition',
      title: 'A new edition',
      done: 'You have asked for a new edition',
    },
    resubmit: { label: 'Change and send again', title: 'Change the recommendation', done: 'Sent again' },
    withdraw: {
      label: 'Withdraw',
      title: 'Withdraw the request?',
      text: 'It is reviewed no further; an edition that was issued still holds.',
      done: 'Withdrawn',
    },
    recommend: {
      label: 'Write the assessment',
      title: 'Write the assessment and recommend',
      text: 'It is printed on the recommendation, and the student reads it.',
      confirm: 'Recommend',
      done: 'Recommended',
    },
    pass: {
      label: 'Pass',
      title: 'Pass this recommendation?',
      text: 'After the last review it is issued and sealed.',
      done: 'Passed',
    },
    return: { label: 'Return', title: 'Return it to the student?', done: 'Returned' },
    revoke: {
      label: 'Revoke',
      title: 'Revoke what was issued?',
      text: 'The verification page says so at once, and the student is told; a request for a new edition that is under review ends too.',
      done: 'Revoked',
    },
  },
}
