import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  faultNeeded: 'Choose on whose side the breach is',
  faultChoice: 'On whose side is the breach?',
  act: {
    agree: {
      label: 'Agree',
      title: 'Before you dissolve',
      confirm: 'Agree to dissolve',
      done: 'Agreed; now with the school for certification',
    },
    refuse: {
      label: 'Refuse',
      title: 'Refuse to dissolve?',
      text: 'The agreement stays in force. Both sides and the school read your reason.',
      done: 'Refused; the agreement stays in force',
    },
    withdraw: {
      label: 'Withdraw',
      title: 'Withdraw this request?',
      text: 'The agreement stays in force, and you may ask again later.',
      done: 'Request withdrawn',
    },
    correct: {
      label: 'Correct the evidence',
      title: 'Correct the evidence',
      text: 'It then goes through all reviews again. A reason typed here replaces the one you gave.',
      done: 'Corrected; back in review',
    },
    pass: {
      label: 'Pass',
      title: 'Pass this dissolution?',
      text: 'After the last level the agreement is dissolved and the student may sign anew.',
      done: 'Passed',
    },
    reject: {
      label: 'Reject',
      title: 'Reject this dissolution?',
      text: 'The agreement stays in force, and either side may ask again.',
      done: 'Rejected; the agreement stays in force',
    },
    'accept-evidence': {
      label: 'Accept evidence',
      title: 'Accept evidence instead of the missing answer?',
      text: 'Where the side that was asked did not answer in time, the school may go on by evidence. Say why; both sides will read it.',
      done: 'Evidence accepted; now in review',
    },
  },
}
