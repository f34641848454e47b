import type { zh } from './home-words.zh.ts'

export const en: typeof zh = {
  title: 'Home',
  data: 'My data',
  myTurn: 'Waiting for you',
  nothingToDo:
    'Nothing waits for you now. A new invitation or the result of a review will be told here and in your messages.',
  ask: {
    'answer-invitation': 'Accept or decline',
    'answer-amendment': 'Answer a change of the agreement',
    'answer-cancellation': 'Answer a request to cancel',
    'answer-fulfilment': 'Say whether you have reported for work',
    'correct-paper': 'Correct the returned paper agreement',
    'answer-dissolution': 'Answer a request to dissolve',
    'correct-destination': 'Correct the returned destination',
    'resubmit-correction': 'Your correction was returned; please complete it',
  },
  confirm: {
    title: 'Please confirm what your school will report of you',
    text: (day) => `Look at it, then confirm it or say that it is not your destination, until ${day}.`,
    open: 'Look at it',
  },
  since: (day) => `since ${day}`,
  wasUntil: (day) => `overdue (was due ${day}), still to be answered`,
  toCase: {
    agreement: 'See the agreement and its review',
    destination: 'See the destination and its review',
  },
  until: (day) => `until ${day}`,
  toSign: 'To sign',
  toSignHint: 'Invitations that wait for your answer',
  toDissolve: 'To dissolve',
  toDissolveHint: 'Requests to dissolve that wait for you',
  shortCode: 'Short code',
  shortCodeHint: 'Give this code to an employer so that it can invite you',
  employmentHint: {
    unplaced:
      'Nothing is registered yet. Answer an invitation under “Online signing”, or register a paper agreement or another destination.',
    declared: 'You declared that you are not placed for now. You may still sign or register a destination.',
  },
}
