import type { zh } from './passkey-door-words.zh.ts'

export const en: typeof zh = {
  enter: 'Sign in with a passkey',
  undone: {
    cancelled: 'Not done: it was cancelled, or took too long. Try again, or use another way',
    known: 'This device has a passkey of yours already',
    impossible: 'This device or browser could not use a passkey; use another way',
  },
}
