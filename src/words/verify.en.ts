import type { zh } from './verify.zh.ts'

export const en: typeof zh = {
  printed: {
    label: 'Verification code',
    sentence: (page) =>
      `Scan the QR code, or enter number and code at ${page}, to see whether this document holds now.`,
  },
  title: 'Verify a document',
  description:
    'Whether an agreement, a certificate, a registration or a recommendation of this site is genuine, and holds now.',
  intro:
    'For documents of this site (employment agreements, certificates of dissolution, registrations of destinations, recommendations): whether one is the original, and holds now.',
  notMinistry:
    'This page knows only what was signed on this site or issued by a school on it. It is not a page of the Ministry of Education and verifies no degrees or enrolment: for those see CHSI (chsi.com.cn); for the national service of graduate employment see ncss.cn.',
  byCode: 'By number and code',
  number: 'Number',
  numberHint: 'Below the title and at the foot of each page; of a registration the student number',
  code: 'Verification code',
  codeHint:
    '16 letters and digits at the foot of each page, or given to you by a party; capitals and hyphens do not matter',
  look: 'Verify',
  byFile: 'By the PDF file',
  file: 'Choose the PDF',
  fileHint: (most) =>
    `Up to ${most} MB. Its fingerprint (SHA-256) is worked out and the file is never stored; where your browser can do that, it does not leave your device.`,
  drop: 'or drop it here',
  check: 'Check the file',
  scanHint: 'The QR code at the foot of the document leads to the answer directly.',
  mistyped:
    'There is a slip in the code: compare it with the paper. It has 16 letters and digits, never I, O, 0 or 1',
  numberMissing: 'Enter the number',
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
    'dissolution-open': 'Being dissolved',
    'dissolution-complete': 'Agreement dissolved',
    'dissolution-failed': 'Dissolution came to nothing',
    registered: 'Valid, passed by the school',
    'registration-void': 'Void',
    recommended: 'Valid, recommended by the school',
    'recommendation-replaced': 'Replaced by a newer edition',
    'recommendation-revoked': 'Revoked',
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
    'dissolution-open': (since) =>
      `Asked for on ${since} and under way; until it is complete the agreement is in force.`,
    'dissolution-complete': (since, until) =>
      `Asked for on ${since} and completed on ${until}: the agreement is dissolved.`,
    'dissolution-failed': (since, until) =>
      `Asked for on ${since} and ended on ${until}; it did not dissolve the agreement.`,
    registered: (since) => `Passed by the school on ${since}, and valid now.`,
    'registration-void': (since, until) =>
      `Passed on ${since} and voided on ${until}: it proves no employment.`,
    recommended: (since) => `Issued by the school on ${since}, and valid now.`,
    'recommendation-replaced': (since, until) =>
      `Issued on ${since}; the school issued a newer edition on ${until}: ask for that one.`,
    'recommendation-revoked': (since, until) =>
      `Issued on ${since} and revoked by the school on ${until}: it holds no longer.`,
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
  removed: {
    title: 'A document of this site, whose content was removed',
    said: (since) =>
      `Its time at the school is over: the content was removed on ${since}, and its fingerprint alone is kept. Nothing is shown of whom it was about or how it stands; whether a PDF is the original can still be checked.`,
    altered:
      'The file names a code of this site but is not what was sealed: it may have been changed, or be a copy without a seal.',
  },
  registered: 'What is registered here',
  document: {
    agreement: 'Employment agreement',
    dissolving: 'Certificate of a dissolution under way',
    dissolved: 'Certificate of dissolution',
    registration: 'Registration of a destination',
    recommendation: 'Recommendation of a graduate',
  },
  numberOf: {
    agreement: 'Agreement number',
    dissolving: 'Agreement number',
    dissolved: 'Agreement number',
    registration: 'Student number',
    recommendation: 'Number',
  },
  facts: {
    document: 'Document',
    student: 'Graduate',
    employer: 'Employer',
    school: 'School',
    college: 'College',
    major: 'Major',
    category: 'Category',
    askedAt: 'Asked for at',
    registeredAt: 'Passed at',
    voidedAt: 'Voided at',
    issuedAt: 'Issued at',
    position: 'Position',
    effectiveAt: 'In force since',
    endedAt: 'Ended',
    fingerprint: 'Fingerprint of the terms (SHA-256)',
    removedAt: 'Content removed',
    checkedAt: 'Checked at',
  },
  compare:
    'Compare each with the document in your hands: where one differs it is another document. Times are Beijing time.',
  tooLarge: (most) =>
    `The file has more than ${most} MB: a document of ours has about 100 KB. Is it the right file?`,
  home: 'Home',
}
