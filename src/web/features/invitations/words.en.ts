import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Invitation',
  number: (number) => `Invitation no. ${number}`,
  dear: (name) => `Dear ${name},`,
  body: (position, deadline) =>
    `We would like to employ you as ${position}. Please answer by ${deadline}; no answer counts as giving up.`,
  left: (text, deadline) => `${text} left (${deadline})`,
  over: 'The deadline has passed',
  changed: 'What this revision changed',
  version: (n) => `Version ${n}`,
  cannot: 'You cannot accept now, because',
  toAgreement: 'Agreement and review',
  notes: 'Before you sign',
  note: [
    'The agreement ends on written notice when the employer is closed down, loses its licence or is declared bankrupt; when the graduate does not obtain the qualification by the reporting date; when the graduate is held criminally liable; or on other grounds of law.',
    'It is the ground on which both enter employment within the agreed time. It is not a labour contract: that must be signed after reporting for work, and this agreement then ends.',
    'Both sides agree to the electronic form and to acts of their accounts as signatures. Time, version and a fingerprint of the content are recorded, so that any change can be found.',
    'Anything else is for both sides to agree under the law. Signing and certification are free of charge.',
  ],
  act: {
    accept: {
      label: 'Accept',
      title: 'Sign with this employer?',
      text: (employer) =>
        `With “Sign now” you and ${employer} form an electronic employment agreement, which waits for the school’s certification. Other invitations can then only be read.`,
      confirm: 'Sign now',
      done: 'Signed. The agreement now waits for the school',
    },
    decline: {
      label: 'Decline',
      title: 'Decline this invitation?',
      text: 'This cannot be undone; the employer may invite you again.',
      done: 'Invitation declined',
    },
    revise: {
      label: 'Revise',
      title: 'Revise the invitation',
      done: 'Revision sent; the student sees what changed',
    },
    'invite-again': { label: 'Invite again', title: 'Invite again', done: 'Invitation sent' },
    withdraw: {
      label: 'Withdraw',
      title: 'Withdraw this invitation?',
      done: 'Withdrawn; the student sees the reason',
    },
  },
}
