import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  waiting: (title) => `${title}: it is being sealed, and can be downloaded in a few seconds.`,
  givenUp: (title) =>
    `${title}: it could not be sealed for now, and the platform has been told. What it says holds all the same.`,
  download: (title) => `Download: ${title} (PDF)`,
  original: (title) => `Download the sealed original: ${title}`,
  copy: (title, mark) => `Download a copy: ${title} (${mark})`,
  codes: 'Verification codes',
  evidence: 'Download the evidence',
  evidenceHint: 'The document, the record and how to check them, for somebody else; the download is recorded',
}
