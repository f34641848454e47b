import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  waiting: (title) => `${title}: it is being sealed, and can be downloaded in a few seconds.`,
  givenUp: (title) =>
    `${title}: it could not be sealed for now, and the platform has been told. What it says holds all the same.`,
  removed: (title) =>
    `${title}: its time at the school is over, and it can no longer be downloaded. Its fingerprint is kept: whoever has the file can have it verified.`,
  download: (title) => `Download: ${title} (PDF)`,
  original: (title) => `Download the sealed original: ${title}`,
  copy: (title, mark) => `Download a copy: ${title} (${mark})`,
  codes: 'Verification codes',
  evidence: 'Download the evidence',
  evidenceContents: 'What the evidence contains',
  evidenceHint: 'A ZIP file that others can check without this site; the download is recorded.',
  evidenceParts: [
    'The PDF with its electronic seal, and what else was sealed in the same case',
    'All that the document is made from, and each act of everybody, as data',
    'The original lines of the record with their hashes, and proof that none was changed or left out',
    'Certificates, the time stamp where there is one, drawn signatures and pictures of seals',
    'Fingerprints of what was uploaded; not the uploads, and nobody’s network address',
    'A page in plain words: how to check all this, what it proves and what it does not',
  ],
}
