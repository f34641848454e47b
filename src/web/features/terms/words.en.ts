import { en as terms } from '../../../words/terms.en.ts'
import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  name: {
    ...terms.name,
    workAddress: 'Street address',
    clauses: 'Agreed grounds for ending',
    remarks: 'Further clauses',
    remarksLabel: 'Further clauses (one on each line)',
    respondBy: 'Answer by (24:00 of the day)',
    fileSection: 'Personnel file',
    householdAddress: 'Household address',
  },
  part: {
    job: 'Job and reporting',
    pay: 'Pay and duration',
    payReason: 'Amounts in yuan; leave out what has not been agreed.',
    clauses: 'Agreed clauses',
    clausesReason: 'When the agreement ends by itself, and what else was agreed; may be left empty.',
    fileReason: 'Where the personnel file and the household registration go after graduation.',
    rest: 'Clauses and file',
  },
  unit: { probationPay: 'yuan/month', regularPay: 'yuan/month', penalty: 'yuan' },
  employer: terms.employer,
  creditCode: terms.creditCode,
  scans: 'Scans of the paper',
  clause: terms.clause,
  fileMethod: terms.fileMethod,
  belowMinimum: (pay, place, minimum, since) =>
    `Pay of ${pay} is below the minimum wage of ${place}, ${minimum} (since ${since}): please check`,
  againstPost: {
    pay: (pay, from, to) =>
      `Regular pay of ${pay}, not the ${from} to ${to} of the job post: ask the employer first`,
    place: (place) => `Work in ${place}, which is none of the places of the job post: ask the employer first`,
  },
  warning: {
    'probation-pay-low':
      'Pay in probation is under 80 % of regular pay: check it against art. 20 of the Labour Contract Law',
    'probation-long': 'Probation is over six months: check it against art. 19 of the Labour Contract Law',
  },
  fault: {
    money: 'An amount such as 3000 or 3000.50',
    pay: 'The pay must be more than 0',
    phone: 'Not a phone number: 13800000000 or 027-88888888, for example',
    postcode: 'A postcode has 6 digits',
    remark: (most) => `At most ${most} characters each`,
    remarks: (most) => `At most ${most} clauses`,
  },
  compare: 'What will change',
  noChange: 'Nothing is changed yet',
  submitRevision: 'Submit changes',
}
