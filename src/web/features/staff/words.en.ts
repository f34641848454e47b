import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Staff accounts',
  q: 'Name or log-in',
  empty: 'No staff accounts yet.',
  name: 'Name',
  login: 'Log-in',
  role: 'Role',
  state: 'State',
  roles: {
    college_reviewer: 'Reviews for a college',
    school_reviewer: 'Reviews for the school',
    administrator: 'Administrator',
  },
  noColleges: 'No colleges yet: add them under “Colleges” first',
  account: 'The account',
  history: 'What was done to it',
  states: {
    begun: 'Can sign in',
    disabled: 'Disabled',
    linked: (until: string) => `To set a password; the link opens until ${until}`,
    unlinked: 'Needs a link to begin',
  },
  add: {
    label: 'Add an account',
    title: 'Add a staff account',
    text: 'Then give the person a one-time link to set a password: there are no default passwords.',
    done: 'Account added',
  },
  change: {
    label: 'Change',
    title: 'Change name, role or college',
    done: 'Changed',
  },
  disable: {
    label: 'Disable',
    title: 'Disable this account?',
    text: 'It is signed out at once and cannot sign in; what it has done stays on record.',
    done: 'Account disabled',
  },
  enable: {
    label: 'Enable',
    title: 'Enable this account again?',
    text: 'It can then sign in with the password it had.',
    done: 'Account enabled',
  },
  secondFactor: 'Second factor',
  isOn: 'On',
  isOff: 'Off',
  resetSecondFactor: {
    label: 'Reset second factor',
    title: 'Take this account’s second factor away?',
    text: 'For somebody who has lost the phone and the codes; make sure that it is them. They are signed out at once, and the password alone signs them in; where the school asks for a second factor they set it up anew.',
    done: 'Second factor taken away',
  },
  link: {
    begin: {
      label: 'Give a link',
      title: 'Give a one-time link?',
      text: 'It opens the account once within 7 days. Hand it to the person in a way you trust; links given before stop working.',
      confirm: 'Make the link',
      done: 'Link made',
    },
    reset: {
      label: 'Reset password',
      title: 'Give a link to set the password anew?',
      text: 'Once the person has used it the old password stops working and other devices are signed out. It works once within 7 days.',
      confirm: 'Make the link',
      done: 'Link made',
    },
    label: 'One-time link',
    given: (name: string, login: string) => `The link for ${name} (log-in ${login}): copy it now`,
    hint: (until: string) =>
      `It is shown here once and kept nowhere; it opens the account once, until ${until}.`,
    copy: 'Copy',
    copied: 'Link copied',
  },
}
