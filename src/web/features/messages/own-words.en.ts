import type { zh } from './own-words.zh.ts'

export const en: typeof zh = {
  title: 'SMS and WeChat',
  lead: 'Everything is in your notifications here, and deadlines go by that. You may let the school tell you by SMS or WeChat as well, and stop it at any time.',
  off: 'The school does not use this at present',
  isOn: (since) => `On (${since})`,
  isOff: 'Off',
  otherNumber: 'Your number has changed: nothing is sent until the new one is confirmed',
  sms: {
    to: (mobile) => `Goes to ${mobile}. A code is sent there first, to confirm that the telephone is yours.`,
    abroad:
      'This is a number abroad: the school’s provider may not send to it. SMS are on once you have got the code; without it, go by the notifications here and by e-mail.',
    noNumber: 'You have no mobile number yet: enter one above first.',
    send: 'Send a code',
    again: 'Send another',
    sentTo: (mobile, state) => `The code to ${mobile}: ${state}`,
    digits: 'Code from the SMS',
    confirm: 'Confirm and turn on',
  },
  wechat: {
    how: 'The school finds the WeChat that you have bound by your student number; ask the school how to bind it.',
    allow: 'Turn on WeChat',
  },
  stop: { sms: 'Stop SMS', wechat: 'Stop WeChat' },
  allowed: 'On',
  stopped: 'Stopped',
}
