import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'The school’s rules',
  of: (school) => `Rules of ${school}`,
  answerDays: (days) =>
    `Once one side has asked, the other answers within ${days} days (until 24:00 of the last); then the school mediates.`,
  coolDown: (days) =>
    `After a refusal or a withdrawal the side that asked may ask again after ${days} days, grounds of law excepted.`,
  window: (from, to) => `Dissolutions are handled from ${from} to ${to}, grounds of law excepted.`,
  limit: (most) =>
    most === 0
      ? 'The school does not handle dissolutions by a student’s own breach: sign with care.'
      : `A student may dissolve by their own breach ${most} ${most === 1 ? 'time' : 'times'} at most: sign with care.`,
  breaches: (n) => `Dissolved by your own breach so far: ${n}.`,
  lead: 'Rules on dissolving: ',
  joint: ' ',
}
