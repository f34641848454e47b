import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Notices',
  lead: 'What is read before an invitation is accepted, and before a dissolution is asked for or agreed to. Whatever is saved is a new version, and an agreement shows the one it was signed on.',
  kinds: {
    signing: 'Before signing',
    dissolution: 'Before dissolving what was signed online',
    'paper-dissolution': 'Before dissolving what was signed on paper',
  },
  version: (n) => `Version ${n}`,
  ours: 'the product’s own words',
  own: 'the school’s words',
  savedBy: (name, at) => `${name}, ${at}`,
  savedByProduct: (at) => `the product, ${at}`,
  zh: 'Chinese',
  en: 'English',
  hint: 'A paragraph a line, plain text.',
  save: 'Save as a new version',
  saved: 'Saved as a new version',
  restore: {
    label: 'Back to ours',
    title: 'Back to the product’s own words?',
    text: 'That makes a new version; those before it stay.',
    done: 'The product’s own words hold again',
  },
  versions: 'Versions',
  readOnly: 'You can read them; an administrator of the school changes them.',
}
