import type { zh } from './check-names.zh.ts'

export const en: typeof zh = {
  rule: {
    'missing-fields': 'Fields missing',
    contradictory: 'Contradictory',
    'employer-too-small': 'More signed than the employer’s size',
    'shared-phone': 'One telephone of several employers',
    'shared-address': 'One address of several employers',
    'burst-of-acts': 'Many acts from one network address',
    'same-evidence': 'The same evidence',
    'pay-far-off': 'Pay far off',
    'flexible-lacking': 'Flexible work lacks material',
    'below-minimum-wage': 'Below the minimum wage',
    'dissolved-soon': 'Dissolved soon after certification',
    'employer-refused': 'Employer refused since',
    'employer-deregistered': 'Employer deregistered',
  },
  check: {
    open: 'To be looked into',
    assigned: 'Being looked into',
    explained: 'Explained, to be closed',
    corrected: 'Corrected, to be closed',
    closed: 'Closed',
  },
  objection: {
    raised: 'Waiting for the school',
    upheld: 'Upheld',
    dismissed: 'Not upheld',
    withdrawn: 'Withdrawn',
  },
}
