import type { zh } from './resume.zh.ts'

export const en: typeof zh = {
  title: 'Résumé',
  page: 'Page {page} of {pages}',
  graduates: (year) => `class of ${year}`,
  comma: ', ',
  and: ', ',
  work: { 'full-time': 'Full-time', internship: 'Internship' },
  experience: { internship: 'Internship', work: 'Work', campus: 'On campus' },
  level: { basic: 'Basic', working: 'Working knowledge', fluent: 'Fluent', native: 'Native' },
  phone: 'Telephone',
  email: 'E-mail',
  parts: {
    education: 'Education',
    wish: 'What I am looking for',
    summary: 'About me',
    experiences: 'Experience',
    projects: 'Projects',
    skills: 'Skills',
    certificates: 'Certificates and awards',
    languages: 'Languages',
  },
  wish: { category: 'Kind of work', work: 'Full-time or internship', regions: 'Where', pay: 'Pay' },
  untilNow: 'now',
  attachment: 'Attached résumé',
}
