import type { zh } from './verify.zh.ts'

export const en: typeof zh = {
  printed: {
    label: 'Verification code',
    sentence: (page) =>
      `Scan the QR code, or enter number and code at ${page}, to see whether this agreement is in force now.`,
  },
  title: 'Verify an employment agreement',
  description: 'Whether an employment agreement of this site is genuine, and in force now.',
  intro: 'For employment agreements of this site: whether a document is the original, and in force now.',
  notMinistry:
    'This page knows only agreements that were signed on this site and certified by a school. It is not a page of the Ministry of Education and verifies no degrees or enrolment: for those see CHSI (chsi.com.cn); for the national service of graduate employment see ncss.cn.',
  byCode: 'By number and code',
  number: 'Agreement number',
  numberHint: 'Below the title and at the foot of each page',
  code: 'Verification code',
  codeHint:
    '16 letters and digits at the foot of each page, or given to you by a party; capitals and hyphens do not matter',
  look: 'Verify',
  byFile: 'By the PDF file',
  file: 'Choose the PDF of the agreement',
  fileHint: (most) =>
    `Up to ${most} MB. Its fingerprint (SHA-256) is worked out and the file is never stored; where your browser can do that, it does not leave your device.`,
  drop: 'or drop it here',
  check: 'Check the file',
  scanHint: 'The QR code at the foot of the document leads to the answer directly.',
  mistyped:
    'There is a slip in the code: compare it with the paper. It has 16 letters and digits, never I, O, 0 or 1',
  numberMissing: 'Enter the number of the agreement',
  notFound: 'No such code is open',
  notFoundHint:
    'The code may be mistyped, over or withdrawn, or not fit the number. Ask whoever gave it to you, or for another one.',
  again: 'Verify another',
  standing: {
    'in-force': 'Valid and in force',
    'awaiting-seal': 'Valid, awaiting the employer’s seal',
    dissolving: 'Valid, being dissolved',
    fulfilled: 'Valid, fulfilled',
    dissolved: 'Dissolved',
    'not-certified': 'Not certified by the school',
    'never-in-force': 'Ended without coming into force',
  },
  said: {
    'in-force': (since) => `In force since ${since}.`,
    'awaiting-seal': () => 'The school has passed it; it is in force once the employer has sealed it.',
    dissolving: (since) =>
      `In force since ${since}, and still in force; its dissolution is under way and not complete.`,
    fulfilled: (since, until) =>
      `In force since ${since}; the graduate has reported for work, recorded as fulfilled on ${until}.`,
    dissolved: (since, until) => `Dissolved on ${until}; it was in force from ${since} to ${until}.`,
    'not-certified': () => 'The school has not certified it: it proves nothing.',
    'never-in-force': (_since, until) => `It never came into force, and ended on ${until}.`,
  },
  finding: {
    genuine: 'The original that this site has sealed, unchanged to the byte',
    superseded: 'An original of this site, of which there is a newer version',
    altered: 'Not what this site has sealed',
    'not-ours': 'Not a document of this site',
  },
  findingHint: {
    genuine: 'Its fingerprint is the one recorded when it was sealed.',
    superseded: (since) => `The newer version has replaced it since ${since}: ask for that one.`,
    altered:
      'The file names a code of this site but is not what was sealed: it may have been changed, or be a copy without a seal. Go by what is registered below, and ask for the original.',
    'not-ours':
      'This site has sealed no file like it. Choose the PDF as it was downloaded, not a scan, a print or a file saved anew; the QR code and the code on the paper can be verified by themselves.',
  },
  registered: 'What is registered here',
  facts: {
    number: 'Agreement number',
    student: 'Graduate',
    employer: 'Employer',
    school: 'Certified by',
    position: 'Position',
    effectiveAt: 'In force since',
    endedAt: 'Ended',
    fingerprint: 'Fingerprint of the terms (SHA-256)',
    checkedAt: 'Checked at',
  },
  compare:
    'Compare each with the document in your hands: where a name or the fingerprint differs it is another agreement. Times are Beijing time.',
  tooLarge: (most) =>
    `The file has more than ${most} MB: a document of ours has about 100 KB. Is it the right file?`,
  home: 'Home',
}
