import type { zh } from './law-words.zh.ts'

export const en: typeof zh = {
  title: 'Before you dissolve',
  lines: (kind) => [
    'An employment agreement is not a labour contract. Once you have reported for work and are employed, the Labour Contract Law applies instead of this procedure.',
    `The dissolution is complete only when ${kind === 'online' ? 'the other side has agreed and ' : ''}the school has certified it. Until then the agreement is in force, both sides must keep it, and the student cannot sign with anybody else.`,
    'Liability for a breach is as agreed, and both sides settle the penalty themselves. A court or an arbitration body may reduce a penalty that far exceeds the loss.',
    'It is no breach where the agreement itself provides for its end, or where the law does.',
    kind === 'online'
      ? 'State the true reason, and keep notices, messages and receipts. Requests, answers and reviews are recorded; both sides and the school can read them.'
      : 'State the true reason, and keep notices, messages and receipts. Requests and reviews are recorded; the school can read them.',
    kind === 'online'
      ? 'If the other side does not answer in time, the school mediates. What cannot be settled may be taken to arbitration or to court under the law.'
      : 'What cannot be settled may be taken to arbitration or to court under the law.',
    'There is no fee. Nobody may keep diplomas, degree certificates or personnel files because of a dissolution.',
  ],
  penalty: (money) => `The penalty agreed in this agreement is ${money}.`,
  penaltyOf: (name, money) => `${name}: the penalty agreed is ${money}.`,
  tick: 'I have read this and agree',
  tickNeeded: 'Read the notice and tick that you agree',
}
