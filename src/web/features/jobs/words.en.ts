import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Find a job',
  tabs: { open: 'All posts', kept: 'Kept', searches: 'Saved searches', reports: 'My reports' },
  lead: 'Job posts that the school has published; some are for its own students alone, once signed in.',
  forMyMajor: 'For my major',
  anyMajor: 'Any major',
  studentsOnly: 'For students of this school only',
  more: 'More filters',
  sort: 'Order',
  keep: 'Keep',
  kept: 'Kept',
  letGo: 'Keep no longer',
  keptSaid: 'Kept',
  letGoSaid: 'No longer kept',
  keptAt: 'Kept on',
  noKept:
    'Nothing is kept yet. Press “Keep” beside a post: you find it here again, with what has become of it.',
  isOpen: 'Open',
  save: {
    label: 'Save this search',
    title: 'Save this search',
    text: 'Under “Saved searches” you see how many posts have come since. At most 20 are saved.',
    done: 'Saved',
  },
  searchName: 'Name',
  nameNeeded: 'Give it a name',
  noSearches:
    'No search is saved yet. Under “All posts” type a keyword or choose a filter, then press “Save this search”.',
  fresh: (n) => (n >= 100 ? '99+ new' : n === 0 ? 'Nothing new' : `${n} new`),
  lookedAt: 'Last looked at',
  open: 'Look',
  remove: {
    label: 'Remove',
    title: 'Remove this search?',
    text: 'Only the saved search goes; what you keep stays.',
    done: 'Removed',
  },
  page: {
    back: 'Back to the posts',
    report: 'Report',
    reported: 'You have reported it; the school is looking into it',
    seeReport: 'See the report',
    employerPage: 'Page of the employer',
  },
}
