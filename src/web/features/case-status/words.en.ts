import type { Who, zh } from './words.zh.ts'

const who: Record<Who, string> = {
  you: 'You',
  student: 'The student',
  employer: 'The employer',
  college: 'The college',
  school: 'The school',
}
const next = (turn: Who, verb: string) =>
  turn === 'you' ? `it is your turn to ${verb}` : `${who[turn].toLowerCase()} is to ${verb}`

export const en: typeof zh = {
  who,
  due: {
    answer: (turn) => next(turn, 'answer'),
    review: (turn) => next(turn, 'review it'),
    correct: (turn) => next(turn, 'correct it'),
    decide: (turn) => next(turn, 'look into it and decide'),
    seal: (turn) => next(turn, 'seal it'),
  },
  nothing: 'nothing is to be done now',
  sentence: (what, then) => `${what}; ${then}`,
  invitation: {
    sent: (by) => `${by} sent the invitation`,
    'cannot-be-answered': (by) => `${by} cannot accept it for now, having a place already`,
    accepted: (by) => `${by} accepted, and the agreement is formed`,
    declined: (by) => `${by} declined the invitation`,
    withdrawn: (by) => `${by} withdrew the invitation`,
    expired: () => 'There was no answer in time, and the invitation has expired',
  },
  agreement: {
    signed: () => 'Signed by both sides',
    registered: (by) => `${by} registered the paper agreement`,
    amendment: (by) => `${by} proposed an amendment`,
    cancellation: (by) => `${by} asked to cancel the agreement`,
    returned: (by) => `${by} returned the agreement`,
    'awaiting-seal': () => 'The school has passed it; it is in force once the employer seals it',
    'seal-overdue': () => 'The employer has not sealed it in time, and it is not in force',
    'in-force': () => 'The agreement is in force',
    dissolving: () => 'In force while its dissolution is under way',
    fulfilment: (by) => `${by} asked whether the student has reported for work`,
    unanswered: (by) => `${by} did not say in time whether they have reported for work`,
    fulfilled: () => 'Reported for work: the agreement is fulfilled',
    rejected: () => 'The review did not pass, and the agreement has ended',
    cancelled: () => 'The agreement was cancelled',
    dissolved: () => 'The agreement was dissolved',
  },
  dissolution: {
    asked: (by) => `${by} asked to dissolve; the agreement stays in force`,
    silent: (by) => `${by} did not answer in time; the agreement stays in force`,
    agreed: (by) => `${by} agreed to dissolve`,
    evidence: (by) => `${by} took evidence instead of the answer`,
    'by-law': (by) => `${by} asked to dissolve on a ground of law`,
    'with-proof': (by) => `${by} asked to dissolve with the employer’s proof`,
    completed: () => 'The agreement is dissolved',
    refused: (by) => `${by} refused to dissolve; the agreement stays in force`,
    withdrawn: (by) => `${by} withdrew the request; the agreement stays in force`,
    rejected: () => 'The review did not pass; the agreement stays in force',
  },
  destination: {
    'handed-in': (by) => `${by} registered a destination`,
    returned: (by) => `${by} returned the destination`,
    registered: () => 'The destination is registered',
    voiding: (by) => `${by} asked to void the destination, which stays on record`,
    rejected: () => 'The review of the destination did not pass',
    withdrawn: (by) => `${by} withdrew the destination`,
    voided: () => 'The destination is void',
    declared: (by) => `${by} declared to be unplaced for now`,
  },
  correction: {
    asked: (by) => `${by} asked to have the data corrected`,
    returned: (by) => `${by} returned the correction`,
    corrected: () => 'The data are corrected',
    rejected: () => 'The correction was refused, and the data stay as they are',
    withdrawn: (by) => `${by} withdrew the correction`,
  },
}
