import type { zh } from './agreement-document.zh.ts'
import { en as documents } from './documents.en.ts'
import { en as terms } from './terms.en.ts'

export const en: typeof zh = {
  ...documents,
  title: 'Employment agreement',
  number: 'Agreement number',
  name: {
    ...terms.name,
    employer: 'Name',
    creditCode: terms.creditCode,
    student: 'Name',
    studentNumber: 'Student number',
    college: 'College',
    major: 'Major',
    school: 'Name',
    schoolCode: 'Code',
    kindOfSigning: 'Kind of signing',
    signedOn: 'Signed on paper on',
    registeredAt: 'Registered at',
    formedAt: 'Signed at',
    unitSealedAt: 'Sealed by the employer at',
    effectiveAt: 'Effective at',
    dissolvedAt: 'Dissolved at',
  },
  part: {
    employer: 'Party A, the employer',
    student: 'Party B, the graduate',
    school: 'Certified by, the school',
    terms: 'Terms',
    file: 'Personnel file and household registration',
  },
  mark: {
    'not-certified': 'Not certified',
    'awaiting-seal': 'Awaiting the employer’s seal',
    dissolved: 'Dissolved',
  },
  kind: { online: 'Signed online', paper: 'Signed on paper' },
  clause: terms.clause,
  fileMethod: terms.fileMethod,
  certified: 'Certified by the school',
  standing: {
    certified: (school, since) => `Certified by ${school}; in force since ${since}.`,
    'not-certified':
      'The school has not certified this agreement yet: it is for reading only and proves no employment.',
    'awaiting-seal':
      'The school has passed this agreement, and its employer is still to seal it: until then it is not in force and proves no employment.',
    dissolved: (since, until) =>
      `In force since ${since} and dissolved at ${until}: it is for reading only and proves no employment.`,
  },
  clauses: 'Agreed clauses',
  notice: (version) => `The notice read before signing (version ${version})`,
  acts: 'Signing and certification',
  act: {
    'invitation.send': 'The employer sent the invitation',
    'invitation.revise': 'The employer revised the invitation',
    'invitation.accept': 'The student agreed to sign',
    'agreement.register': 'The student registered the paper agreement',
    'agreement.correct': 'The student corrected the registration',
    'agreement.propose-amendment': 'The employer proposed an amendment',
    'agreement.accept-amendment': 'The student accepted the amendment',
    'agreement.pass': 'Review passed',
    'agreement.seal': 'The employer sealed it: in force from then on',
    'agreement.dissolve': 'Dissolved: the agreement is at an end',
  },
  notContract:
    'An employment agreement is not a labour contract. Sign one with the employer after reporting for work.',
  paper:
    'Both parties signed on paper; this document is what the student registered online and the school compared with it.',
  fingerprint: 'Fingerprint of the terms (SHA-256)',
}
