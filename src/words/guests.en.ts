import type { zh } from './guests.zh.ts'

export const en: typeof zh = {
  guests: 'Students of other schools',
  welcome: (signedUp, places) => `Are welcome: ${signedUp} of ${places} places are taken`,
  waits: (signedUp, places) =>
    `${places} places, ${signedUp} have signed up: whoever comes now waits for one`,
  signUp: 'Students of other schools sign up here',
}
