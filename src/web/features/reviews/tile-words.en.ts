import type { zh } from './tile-words.zh.ts'

export const en: typeof zh = {
  posts: { title: 'Job posts', empty: 'No job post waits for review.' },
  talks: { title: 'Campus talks', empty: 'No talk waits for a venue.' },
  postReports: { title: 'Reports of job posts', empty: 'No reports are waiting.' },
  fairEntries: { title: 'Employers for fairs', empty: 'No employer waits to be let in.' },
  absences: { title: 'Absences', empty: 'No appeals are waiting.' },
  objections: { title: 'Objections', empty: 'No objections are waiting.' },
  privacyRequests: { title: 'Requests about data', empty: 'No requests are waiting for an answer' },
}
