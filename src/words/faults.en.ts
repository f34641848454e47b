import type { zh } from './faults.zh.ts'

export const en: typeof zh = {
  answer: {
    needed: 'This is needed',
    'not-in-form': 'This is not in the right form',
    'day-not-meant': 'This day is too far from now: please check',
    'not-in-table': 'Choose from the list',
    'not-asked': 'The form has no such field',
  },
  tooSmall: {
    string: (n) => `At least ${n} characters`,
    array: (n) => `At least ${n}`,
    number: (n) => `At least ${n}`,
  },
  tooBig: {
    string: (n) => `At most ${n} characters`,
    array: (n) => `At most ${n}`,
    number: (n) => `At most ${n}`,
  },
  hidden: (character, position) =>
    `${character} at position ${position} cannot be seen or disturbs the text: please remove it`,
  unavailable: 'The site cannot be used just now; nothing was changed. Please try again in a moment',
  internal: 'Something went wrong on our side; nothing was changed',
  outcomeUnknown:
    'The result did not arrive: it is not known yet whether this was done. Look at how it stands first',
}
