import type { zh } from './documents.zh.ts'

export const en: typeof zh = {
  yes: 'Yes',
  no: 'No',
  none: '—',
  zone: 'All times in this document are Beijing time (UTC+8).',
  actHeads: ['Time', 'Act', 'By', 'How'],
  method: {
    person: 'Signed in, confirmed online',
    system: 'Recorded by the system',
    pin: 'Signing PIN, fingerprint',
    passkey: 'Passkey, fingerprint',
  },
  seals: 'Seals',
  signatures: 'Drawn signatures',
  nobody: 'The system',
  checkpoint: (size, root, at) =>
    `Latest checkpoint of the journal when this was sealed: line ${size}, root ${root}…, ${at} (see /checkpoints on the site)`,
  page: (page, pages) => `Page ${page} of ${pages}`,
}
