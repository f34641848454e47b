import type { zh } from './resume-archive.zh.ts'

export const en: typeof zh = {
  what: { resume: 'Résumé', attachment: 'Attachment' },
  manifest: 'Manifest.csv',
  columns: {
    row: 'No.',
    path: 'File',
    name: 'Name',
    school: 'School',
    college: 'College',
    major: 'Major',
    education: 'Education',
    post: 'Post',
    appliedOn: 'Applied on',
    what: 'What it is',
    sha256: 'SHA-256',
    state: 'State',
  },
  state: {
    packed: 'In the archive',
    gone: 'Missing: the file has been removed',
    broken: 'Incomplete: it could not be read to its end',
    failed: 'Missing: no PDF could be made of it; please open the application',
  },
  file: (n) => `Résumés of applicants (${n})`,
}
