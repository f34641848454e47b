import type { zh } from './evidence-archive.zh.ts'

export const en: typeof zh = {
  kind: { agreement: 'agreements', destination: 'destinations', dissolution: 'dissolutions' },
  uploaded: 'evidence',
  sealed: {
    agreement: 'agreement',
    dissolving: 'certificate of a dissolution under way',
    dissolved: 'certificate of dissolution',
    registration: 'registration of destination',
    recommendation: 'recommendation',
  },
  manifest: 'manifest.csv',
  columns: {
    row: 'No.',
    path: 'File',
    number: 'Student number',
    name: 'Name',
    college: 'College',
    major: 'Major',
    className: 'Class',
    year: 'Graduation year',
    kind: 'Case',
    caseNumber: 'Agreement number',
    what: 'What it is',
    file: 'Name when uploaded',
    bytes: 'Size (bytes)',
    sha256: 'SHA-256',
    state: 'State',
  },
  state: {
    packed: 'here',
    gone: 'missing: the store has no such file',
    broken: 'incomplete: reading broke off',
    altered: 'here, but not with the fingerprint that was recorded',
    none: 'no file',
  },
  file: (kind, part) => `Evidence of ${kind} ${part}`,
}
