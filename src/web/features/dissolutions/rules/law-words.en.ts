import type { zh } from './law-words.zh.ts'

export const en: typeof zh = {
  title: 'Before you dissolve',
  penalty: (money) => `The penalty agreed in this agreement is ${money}.`,
  penaltyOf: (name, money) => `${name}: the penalty agreed is ${money}.`,
  tick: 'I have read this and agree',
  tickNeeded: 'Read the notice and tick that you agree',
}
