import type { zh } from './several-words.zh.ts'

export const en: typeof zh = {
  title: (n) => `Ask ${n} ${n === 1 ? 'student' : 'students'} to dissolve`,
  toReasons: 'Ask to dissolve',
  reasonsHint: 'Each student gets a request of their own; the student and the school read what you write.',
  fillAll: 'Use this for all',
  ground: (ground, fault) => `${ground} (${fault})`,
  notSent: 'This student is no longer sent with “Confirm”. The reason you typed:',
  send: 'Confirm',
  sent: (n) => `Asked ${n} ${n === 1 ? 'student' : 'students'}; waiting for the answers`,
  someFailed: (ok, bad) => `${ok} sent, ${bad} not. Those not sent are still below, each with the reason.`,
  sentTo: (names) => `Sent: ${names.join(', ')}`,
  back: 'Back to the list',
  cannotAsk: (name) => `${name}: cannot be asked to dissolve now, and is not part of this request`,
  gone: (n) =>
    `${n} more ${n === 1 ? 'is' : 'are'} not among those who can be asked: the student may have asked first, or the agreement has been dissolved. Go back to the list to see.`,
}
