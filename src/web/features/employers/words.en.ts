import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Workbench',
  invite: 'Invite a student',
  again: 'Invite again',
  mine: 'Waits for me',
  ended: 'Invitations that came to nothing lately',
  others: 'Waits for others',
  nothingMine:
    'Nothing waits for you now. When a student asks to dissolve or to cancel, or the school returns an agreement, it stands here.',
  nothingYet:
    'You have sent no invitation yet. Ask the student you want for name and student number, or for the signing code, and send the first one.',
  notAdmittedYet:
    'No school admits you now, so that no invitation can be sent. Apply under “Schools”, or see how your application stands.',
  nothingOthers: 'Nothing waits for a student or a school.',
  more: (n) => `${n} more: open the lists by the numbers below.`,
  since: (day) => `since ${day}`,
  endedOn: (day) => `ended ${day}`,
  due: (days, day) => {
    if (days < 0) return `due ${day}, can still be answered`
    if (days === 0) return 'ends today at 24:00'
    return days === 1 ? 'ends tomorrow at 24:00' : `${days} days left (until ${day})`
  },
  numbers: 'All numbers',
  kind: {
    invitations: 'Invitations',
    agreements: 'Agreements',
    dissolutions: 'Dissolutions',
    applications: 'Applications',
  },
  number: {
    applications: { submitted: 'To be opened', seen: 'Opened, to be answered' },
    interviews: { asked: 'Other times asked for' },
    invitations: {
      pending: 'Waiting for the student',
      endingSoon: 'of these, ending by tomorrow',
      endedLately: 'Declined or expired in the last 7 days',
    },
    agreements: {
      employer: 'Waiting for me',
      student: 'Waiting for the student',
      school: 'Waiting for the school',
      inForce: 'In force',
    },
    dissolutions: {
      employer: 'Waiting for my answer',
      student: 'Waiting for the student',
      school: 'Waiting for the school',
    },
  },
  turn: 'Whose turn',
  anyTurn: 'Anybody’s turn',
  whose: { employer: 'Mine', student: 'The student’s', school: 'The school’s' },
  schools: 'Schools',
  admitted: 'Admitted',
  notAdmitted: 'Not admitted or suspended',
  toSchools: 'Apply, or see how it stands',
  days: (min, max) => `answers within ${min}–${max} days`,
  empty: 'You have not applied to any school yet.',
}
