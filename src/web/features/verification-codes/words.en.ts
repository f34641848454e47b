import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Verification codes',
  lead: 'Give a code or its link to whoever needs to be sure of the agreement (a bank, an authority, a landlord). On the public page they see its number, the names of both sides and the school, the position, and from when to when it is in force; no pay, contacts or document numbers. Once a code is over or withdrawn they see nothing.',
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
  notYet: 'A code can be made once the school has passed the agreement.',
  printed: 'The code on the document',
  printedHint:
    'Whoever holds the document verifies it by this one; it lasts as long as the document and cannot be withdrawn.',
  made: (who, when) => `made by ${who} on ${when}`,
  until: (day) => `until ${day}`,
  state: { open: 'Open', over: 'Over', closed: 'Withdrawn' },
  copy: 'Copy link',
  copied: 'The link is copied',
  copyFailed: 'It could not be copied: please select the link yourself',
  looks: (count) => (count === 0 ? 'Nobody has looked yet' : `Looked at ${count} times`),
  look: (when, way, origin, count) =>
    `${when} · ${way} · network ${origin}${count > 1 ? ` · ${count} times that day` : ''}`,
  way: { address: 'by the QR code or link', typed: 'by typing', file: 'by the PDF' },
}
