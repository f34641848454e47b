import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  notable: {
    title: 'Read this first',
    payLow: (pay, usual) =>
      `Regular pay of ${pay}, far below the ${usual} that is the middle of the college’s latest agreements`,
    penaltyHigh: (penalty, pay) => `A penalty of ${penalty}, more than a month’s regular pay (${pay})`,
    employerNew: 'This employer signs with a student of this school for the first time',
    times: {
      'employer-at-fault': (n) => `Agreements of this employer dissolved by its fault: ${n}`,
      'signed-before': (n) => `Earlier agreements of these two that have ended: ${n}`,
      'student-dissolved': (n) => `Earlier agreements of this student that were dissolved: ${n}`,
      revised: (n) => `The terms were changed since the invitation was sent: ${n} times`,
    },
  },
  preview: 'Download a preview (not certified)',
  sealBy: (until) => `To be sealed by the employer by ${until}; after that the school may end it.`,
  sealTick: 'I confirm that we have sealed this agreement, and that it is in force from now on',
  sealTickNeeded: 'Please tick to confirm',
  amendment: 'Amendment to answer',
  history: 'Earlier changes',
  cancellation: {
    student: 'The student asks to cancel this agreement',
    employer: 'The employer asks to cancel this agreement',
  },
  dataChanged: 'The student’s roster data has changed since signing; the agreement keeps what was signed.',
  notOnPlatform:
    'This employer is not on the platform: its name and credit code were typed by the student, and the school checks them against the seal on the scans.',
  act: {
    pass: {
      label: 'Pass',
      title: 'Pass this review?',
      text: 'After the last level the agreement is effective, or waits for the employer’s seal where one was agreed.',
      done: 'Passed',
    },
    return: {
      label: 'Return',
      title: 'Return for correction?',
      text: 'Say what must be corrected.',
      done: 'Returned',
    },
    reject: {
      label: 'Reject',
      title: 'Reject this agreement?',
      text: 'It ends, and the student may sign with others.',
      done: 'Rejected; the student may sign with others',
    },
    seal: {
      label: 'Confirm the seal',
      title: 'Has your organisation sealed it?',
      text: 'The agreement is in force at once and binds both sides; after that only a dissolution ends it.',
      done: 'Sealed: the agreement is in force',
    },
    'end-unsealed': {
      label: 'End (not sealed)',
      title: 'End this agreement that was not sealed?',
      text: 'It ends, and the student may sign with others. Say what you have found out.',
      done: 'Ended; the student may sign with others',
    },
    'accept-amendment': {
      label: 'Accept amendment',
      title: 'Accept this amendment?',
      text: 'The new terms replace the old ones and go through all reviews again.',
      done: 'Accepted; back in review',
    },
    'decline-amendment': {
      label: 'Decline amendment',
      title: 'Decline this amendment?',
      text: 'The original terms stand and the review goes on.',
      done: 'Declined; the original terms stand',
    },
    'ask-cancellation': {
      label: 'Ask to cancel',
      title: 'Ask to cancel this agreement?',
      text: 'When the other side confirms it ends, and the student may sign anew.',
      done: 'Sent; it waits for the other side',
    },
    'confirm-cancellation': {
      label: 'Confirm cancellation',
      title: 'Confirm the cancellation?',
      text: 'This cannot be undone.',
      done: 'The agreement is cancelled',
    },
    'decline-cancellation': {
      label: 'Decline cancellation',
      title: 'Decline the cancellation?',
      text: 'The agreement goes on.',
      done: 'Declined; the agreement goes on',
    },
    cancel: {
      label: 'Cancel registration',
      title: 'Cancel the registration of this paper agreement?',
      text: 'This cannot be undone; you may sign or register anew.',
      done: 'The registration is cancelled',
    },
    'ask-fulfilment': {
      label: 'Ask whether reported for work',
      title: 'Ask the student to confirm having reported and signed a labour contract?',
      text: 'The student answers; without an answer in time the school looks into it and decides.',
      done: 'The student is told and answers next',
    },
    'confirm-fulfilment': {
      label: 'I have reported for work',
      title: 'Have you reported for work and signed a labour contract?',
      text: 'Confirm only when both are done: the agreement is then fulfilled and can no longer be dissolved here.',
      done: 'Confirmed',
    },
    'deny-fulfilment': {
      label: 'Not yet',
      title: 'Have you not reported yet, or not signed a labour contract?',
      text: 'The agreement stays in force; the other side reads your reason.',
      done: 'Answered; the agreement stays in force',
    },
    fulfil: {
      label: 'Record as reported',
      title: 'No answer came in time: record that the student has reported?',
      text: 'Make sure first that the student has reported and signed a labour contract, and say how you know.',
      done: 'Recorded',
    },
    'undo-fulfilment': {
      label: 'Undo the record',
      title: 'Undo the record of reporting for work?',
      text: 'The agreement is in force again, and both sides are told.',
      done: 'Undone; the agreement is in force again',
    },
    'propose-amendment': {
      label: 'Amend',
      title: 'Propose an amendment',
      done: 'Proposed; it waits for the student',
    },
    correct: {
      label: 'Correct the paper agreement',
      title: 'Correct the paper agreement',
      done: 'Corrected and sent for review again',
    },
  },
  list: {
    title: 'Signed students',
    dissolution: 'Dissolution',
    empty: 'No agreement yet. It appears when a student accepts.',
    see: 'Open',
    q: 'Student, number or agreement number',
  },
}
