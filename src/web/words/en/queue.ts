import type { Words } from '../zh-CN.ts'

export const queue: Words['queue'] = {
  mine: 'Waiting for me',
  everything: 'All',
  age: 'Waiting',
  ageText: (days, hours) => {
    if (days > 0) return `${days} d`
    return hours > 0 ? `${hours} h` : 'under 1 h'
  },
  college: 'College',
  allColleges: 'All colleges',
  allStatuses: 'All statuses',
  noMatch: 'Nothing matches. Try other filters, or clear them to see all.',
  select: 'Select',
  selectPage: 'Select this page',
  onItsPage: 'Decided on its page',
  pass: (n) => `Pass selected (${n})`,
  passTitle: (n) => (n === 1 ? 'Pass the selected one?' : `Pass the ${n} selected?`),
  result: (ok, bad) => `${ok} passed${bad > 0 ? `, ${bad} not` : ''}`,
  review: 'Review',
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
