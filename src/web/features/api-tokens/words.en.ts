import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'API tokens',
  lead: {
    school:
      'Systems of the school’s own (its student register, its data platform) read by an API token, and bring lists that wait to be confirmed. A token reads and prepares only: certifying, reviewing and importing are done by people who sign in.',
    employer:
      'The employer’s own recruiting system reads by an API token, drafts job posts, and brings lists of invitations to send. A token reads and prepares only: invitations, seals and dissolutions are signed by people who sign in.',
  },
  care: 'A token is a key: keep it on a server, never in a web page, a mobile app or a code repository. When whoever made it is no longer an administrator (or owner), it stops at once.',
  docs: 'How to use one: ',
  make: {
    label: 'New token',
    title: 'New API token',
    text: 'One token for each system, so that each is known and can be revoked by itself. It is shown once: store it as soon as it is made.',
    confirm: 'Make it',
    done: 'The token is made; store it now',
  },
  name: 'Name',
  nameHint: 'Such as “ATS”. In records it stands as “接口 ATS”.',
  scopes: 'What it may do',
  scope: {
    'cases.read': 'Read invitations, agreements and dissolutions (a school: destinations too)',
    'students.read': 'Read the list of students and their files (document numbers stay hidden)',
    'figures.read': 'Read employment statistics',
    'roster.prepare': 'Bring a roster (an administrator checks and imports it)',
    'recruiting.read': 'Read job posts, applicants and interviews',
    'posts.prepare': 'Draft job posts (a person submits them)',
    'invitations.prepare': 'Bring a list of invitations (a person signs and sends them)',
  },
  endsOn: 'Valid until',
  endsOnHint: 'A year at most; make another before it ends.',
  revoke: {
    label: 'Revoke',
    title: 'Revoke the API token',
    text: 'It stops at once and for good; the system that uses it gets in no more.',
    done: 'The token was revoked',
  },
  given: (name) => `The token “${name}”, shown only now`,
  givenHint:
    'Only its digest is kept: it cannot be seen again once this page is left. If it is lost, revoke it and make another.',
  token: 'Token',
  copy: 'Copy',
  copied: 'Token copied',
  none: 'There are no API tokens yet.',
  columns: {
    name: 'Name',
    scopes: 'What it may do',
    endsOn: 'Valid until',
    lastUsed: 'Last used',
    state: 'State',
  },
  madeBy: (who, when) => `Made by ${who} on ${when}`,
  never: 'Never',
  state: { open: 'Valid', over: 'Over', stopped: 'Stopped' },
  acts: 'Acts',
}
