import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Downloads',
  lead: 'Lists and files of many students that were taken: by whom, when, what for and of whom. Each student reads it in their own file too.',
  leadOwn:
    'Lists and files of many students that you have taken. The school’s administrators read those of everybody, and each student reads it in their own file too.',
  kind: 'Kind',
  allKinds: 'All kinds',
  kinds: {
    roster: 'Roster',
    evidence: 'Evidence',
    figures: 'Graduates behind a figure',
    export: 'By a template',
    transfers: 'List of transfers',
    referrals: 'Graduates without work, by home region',
    everything: 'All of the school’s data',
    audit: 'File for an audit',
  },
  empty: 'Nobody has taken any yet.',
  at: 'When',
  by: 'By',
  what: 'What',
  span: (from, to) => `numbers ${from} – ${to}`,
  students: 'Students',
  why: 'What for',
  because: (purpose, reason) => (reason ? `${purpose}: ${reason}` : purpose),
}
