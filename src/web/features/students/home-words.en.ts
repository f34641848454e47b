import type { zh } from './home-words.zh.ts'

export const en: typeof zh = {
  title: 'Home',
  data: 'My data',
  toSign: 'To sign',
  toSignHint: 'Invitations that wait for your answer',
  toDissolve: 'To dissolve',
  toDissolveHint: 'Requests to dissolve that wait for you',
  otherToDo: 'Also to do',
  agreementToDo: (n) =>
    n === 1
      ? 'An agreement waits for your answer: a change, a cancellation, or whether you have reported'
      : `${n} agreements wait for your answer: changes, cancellations, or whether you have reported`,
  paperToDo: (n) =>
    n === 1 ? 'A returned paper agreement to correct' : `${n} returned paper agreements to correct`,
  destinationToDo: (n) =>
    n === 1 ? 'A returned destination to correct' : `${n} returned destinations to correct`,
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
