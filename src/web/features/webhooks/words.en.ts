import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Webhooks',
  lead: {
    school:
      'When an agreement is signed, comes into force or is dissolved, servers of the school’s own are told at once: of the school’s code, the case’s id, the instant and the agreement’s number, and of no personal data. Ask for more by an API token.',
    employer:
      'When an agreement is signed, comes into force or is dissolved, or an application comes, servers of the employer’s own are told at once: of the school’s code, the case’s id, the instant and the agreement’s number, and of no personal data. Ask for more by an API token.',
  },
  signed:
    'Each is signed as Standard Webhooks says; verify the signature first. What fails is tried again for about three days; after five days without one success an address is switched off.',
  add: {
    label: 'New address',
    title: 'New address',
    text: 'It begins with https:// and can be reached from the public network. The signing key is shown once.',
    confirm: 'Add it',
    done: 'The address is added; store its key now',
  },
  address: 'Address',
  addressHint: 'Such as https://hr.example.com/qianyue',
  kinds: 'Told of',
  kind: {
    'agreement.formed': 'An agreement was signed',
    'agreement.effective': 'An agreement is in force',
    'agreement.dissolved': 'An agreement was dissolved',
    'application.received': 'An application came',
  },
  given: (address) => `The signing key of ${address}, shown only now`,
  givenHint: 'By it the other server knows that we sent it. If it is lost, make another.',
  key: 'Signing key',
  copy: 'Copy',
  copied: 'Key copied',
  renewKey: {
    label: 'New key',
    title: 'New signing key',
    text: 'It is shown once. For 24 hours from now both keys sign, so that the other server can change.',
    done: 'The key was changed; store it now',
  },
  formerKey: (when) => `The key before signs too until ${when}`,
  disable: {
    label: 'Switch off',
    title: 'Switch off',
    text: 'What happens while it is off is not sent, nor made up for.',
    done: 'It is off',
  },
  enable: { label: 'Switch on', title: 'Switch on', done: 'It is on' },
  remove: {
    label: 'Remove',
    title: 'Remove the address',
    text: 'Address, key and log are removed for good.',
    done: 'The address was removed',
  },
  on: 'On',
  failing: (when) => `Failing since ${when}`,
  off: {
    'by-hand': (when) => `Switched off on ${when}`,
    failing: (when) => `Failed for days, switched off on ${when}`,
    gone: (when) => `The other server said it is gone, switched off on ${when}`,
  },
  madeBy: (who, when) => `Added by ${who} on ${when}`,
  none: 'There are no addresses yet.',
  log: 'What was sent',
  logHint: 'Kept for 30 days.',
  logNone: 'Nothing was sent yet.',
  columns: {
    kind: 'What',
    number: 'Agreement',
    at: 'When',
    state: 'State',
    answer: 'Answered',
    acts: 'Acts',
  },
  state: { waiting: 'On its way', delivered: 'Delivered', failed: 'Not delivered' },
  tries: (count) => (count === 1 ? '1 try' : `${count} tries`),
  unanswered: 'No answer',
  replay: {
    label: 'Send again',
    title: 'Send it again',
    text: 'Once more, under the same id.',
    done: 'It is sent again',
  },
}
