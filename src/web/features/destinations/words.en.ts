import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Other destinations',
  noticeTitle: 'Before you register',
  notice: [
    'Further study, study abroad, military service, grassroots projects, labour contracts, a business of your own, freelance work and the like are registered here with the evidence each needs, for the school to review.',
    'Internship and trainee papers are never accepted as evidence of employment.',
    'If you have no destination yet, you may say so: “seeking employment” and the like are only recorded. That needs no evidence and no review, and you may still sign or register later. Being without a job is not hidden, and nobody may ask you to register a job with false papers.',
    'You can have one destination at a time, and none beside an employment agreement. If things change after the review has passed, ask to void it first and then register anew.',
  ],
  register: 'Register a destination',
  cannot: 'You cannot register or declare anything now, because',
  empty:
    'Nothing is registered yet. Once further study, military service, a business of your own or the like is settled, register it here with its evidence.',
  pageTitle: {
    destination: (category) => `Destination · ${category}`,
    declaration: (category) => `Declaration · ${category}`,
  },
  category: 'Category',
  headline: 'Where or what',
  declaredAt: 'Registered on',
  registeredAt: 'Review passed on',
  endedAt: 'Ended on',
  answers: 'What was registered',
  staffs: 'Filled in by the school',
  history: 'Earlier corrections',
  other: (name) => `${name}, other`,
  proves: (evidence) => `Evidence needed: ${evidence}`,
  chooseAnother: 'Choose another category',
  declarationNote:
    'This is recorded at once, without evidence or review, and does not take your one place: you may still sign or register later.',
  route: {
    destination: {
      title: 'I have a destination',
      text: 'Choose the category, fill in its form and upload the evidence; the school reviews it.',
      check: 'Check and send',
      confirmTitle: 'Register this destination?',
      confirmText:
        'It goes to the school for review and takes your one place: during the review, and once it has passed, you cannot accept an invitation or register a paper agreement or another destination. Make sure that what you say and upload is true.',
      confirm: 'Register',
      done: 'Sent; it waits for the school',
    },
    declaration: {
      title: 'I have no destination yet',
      text: 'Declare it as it is: this is only recorded, needs no evidence and no review, and you may still sign or register later.',
      check: 'Check and declare',
      confirmTitle: 'Declare this?',
      confirmText:
        'It is recorded at once and replaces what you declared before. It does not take your one place: you may still sign or register later.',
      confirm: 'Declare',
      done: 'Recorded',
    },
  },
  sendAgain: 'Send for review again',
  act: {
    pass: {
      label: 'Pass',
      title: 'Pass this review?',
      text: 'After the last level the destination is registered.',
      done: 'Passed',
    },
    return: {
      label: 'Return',
      title: 'Return to the student for correction?',
      text: 'Say what must be corrected.',
      done: 'Returned',
    },
    reject: {
      label: 'Reject',
      title: 'Reject this destination?',
      text: 'It ends, and the student may sign or register anew.',
      done: 'Rejected; the student may register anew',
    },
    'grant-void': {
      label: 'Void',
      title: 'Void this destination?',
      text: 'After the last level it is void, and the student may sign or register anew.',
      done: 'Agreed to void',
    },
    'refuse-void': {
      label: 'Refuse to void',
      title: 'Refuse to void it?',
      text: 'The destination stands. Say why.',
      done: 'Refused; the destination stands',
    },
    'ask-void': {
      label: 'Ask to void',
      title: 'Ask to void this destination?',
      text: 'The school reviews this; until then the destination stands.',
      done: 'Sent; it waits for the school',
    },
    'withdraw-void': {
      label: 'Withdraw the request',
      title: 'Withdraw the request to void?',
      text: 'The destination stands.',
      done: 'Withdrawn; the destination stands',
    },
    withdraw: {
      label: 'Withdraw',
      title: 'Withdraw this?',
      text: 'This cannot be undone; you may sign or register anew.',
      done: 'Withdrawn',
    },
    correct: {
      label: 'Correct',
      title: 'Correct the destination',
      done: 'Corrected and sent for review again',
    },
  },
}
