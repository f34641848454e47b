import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Members',
  lead: 'Owners add and remove members, change the employer’s data and apply to schools; recruiters send invitations and see to agreements and dissolutions.',
  role: { owner: 'Owner', recruiter: 'Recruiter' },
  me: ' (you)',
  login: 'Log-in name',
  loginHint:
    'Three or more small letters, digits or . _ - @. Nobody else on the platform may have it; an e-mail address will do.',
  name: 'Name',
  roleLabel: 'Role',
  add: {
    label: 'Add a member',
    title: 'Add a member',
    text: 'Then give them a one-time link, by which they set their own password; there is no default password.',
    done: 'The member is added; give them a link now',
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
}
