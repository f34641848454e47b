import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  employer: {
    title: 'Employer’s seal',
    lead: 'The picture of a seal that agreements show where this employer has signed.',
    asks: 'Only an owner of the employer may change it.',
  },
  school: {
    title: 'School’s seal',
    lead: 'The picture of a seal that agreements, certificates of dissolution and registration sheets show where the school has certified them.',
    asks: 'Only an administrator of the school may change it.',
  },
  worth:
    'It is a picture and proves nothing by itself: what proves a document is the electronic seal over all of it, and the record of what was done. Another picture concerns what is signed or certified from then on; documents that exist keep theirs.',
  current: 'In use',
  empty: 'None is set: documents show no seal, and say nothing of it.',
  alt: (name) => `Picture of the seal of ${name}`,
  version: 'Version',
  how: 'Made by',
  by: 'Set by',
  at: 'Set at',
  hash: 'Fingerprint',
  made: { uploaded: 'Uploaded', drawn: 'Drawn by the system', none: 'No picture' },
  otherName: (name) =>
    `The picture bears the name “${name}”, which is not the name now: consider another one.`,
  change: 'Change the picture',
  own: 'Upload a picture',
  ownHint: (least, megabytes) =>
    `A PNG with a transparent ground, the seal itself at least ${least}×${least} pixels, ${megabytes} MB at most. Only its pixels are kept.`,
  choose: 'Choose a picture',
  chosen: (name) => `Chosen: ${name}`,
  upload: {
    label: 'Use this picture',
    title: 'Use this picture as the seal',
    text: 'What is signed or certified from now on will show it. Be sure that you may use this seal.',
    done: 'The picture was changed',
  },
  generated: 'Drawn by the system',
  generatedHint:
    'A round one with the name along its edge and “电子 ELECTRONIC” in its middle, so that nobody takes it for a registered seal.',
  draw: {
    label: 'Use the drawn one',
    title: 'Use the drawn one as the seal',
    text: 'What is signed or certified from now on will show it.',
    done: 'The drawn one is in use',
  },
  drop: {
    label: 'Use none any more',
    title: 'Use no picture any more',
    text: 'What is signed or certified from now on will show no seal; documents that exist stay as they are.',
    done: 'No picture is used any more',
  },
  history: 'History',
  noHistory: 'None has been set yet.',
}
