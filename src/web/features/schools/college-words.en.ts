import type { zh } from './college-words.zh.ts'

export const en: typeof zh = {
  title: 'Colleges',
  code: 'Code',
  name: 'Name',
  empty: 'No colleges yet. Add them before the roster and before accounts that review for a college.',
  add: {
    label: 'Add a college',
    title: 'Add a college',
    text: 'Its code is the one of your roster and does not change later.',
    done: 'College added',
  },
  rename: {
    label: 'Rename',
    title: 'Rename the college',
    text: 'Agreements that are signed keep the name they were signed with.',
    done: 'Renamed',
  },
}
