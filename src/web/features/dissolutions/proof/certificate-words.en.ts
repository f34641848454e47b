import type { zh } from './certificate-words.zh.ts'

export const en: typeof zh = {
  scan: 'Scan to check',
  copy: 'Copy the address',
  copied: 'Copied',
  copyFailed: 'This could not be copied: select the address and copy it by hand',
  open: 'Open the page',
  over: 'This request is over, and the agreement did not end by it: there is no certificate that it is under way.',
  proof: 'See the public page of how it ended',
}
