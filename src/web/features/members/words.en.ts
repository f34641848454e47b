import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Members',
  lead: 'Owners invite and remove members, change the employer’s data and apply to schools; recruiters send invitations and see to agreements and dissolutions.',
  role: { owner: 'Owner', recruiter: 'Recruiter' },
  me: ' (you)',
  login: 'Log-in name',
  invite: 'Invite a member',
  inviteText:
    'This makes a link to join: give it to the one person who is to join. It is shown this once, lasts seven days and works once.',
  inviteRole: 'Joins as',
  inviteDone: 'The link is made',
  link: 'Link to join (shown this once: copy it now)',
  linkUntil: (until) => `Until ${until}`,
  copy: 'Copy the link',
  copied: 'Copied',
  links: 'Unused links to join',
  madeBy: (name, until) => `Made by ${name}, until ${until}`,
  revoke: {
    label: 'Take back',
    title: 'Take the link back',
    text: 'It can then no longer be used.',
    done: 'Taken back',
  },
  remove: {
    label: 'Remove',
    title: 'Remove the member',
    text: 'They are signed out at once and cannot sign in again; what they sent stays with the employer, and others go on with it.',
    done: 'The member was removed',
  },
  makeOwner: { label: 'Make owner', title: 'Make this member an owner', done: 'Is an owner now' },
  makeRecruiter: {
    label: 'Make recruiter',
    title: 'Make this member a recruiter',
    done: 'Is a recruiter now',
  },
  former: 'Former members',
  leftAt: (when) => `left ${when}`,
  join: {
    title: 'Join an employer',
    lead: (employer, role) =>
      `You are invited to join ${employer} as ${role}. Choose an account of your own.`,
    until: (until) => `The link works once, until ${until}.`,
    submit: 'Join',
    done: 'You have joined',
    none: 'The link is not whole. Open it from the message you got, or ask the owner for another.',
  },
}
