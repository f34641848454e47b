import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Evidence',
  limits: (megabytes, files) =>
    `PDF, JPEG, PNG, HEIC or WebP; up to ${megabytes} MB each, ${files} files at most.`,
  takesPlace: ' A file chosen anew takes the place of the one before.',
  choose: 'Choose files',
  photograph: 'Take a photo',
  drop: 'or drop files here',
  sending: 'Uploading',
  underWay: (files, percent) => `Uploading ${files === 1 ? '1 file' : `${files} files`}, ${percent}% done`,
  checking: 'Sent; checking that it can be opened',
  arrived: (files) => (files === 1 ? '1 file uploaded' : `${files} files uploaded`),
  remove: 'Remove',
  download: 'Download',
  original: 'Download the original',
  openOriginal: {
    label: 'Open the original',
    title: 'Open the original picture',
    text: 'An original may tell where and by which device it was taken: open it only where that is needed, say to settle a dispute. Who opened it and why is kept in the journal.',
    confirm: 'Open and download',
    done: 'Kept in the journal; the original is being downloaded',
  },
  form: {
    page: (number, copy, page) => `Recognised: ${number}, ${copy}, page ${page}`,
    copy: { employer: 'copy 1', student: 'copy 2', school: 'copy 3' },
    not: {
      'of-another': 'not a number that this student was given; is it the right file?',
      spoiled: 'this number is spoiled and cannot be used',
      lost: 'this number was declared lost and is void',
      unknown: 'the school has never given this number',
    },
  },
  offline: 'The connection broke off and the file was not uploaded: try again',
  leftOut: (most, names) => `${most} files at most; not added: ${names.join(', ')}`,
  needed: 'Upload the evidence',
  unfinished: 'A file is not uploaded yet: wait, try again or remove it, and then send',
}
