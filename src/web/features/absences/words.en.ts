import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  status: { recorded: 'Absent', appealed: 'Appeal waits', excused: 'Excused', upheld: 'Upheld' },
  kind: { talk: 'Talk', fair: 'Fair' },
  title: (event) => `Absence · ${event}`,
  event: 'Event',
  student: 'Student',
  endedAt: 'Event ended',
  recordedAt: 'Recorded',
  answerBy: 'Answer by',
  state: 'State',
  overdue: 'overdue',
  by: (day) => `answer by ${day}`,
  until: (day) => `The school is to answer by ${day}`,
  q: 'Name or number of a student, or event',
  waiting: 'Waiting',
  all: 'All',
  emptyAll:
    'No absences. Eight days after an event, whoever signed up and was not counted at its door stands here; an event without check-in is passed over.',
  why: 'Signed up and not counted at the door: recorded by the system eight days after the event.',
  counted: 'Absences that count',
  countedSaid: (n, days, limit) =>
    limit === null
      ? `${n} within ${days} days; the school has set no limit, they keep nobody from signing up`
      : `${n} within ${days} days; from ${limit} on, signing up is closed for a while`,
  seeEvent: 'See the event',
  said: 'Reason for the appeal',
  answer: 'The school’s answer',
  act: {
    appeal: {
      label: 'Appeal',
      title: 'Appeal against this absence',
      text: 'The school answers within five working days; until then this absence does not count.',
      done: 'Sent: you will be told of the answer',
      asksFor: 'Why you did not come, or were not counted',
    },
    excuse: {
      label: 'Excuse',
      title: 'Excuse this absence',
      text: 'It counts no more; the student reads what you say.',
      done: 'Excused',
      asksFor: 'What the student is told',
    },
    uphold: {
      label: 'Uphold',
      title: 'Uphold this absence',
      text: 'It counts again; the student reads what you say.',
      done: 'Answered',
      asksFor: 'What the student is told',
    },
  },
}
