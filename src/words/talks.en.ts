import type { zh } from './talks.zh.ts'

export const en: typeof zh = {
  title: 'Campus talks',
  past: 'Past campus talks',
  toCome: 'Campus talks to come',
  about: (school) => `Campus talks of employers at ${school}: when, where and by whom.`,
  nothing: 'No campus talks are planned.',
  nothingPast: 'No campus talks have been held yet.',
  back: 'All campus talks',
  next: 'Next page',
  first: 'Back to the first page',
  when: 'When',
  where: 'Where',
  places: 'Places',
  taken: (signedUp, places) => `${signedUp} of ${places} places are taken`,
  full: 'All places are taken',
  over: 'It is over',
  description: 'About it',
  signUp: 'Students of the school sign up here',
  calendar: 'Add to my calendar',
  events: (school) => `${school} · Campus talks and fairs`,
  ofSchool: (school) => `${school} · Campus talks`,
}
