import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Corrections of my data',
  noticeTitle: 'Before you ask',
  notice: [
    'Where the school’s data about you are wrong, ask for their correction here with evidence: an identity document, the household register, a paper of the police, a proof of enrolment.',
    'Until that has ended you cannot sign. Invitations that are still valid then can be accepted; if it is urgent, withdraw your request.',
    'What has been signed stays as it was signed.',
  ],
  register: 'Ask for a correction',
  cannot: 'You cannot ask for a correction now, because',
  empty: 'You have not asked for a correction.',
  wrongData: 'Something is wrong?',
  allOfMine: 'My corrections',
  signingWaits: 'Until it has ended you cannot sign.',
  kept: (fields) =>
    `The school keeps these to itself; if they are wrong, ask your college or the career office: ${fields}.`,
  fields: 'To be corrected',
  submittedAt: 'Asked on',
  endedAt: 'Ended on',
  between: ', ',
  field: 'Field',
  from: 'Was',
  to: 'To be',
  now: (value) => `The roster says “${value}” by now`,
  changedSince:
    'The school has changed these data since. Return it for the student to look again, or refuse it.',
  holder: (studentNumber) =>
    `Another student of the same year (number ${studentNumber}) has this document on the roster; this cannot be passed before that is looked into.`,
  reason: 'The student’s reason',
  why: 'Reason',
  which: 'What is wrong?',
  whichNeeded: 'Choose what is wrong',
  be: (field) => `${field}, as it should be`,
  nowIs: (value) => `Now: ${value}`,
  evidence:
    'Upload what proves it: an identity document, the household register, a paper of the police, a proof of enrolment.',
  send: 'Send',
  sendAgain: 'Send again',
  done: 'Sent; it waits for the school',
  documents: {
    resident_id: 'Resident ID',
    hk_macao_permit: 'Permit of Hong Kong and Macao residents',
    taiwan_permit: 'Permit of Taiwan residents',
    passport: 'Passport',
    permanent_residence: 'Permanent residence card',
  },
  numbers: 'Numbers are not shown whole: type them anew.',
  unmask: {
    label: 'Show the whole number',
    title: 'Show the whole number?',
    text: 'That is journaled, and the student can see it. Say why.',
    done: 'The whole number is shown',
  },
  act: {
    pass: {
      label: 'Pass',
      title: 'Pass this review?',
      text: 'After the last level the roster says what is asked for; what has been signed stays.',
      done: 'Passed',
    },
    return: {
      label: 'Return',
      title: 'Return to the student?',
      text: 'Say what is still needed.',
      done: 'Returned',
    },
    reject: {
      label: 'Refuse',
      title: 'Refuse this correction?',
      text: 'The data stay as they are. Say why.',
      done: 'Refused; the data stay',
    },
    withdraw: {
      label: 'Withdraw',
      title: 'Withdraw this request?',
      text: 'The data stay as they are, and you can sign again.',
      done: 'Withdrawn',
    },
    resubmit: {
      label: 'Complete it',
      title: 'Complete the request',
      done: 'Sent again; it waits for the school',
    },
  },
}
