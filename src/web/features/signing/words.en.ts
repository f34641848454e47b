import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Sign',
  sign: 'Sign',
  setAndSign: 'Set it and sign',
  byPasskey: 'Sign with a passkey',
  several: (count) => `Signed at once, ${count} things:`,
  consent: {
    title: 'Electronic form',
    agree: 'I have read this and agree to the electronic form',
    needed: 'Read the text and agree to the electronic form first',
  },
  drawing: {
    title: 'Drawn signature',
    ways: {
      last: 'Use the last one',
      drawn: 'Draw a signature',
      typed: 'My name in place of a drawing',
      none: 'Without a drawing',
    },
    lastPicture: 'The signature used last',
    pad: 'Draw your signature here',
    clear: 'Clear and draw again',
    needed: 'Draw your signature in the box, or choose your name in its place',
  },
  pin: 'Signing PIN',
  pinHint: 'Six digits that only you know',
  pinNeeded: 'Type the six digits of your signing PIN',
  newPin: 'New signing PIN',
  newPinHint: 'Six digits; no runs or repetitions, no day of birth, student number or telephone',
  first: 'You sign for the first time: set a signing PIN by your password, and type it whenever you sign.',
  locked: 'The signing PIN is locked: set it again by your password.',
  password: 'Password',
  forgotten: 'PIN forgotten',
  section: {
    title: 'Signing PIN',
    about:
      'Whatever binds you (signing, changes, dissolving) is confirmed by your signing PIN, or by a passkey.',
    none: 'Not set yet',
    set: 'Set',
    locked: 'Wrong five times and locked; setting it again unlocks it',
    act: { label: 'Set the signing PIN', title: 'Set the signing PIN', done: 'The signing PIN is set' },
    drawing: 'The signature used last',
  },
}
