import type { zh } from './list-words.zh.ts'

export const en: typeof zh = {
  queue: {
    title: 'Recommendations',
    q: 'Student or number',
    empty: 'No recommendation awaits review.',
    begun: 'Asked on',
    edition: 'Edition',
  },
  status: {
    asked: 'Awaits an assessment',
    recommended: 'Awaits the school’s review',
    returned: 'Returned',
    issued: 'Issued',
    withdrawn: 'Withdrawn',
    revoked: 'Revoked',
  },
  first: 'First request',
  renewal: (n) => `Request for edition ${n}`,
  edition: (n) => `Edition ${n}`,
}
