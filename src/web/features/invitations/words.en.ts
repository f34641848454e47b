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
  sealed: 'Seal: the employer seals the agreement after the school’s review, and only then it is in force.',
  notes: 'Before you sign',
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
