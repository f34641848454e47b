import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  askedBy: 'Asked by',
  kind: { consent: 'by consent', paper: 'paper agreement', statutory: 'ground of law' },
  ground: {
    'further-study': 'Admitted to further study',
    'civil-service': 'Employed by the civil service or a public institution',
    enlistment: 'Enlisted',
    health: 'Failed the medical examination',
    'other-offer': 'Took another offer',
    family: 'Family or personal reasons',
    'terms-not-kept': 'The employer did not keep the terms',
    'post-cancelled': 'The post was cancelled or hiring plans changed',
    'not-reported': 'The student did not report as agreed',
    mutual: 'Both sides agree to part',
    other: 'Another reason',
    'employer-ended': 'The employer was closed down, lost its licence or was declared bankrupt',
    'no-qualification': 'No qualification obtained by the reporting date',
    'criminal-sentence': 'The student was sentenced for a crime',
    'other-legal': 'Another ground of law',
  },
  fault: {
    student: 'Counts as a breach by the student',
    employer: 'Counts as a breach by the employer',
    none: 'Not a breach',
  },
  due: {
    by: (day) => `answer by ${day}`,
    late: (day) => `overdue: the answer was due ${day}`,
  },
  faultTitle: 'Breach',
  faultClaimed: {
    student: (fault) => `Claimed by the student: ${fault}`,
    employer: (fault) => `Claimed by the employer: ${fault}`,
  },
  faultDecided: (fault) => `Decided by the school: ${fault}`,
  faultHint: 'The school decides on the breach when it certifies.',
  page: {
    title: 'Request to dissolve',
    ground: 'Ground',
    reason: 'Reason',
    asked: 'Asked at',
    answer: {
      student: 'The student’s answer',
      employer: 'The employer’s answer',
      school: 'Why the school accepted evidence',
    },
    decision: 'The school’s words',
    answerBy: 'Answer by',
    left: (time, deadline) => `${time} left to answer (${deadline})`,
    over: {
      student:
        'The employer’s time to answer is over; the school is to mediate. The employer may still agree or refuse.',
      employer:
        'The student’s time to answer is over; the school is to mediate. The student may still agree or refuse.',
    },
    ended: 'Ended at',
    earlier: 'Earlier requests',
    earlierCount: (n) => `${n} on this agreement`,
    agreement: 'See the agreement',
    certificate: 'Certificate that it is under way',
    dissolved: 'Certificate of dissolution',
    evidence: 'Evidence',
  },
}
