import type { zh } from './passkey-words.zh.ts'

export const en: typeof zh = {
  title: 'Passkeys',
  lead: 'Sign in by the fingerprint, face or lock of a device, or by a security key: nothing to type, and nothing that a false site could take from you.',
  forStaff: 'Once there is one, signing in by password asks for it, or for a code for a lost device, too.',
  forOthers: 'Your password goes on working.',
  unsupported:
    'This browser knows no passkeys; the one within WeChat usually does not. Open the site in the browser of your phone or computer to add one.',
  notHere:
    'Passkeys do not work at this address: open the site by the address that the platform or your school has published.',
  hostHint: (host) => `A passkey that is added here works at ${host} alone, at no other address of the site.`,
  elsewhere: (host) => `Works at ${host} alone`,
  synced: 'on several devices',
  made: (at, device) => `Added ${at} · ${device}`,
  used: (at) => `last used ${at}`,
  unused: 'not used yet',
  name: 'Name',
  nameHint: 'To know it again, such as “the office computer”',
  password: 'Current password',
  add: 'Add a passkey',
  go: 'Go on, and confirm on the device',
  added: 'The passkey is added',
  cancel: 'Cancel',
  rename: { label: 'Rename', title: 'Rename the passkey', confirm: 'Save', done: 'Renamed' },
  remove: (name) => ({
    label: 'Remove',
    title: `Remove the passkey “${name}”?`,
    text: 'It signs in no more, and all other devices are signed out. What the device itself keeps is yours to remove there.',
    done: 'The passkey is removed',
  }),
}
