import type { zh } from './words.zh.ts'

const lead = (what: string, seen: string) =>
  `Give a code or its link to whoever needs to be sure of ${what} (a bank, an authority, an employer). On the public page they see ${seen}. Once a code is over or withdrawn they see nothing.`

export const en: typeof zh = {
  title: 'Verification codes',
  document: {
    agreement: 'Agreement',
    dissolving: 'Certificate that it is being dissolved',
    dissolved: 'Certificate that it is dissolved',
    registration: 'Registration sheet',
    recommendation: 'Recommendation',
  },
  lead: {
    agreement: lead(
      'the agreement',
      'its number, the names of both sides and the school, the position, and from when to when it is in force; no pay, contacts or document numbers',
    ),
    dissolution: lead(
      'the dissolution',
      'the number of the agreement, the names of both sides and the school, and how far the dissolution is and since when; not why',
    ),
    destination: lead(
      'the destination',
      'student number, name, school, the category and when it was registered; nothing else that was entered',
    ),
    recommendation: lead(
      'the recommendation',
      'its number, name, school, college and major, and when it was issued; nothing of what it says',
    ),
  },
  make: {
    label: 'Make a code',
    title: 'Make a verification code',
    text: 'Say for whom and for what, so that you can tell them apart later.',
    done: 'The code is made',
  },
  purpose: 'Purpose',
  purposeHint: 'For example: a loan at … bank',
  endsOn: 'Until',
  extend: { label: 'Extend', title: 'Extend the code', done: 'The code is extended' },
  close: {
    label: 'Withdraw',
    title: 'Withdraw the code',
    text: 'It opens nothing from then on, and cannot be brought back; you can make another.',
    done: 'The code is withdrawn',
  },
  none: 'No codes yet.',
  notYet: 'A code can be made once the school has passed it.',
  printed: 'The code on the document',
  printedHint:
    'Whoever holds the document verifies it by this one; it lasts as long as the document and cannot be withdrawn.',
  made: (who, when) => `made by ${who} on ${when}`,
  until: (day) => `until ${day}`,
  state: { open: 'Open', over: 'Over', closed: 'Withdrawn' },
  copy: 'Copy link',
  copied: 'The link is copied',
  copyFailed: 'It could not be copied: please select the link yourself',
  looks: (count) =>
    count === 0 ? 'Nobody has looked yet' : `Looked at ${count === 1 ? 'once' : `${count} times`}`,
  look: (when, way, origin, count) =>
    `${when} · ${way} · network ${origin}${count > 1 ? ` · ${count} times that day` : ''}`,
  way: { address: 'by the QR code or link', typed: 'by typing', file: 'by the PDF' },
}
