import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Find a job',
  tabs: {
    open: 'All posts',
    applied: 'My applications',
    interviews: 'Interviews',
    resumes: 'My résumés',
    looks: 'Who has seen me',
    kept: 'Saved posts',
    searches: 'Saved searches',
    reports: 'My reports',
  },
  lead: 'Job posts that the school has reviewed and published. Those marked “For students of this school only” are not on its public site.',
  forMyMajor: 'For my major',
  studentsOnly: 'For students of this school only',
  more: 'More filters',
  sort: 'Sort by',
  keep: 'Save',
  kept: 'Saved',
  letGo: 'Remove from saved posts',
  keptSaid: 'Saved',
  letGoSaid: 'Removed from saved posts',
  keptAt: 'Saved on',
  noKept:
    'No posts saved yet. Press “Save” beside a post: you find it here again, and see whether it is still open.',
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
    'No searches saved yet. Under “All posts”, type a keyword or choose a filter, then press “Save this search”.',
  fresh: (n) => (n >= 100 ? '99+ new' : n === 0 ? 'Nothing new' : `${n} new`),
  lookedAt: 'Last viewed',
  open: 'View',
  remove: {
    label: 'Remove',
    title: 'Remove this search?',
    text: 'Only the saved search goes; your saved posts stay.',
    done: 'Removed',
  },
  page: {
    reported: 'You have reported this post; the school is looking into it',
    seeReport: 'See the report',
    employerPage: 'Employer’s page',
  },
}
