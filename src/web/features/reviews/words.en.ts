import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  mine: 'Waiting for me',
  everything: 'All',
  select: 'Select',
  selectPage: 'Select this page',
  chosen: (n) => `${n} selected, to be passed together`,
  chooseNone: 'Deselect',
  onItsPage: 'Decided on its page',
  pass: (n) => `Pass selected (${n})`,
  passTitle: (n) => (n === 1 ? 'Pass the selected one?' : `Pass the ${n} selected?`),
  result: (ok, bad) => `${ok} passed${bad > 0 ? `, ${bad} not` : ''}`,
  review: 'Review',
  oldest: 'The oldest has waited',
  long: (n) => `${n} for three days or more`,
  dueToday: (n) =>
    n === 1 ? 'one request is to be answered today' : `${n} requests are to be answered today`,
  ok: 'Pass',
  agreements: {
    title: 'Agreements to certify',
    q: 'Student, employer or number',
    empty: 'No agreement waits for review.',
  },
  dissolutions: {
    title: 'Dissolutions to certify',
    q: 'Student, employer or number',
    empty: 'No dissolution waits for review.',
    ground: 'Ground',
    answerBy: (day) => `answer by ${day}`,
  },
  destinations: {
    title: 'Destinations to review',
    q: 'Student or destination',
    empty: 'No destination waits for review.',
    category: 'Category',
    headline: 'Destination',
  },
}
