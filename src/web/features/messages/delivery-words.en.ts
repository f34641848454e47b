import type { zh } from './delivery-words.zh.ts'

export const en: typeof zh = {
  channels: { sms: 'SMS', wechat: 'WeChat' },
  states: {
    waiting: 'waiting',
    'handed-over': 'handed over',
    delivered: 'delivered',
    failed: 'not delivered',
  },
  state: (channel, state) => `${channel} ${state}`,
  because: (state, fault) => `${state} (${fault})`,
  faults: {
    'no-recipient': 'nobody was found to send it to',
    'number-not-served': 'the provider does not send to this number or its country',
    'recipient-unreachable': 'the telephone is off or cannot receive',
    'recipient-refuses': 'refused by its reader',
    'template-refused': 'the provider did not take the template',
    'quota-used-up': 'the school has used up what it may send',
    refused: 'the gateway refused it',
    unreachable: 'the gateway did not answer',
    'not-taken': 'the gateway did not take it',
    'address-refused': 'the gateway’s address may not be asked',
    'too-late': 'its deadline passed before it could go',
    'channel-off': 'the school has closed this way',
  },
}
