import type { zh } from './file-words.zh.ts'

export const en: typeof zh = {
  enrolment: {
    delay: {
      label: 'Mark as delayed',
      title: 'Mark this student’s graduation as delayed?',
      text: 'Meanwhile the student can neither accept nor register a destination; invitations that are valid wait, and their employers are told. Agreements in force stay, with the statutory ground open to both sides. Signing goes on once this is taken back.',
      done: 'Marked as delayed',
    },
    complete: {
      label: 'Mark as completed',
      title: 'Mark as completed without the degree?',
      text: 'The student may still sign and register a destination; employers are not told.',
      done: 'Marked as completed',
    },
    withdraw: {
      label: 'Take off the roster',
      title: 'Take this student off the roster?',
      text: 'The student can no longer sign or register a destination, and is in no class’s activation codes; all records are kept and it can be undone. Where an agreement holds the place, that is settled first.',
      done: 'Taken off the roster',
    },
    'take-back': {
      label: 'Enrol again',
      title: 'Enrol this student again?',
      text: 'The student may sign and register a destination; invitations that are still valid can be accepted, and student and employers are told.',
      done: 'Enrolled again',
    },
  },
  history: 'Changes of the roster data, and who looked at them',
  noHistory: 'Nothing was changed or looked at yet.',
  arrow: (from, to) => `${from || '(empty)'} → ${to || '(empty)'}`,
  changed: 'changed (no record keeps what it says)',
  purpose: (purpose) => `For: ${purpose}`,
  add: {
    link: 'Add a student',
    title: 'Add a student',
    hint: 'Checked by the same rules as a file; the student can sign in for the first time at once.',
    needed: 'What every student has',
    more: 'The rest',
    moreHint: 'All of it may be left out, and can come with a file later.',
    save: 'Add',
    done: 'Added; the first login is open',
  },
}
