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
  },
  since: (day) => `since ${day}`,
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
    signing: 'The agreement is formed and waits for certification; then it counts as your employment.',
    registering: 'Your destination waits for the school’s review; then it counts.',
    returned: 'The papers were returned and must be corrected before the review goes on.',
    employed: 'Your employment is on record.',
    studying: 'Your further study is on record.',
    dissolving: 'A dissolution is under way. Until it is completed the agreement stays in force.',
    voiding: 'You asked to void this destination. Until the school has agreed it stays on record.',
  },
}
