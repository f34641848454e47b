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
  verificationsOverdue: (n) =>
    n === 1
      ? 'one admitted employer is to be verified again'
      : `${n} admitted employers are to be verified again`,
  ok: 'Pass',
  posts: 'Job posts',
  desk: 'Workbench',
  begin: 'Begin with the oldest',
  waitedLong: 'Waiting three days or more',
  isDueToday: 'To be answered today',
  allDone: 'Nothing else waits for you either.',
  alsoWaiting: 'Still waiting for you:',
  previous: 'Previous',
  next: 'Next',
  place: (n, total) => `${n}/${total}`,
  lookAgain: 'Look at it again',
  passedOver: (name) => `${name}’s case was decided by a colleague meanwhile and is passed over.`,
  notHere:
    'This case is no longer in the list you chose: it has been decided, or waits for somebody else. Go on to the next.',
  keys: {
    title: 'Keys',
    on: 'Use these keys',
    list: [
      [['j', '→'], 'Next'],
      [['k', '←'], 'Previous'],
      [['p'], 'Pass (asks first)'],
      [['r'], 'Return (asks first)'],
      [['x'], 'Reject (asks first)'],
      [['u'], 'Back'],
      [['?'], 'Show or hide these keys'],
    ],
  },
  agreements: {
    title: 'Agreements to certify',
    q: 'Student, employer or number',
    empty: 'No agreement waits for review.',
    begun: 'Signed on',
  },
  dissolutions: {
    title: 'Dissolutions to certify',
    q: 'Student, employer or number',
    empty: 'No dissolution waits for review.',
    begun: 'Asked on',
    ground: 'Ground',
  },
  destinations: {
    title: 'Destinations to review',
    q: 'Student or destination',
    empty: 'No destination waits for review.',
    begun: 'Registered on',
    category: 'Category',
    headline: 'Destination',
  },
  corrections: {
    title: 'Corrections to review',
    q: 'Student or number',
    empty: 'No correction waits for review.',
    begun: 'Asked on',
    fields: 'To be corrected',
  },
}
